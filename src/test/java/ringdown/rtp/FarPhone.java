package ringdown.rtp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import ringdown.Patience;

/** A telephone's RTP socket on loopback, driven packet by packet. */
public final class FarPhone implements AutoCloseable {
    private final DatagramSocket socket;
    private final InetSocketAddress box;
    private final int ssrc;
    private final List<Heard> heard = new ArrayList<>();
    private final AtomicLong sent = new AtomicLong();
    private final Thread thread;

    /** A packet that came from the box. */
    public record Heard(boolean marker, int type, int sequence, int timestamp, int ssrc, byte[] payload, long nanos) {}

    public FarPhone(InetSocketAddress box) throws SocketException {
        this.socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        this.box = box;
        this.ssrc = socket.getLocalPort();
        this.thread = Thread.ofPlatform().daemon(true).start(this::listen);
    }

    /** What its SDP says. */
    public RtpAgreement agreement(Codec codec) {
        return agreement(codec, 101, 101);
    }

    public RtpAgreement agreement(Codec codec, int eventsSent, int eventsReceived) {
        return new RtpAgreement(address(), codec, eventsSent, eventsReceived, 20, Direction.SENDRECV);
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    public void sends(int type, int sequence, int timestamp, byte[] payload) {
        sends(type, sequence, timestamp, false, payload);
    }

    public void sends(int type, int sequence, int timestamp, boolean marker, byte[] payload) {
        ByteBuffer packet = ByteBuffer.allocate(12 + payload.length);
        packet.put((byte) 0x80).put((byte) (type | (marker ? 0x80 : 0)));
        packet.putShort((short) sequence).putInt(timestamp).putInt(ssrc).put(payload);
        sends(packet.array());
    }

    public void sends(byte[] datagram) {
        try {
            socket.send(new DatagramPacket(datagram, datagram.length, box));
            sent.incrementAndGet();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One packet of a telephone event. */
    public void presses(int sequence, int timestamp, int event, int duration, boolean end, boolean marker) {
        byte[] payload = {(byte) event, (byte) (end ? 0x8A : 0x0A), (byte) (duration >> 8), (byte) duration};
        sends(101, sequence, timestamp, marker, payload);
    }

    /** How many datagrams it has sent. */
    public long sent() {
        return sent.get();
    }

    /** All that has come so far. */
    public List<Heard> heard() {
        synchronized (heard) {
            return List.copyOf(heard);
        }
    }

    public List<Heard> heard(int type) {
        return heard().stream().filter(packet -> packet.type() == type).toList();
    }

    /** Waits until what has come is enough. */
    public List<Heard> hears(Predicate<List<Heard>> enough) {
        await(() -> enough.test(heard()), () -> "heard " + heard().size() + " packets");
        return heard();
    }

    /** Waits for a condition, patiently. */
    public static void await(java.util.function.BooleanSupplier condition, java.util.function.Supplier<String> state) {
        Patience.until(state, condition);
    }

    private void listen() {
        byte[] room = new byte[2048];
        while (!socket.isClosed()) {
            try {
                var datagram = new DatagramPacket(room, room.length);
                socket.receive(datagram);
                ByteBuffer in = ByteBuffer.wrap(room);
                var packet = new Heard(
                        (room[1] & 0x80) != 0,
                        room[1] & 0x7F,
                        in.getShort(2) & 0xFFFF,
                        in.getInt(4),
                        in.getInt(8),
                        Arrays.copyOfRange(room, 12, datagram.getLength()),
                        System.nanoTime());
                synchronized (heard) {
                    heard.add(packet);
                }
            } catch (IOException _) {
                return; // closed
            }
        }
    }

    @Override
    public void close() {
        socket.close();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
