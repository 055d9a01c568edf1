package ringdown.bench;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import ringdown.clock.OfficeClock;

/** What two threads and the loopback cost by themselves: the least that any set-up time here can be. */
final class Loopback {
    private static final int BYTES = 900;

    private Loopback() {}

    /** Seconds for a datagram of an INVITE's size to another thread and back, the middle one of so many. */
    static double p50(int count, OfficeClock clock) throws IOException {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        List<Double> seconds = new ArrayList<>();
        try (DatagramSocket here = new DatagramSocket(any);
                DatagramSocket there = new DatagramSocket(any)) {
            Thread.ofPlatform().daemon(true).start(() -> echo(there));
            DatagramPacket packet = new DatagramPacket(new byte[BYTES], BYTES, there.getLocalSocketAddress());
            DatagramPacket back = new DatagramPacket(new byte[BYTES], BYTES);
            for (int i = 0; i < count; i++) {
                long begin = clock.nanos();
                here.send(packet);
                here.receive(back);
                seconds.add((clock.nanos() - begin) / 1e9);
            }
        }
        return Table.percentile(seconds, 50);
    }

    private static void echo(DatagramSocket socket) {
        DatagramPacket packet = new DatagramPacket(new byte[BYTES], BYTES);
        while (!socket.isClosed()) {
            try {
                socket.receive(packet);
                socket.send(packet);
            } catch (IOException end) {
                return;
            }
        }
    }
}
