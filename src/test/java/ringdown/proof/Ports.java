package ringdown.proof;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports below those that the system hands out by itself, free for UDP and TCP when looked at. None is given twice before all have been
 * given once: a box binds its ports for sound call by call, and a port of its range must not be the next box's for SIP meanwhile.
 */
public final class Ports {
    private static final int FIRST = 10_500;
    private static final int AFTER_LAST = 32_000;
    private static int next = ThreadLocalRandom.current().nextInt(FIRST, AFTER_LAST) & ~1;

    private Ports() {}

    public static int free() {
        return run(1);
    }

    /** The first, even one of so many in a row. */
    public static synchronized int run(int many) {
        for (int tries = 0; tries < 2000; tries++) {
            int from = next + many > AFTER_LAST ? FIRST : next;
            next = from + many + (many & 1);
            if (free(from, many)) {
                return from;
            }
        }
        throw new IllegalStateException("no free ports");
    }

    private static boolean free(int from, int many) {
        InetAddress here = InetAddress.getLoopbackAddress();
        for (int port = from; port < from + many; port++) {
            try (var udp = new DatagramSocket(port, here);
                    var tcp = new ServerSocket(port, 1, here)) {
                if (!udp.isBound() || !tcp.isBound()) {
                    return false;
                }
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }
}
