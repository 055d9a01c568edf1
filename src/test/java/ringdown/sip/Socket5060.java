package ringdown.sip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import ringdown.Patience;

/**
 * A socket that speaks SIP as text, over UDP or TCP, and keeps all it has heard. A request that comes again because its answer took
 * long is heard once.
 */
@org.jspecify.annotations.NullUnmarked
final class Socket5060 implements AutoCloseable {
    private final InetSocketAddress box;
    private final DatagramSocket udp;
    private final Socket tcp;
    private final List<Letters> heard = new ArrayList<>();
    private final Set<String> requests = new HashSet<>();

    Socket5060(InetSocketAddress box, boolean overTcp) throws IOException {
        this.box = box;
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        udp = overTcp ? null : new DatagramSocket(any);
        tcp = overTcp ? new Socket() : null;
        if (overTcp) {
            tcp.connect(box);
        }
        Thread.ofPlatform().daemon(true).start(overTcp ? this::listenTcp : this::listenUdp);
    }

    int port() {
        return udp == null ? tcp.getLocalPort() : udp.getLocalPort();
    }

    String transport() {
        return udp == null ? "TCP" : "UDP";
    }

    void send(String text) {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) {
        try {
            if (udp == null) {
                tcp.getOutputStream().write(bytes);
                tcp.getOutputStream().flush();
            } else {
                udp.send(new DatagramPacket(bytes, bytes.length, box));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void listenUdp() {
        byte[] buffer = new byte[65_535];
        while (true) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                udp.receive(packet);
            } catch (IOException end) {
                return;
            }
            take(new String(buffer, 0, packet.getLength(), StandardCharsets.UTF_8));
        }
    }

    private void listenTcp() {
        try {
            InputStream in = tcp.getInputStream();
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                head.write(b);
                String text = head.toString(StandardCharsets.UTF_8);
                if (text.endsWith("\r\n\r\n") && !text.isBlank()) {
                    int length = Integer.parseInt(Letters.read(text).header("Content-Length"));
                    take(text + new String(in.readNBytes(length), StandardCharsets.UTF_8));
                    head.reset();
                }
            }
        } catch (IOException end) {
            // closed
        }
    }

    private synchronized void take(String text) {
        boolean request = !text.stripLeading().startsWith("SIP/2.0 ");
        if (!text.isBlank() && (!request || requests.add(text))) {
            heard.add(Letters.read(text.stripLeading()));
            notifyAll();
        }
    }

    /** The first message of that kind, waiting for it; it is taken out. */
    Letters await(String what, Predicate<Letters> wanted) {
        Letters found = within(Patience.LONG.toNanos(), wanted);
        if (found == null) {
            throw new AssertionError("no " + what + ", but " + all());
        }
        return found;
    }

    /** Null if none came in that time. */
    synchronized Letters within(long nanos, Predicate<Letters> wanted) {
        long deadline = System.nanoTime() + nanos;
        while (true) {
            for (Letters letter : heard) {
                if (wanted.test(letter)) {
                    heard.remove(letter);
                    return letter;
                }
            }
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return null;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    synchronized List<Letters> all() {
        return List.copyOf(heard);
    }

    @Override
    public void close() throws IOException {
        if (udp != null) {
            udp.close();
        } else {
            tcp.close();
        }
    }
}
