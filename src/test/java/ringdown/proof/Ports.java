package ringdown.proof;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports below those that the system hands out by itself, free for UDP and TCP when looked at. */
public final class Ports {
    private Ports() {}

    public static int free() {
        return run(1);
    }

    /** The first, even one of so many in a row. */
    public static int run(int many) {
        for (int tries = 0; tries < 200; tries++) {
            int from = ThreadLocalRandom.current().nextInt(10_500, 32_000) & ~1;
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
