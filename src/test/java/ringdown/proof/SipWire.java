package ringdown.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A UDP socket on loopback that speaks SIP as text: what it asks is sent again until somebody answers (RFC 3261 §17.1). */
final class SipWire implements AutoCloseable {
    private static final long AGAIN = 500_000_000;
    private static final int TIMES = 8;

    private final DatagramSocket socket;
    private final Map<String, Asked> asked = new ConcurrentHashMap<>();

    private record Asked(String text, InetSocketAddress to, int left, long next) {}

    /** {@code port}: 0 for any; {@code hears} is told each message on the wire's own thread. */
    SipWire(int port, Consumer<SipText> hears) {
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.setReceiveBufferSize(1 << 20);
        } catch (SocketException taken) {
            throw new UncheckedIOException(taken);
        }
        Thread.ofPlatform().daemon(true).start(() -> listen(hears));
        Thread.ofVirtual().start(this::repeat);
    }

    int port() {
        return socket.getLocalPort();
    }

    void send(String text, InetSocketAddress to) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, to));
        } catch (IOException gone) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException(gone);
            }
        }
    }

    /** Sends a request, again and again until its answer comes. */
    void ask(String text, InetSocketAddress to) {
        asked.put(key(SipText.read(text)), new Asked(text, to, TIMES, System.nanoTime() + AGAIN));
        send(text, to);
    }

    private static String key(SipText message) {
        return message.branch() + message.method();
    }

    private void repeat() {
        while (!socket.isClosed()) {
            LockSupport.parkNanos(AGAIN / 5);
            long now = System.nanoTime();
            asked.replaceAll((key, one) -> {
                if (one.next() > now || one.left() == 0) {
                    return one;
                }
                send(one.text(), one.to());
                return new Asked(one.text(), one.to(), one.left() - 1, now + AGAIN);
            });
        }
    }

    private void listen(Consumer<SipText> hears) {
        byte[] room = new byte[65_535];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(room, room.length);
                socket.receive(packet);
                String text = new String(room, 0, packet.getLength(), StandardCharsets.UTF_8);
                if (!text.isBlank()) {
                    take(SipText.read(text), hears);
                }
            } catch (IOException closed) {
                return;
            } catch (RuntimeException fault) {
                System.err.println("a SIP end of the proofs: " + fault); // the wire goes on
            }
        }
    }

    private void take(SipText message, Consumer<SipText> hears) {
        if (message.status() > 0) {
            asked.remove(key(message));
        }
        hears.accept(message);
    }

    @Override
    public void close() {
        socket.close();
    }
}
