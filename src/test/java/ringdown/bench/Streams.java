package ringdown.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import ringdown.clock.OfficeClock;

/** The sound of so many telephones: 50 packets of 20 ms a second each, spread over the 20 ms, and a count of what came back. */
final class Streams implements AutoCloseable {
    private static final long PACKET_NANOS = 20_000_000L;
    private static final int BYTES = 172;

    private final List<DatagramChannel> channels = new ArrayList<>();
    private final ByteBuffer packet = ByteBuffer.allocateDirect(2048);
    private final OfficeClock clock;
    private int number;
    private long sent;
    private long received;

    Streams(int count, OfficeClock clock) throws IOException {
        this.clock = clock;
        for (int i = 0; i < count; i++) {
            DatagramChannel channel =
                    DatagramChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            channel.configureBlocking(false);
            channels.add(channel);
        }
    }

    List<Integer> ports() {
        return channels.stream().map(channel -> channel.socket().getLocalPort()).toList();
    }

    /** Sends to those ports for so long; what came back is read and counted. */
    void send(List<InetSocketAddress> to, int seconds) throws IOException {
        long begin = clock.nanos();
        for (int n = 0; n < 50 * seconds; n++, number++) {
            for (int i = 0; i < channels.size(); i++) {
                waitUntil(begin + n * PACKET_NANOS + i * PACKET_NANOS / channels.size());
                send(channels.get(i), i, to.get(i));
            }
        }
    }

    private void waitUntil(long due) {
        while (due - clock.nanos() > 0) {
            LockSupport.parkNanos(due - clock.nanos());
        }
    }

    private void send(DatagramChannel channel, int stream, InetSocketAddress to) throws IOException {
        packet.clear().limit(BYTES);
        packet.put(0, (byte) 0x80).put(1, (byte) 8).putShort(2, (short) number);
        packet.putInt(4, number * 160).putInt(8, stream + 1);
        channel.send(packet, to);
        sent++;
        while (channel.receive(packet.clear()) != null) {
            received++;
        }
    }

    /** The last one of each stream may still be on its way. */
    double lostPercent() {
        return Math.max(0, 100.0 * (sent - received - channels.size()) / sent);
    }

    @Override
    public void close() throws IOException {
        for (DatagramChannel channel : channels) {
            channel.close();
        }
    }
}
