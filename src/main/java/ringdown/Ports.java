package ringdown;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Locale;

/**
 * Tries the ports of a start before anything is written: a first start that fails for a port must not have taken an office file, nor
 * have printed a password that the next start no longer prints. A port lost between here and its use is still told by its edge.
 */
final class Ports {
    private static final int IN_USE = 3;

    private Ports() {}

    /** @throws StartFault naming the first option whose port is in use */
    static void check(Options options) throws StartFault {
        InetAddress bind = options.bind();
        refuse(!tcp(bind, options.http()), "http", options.http() + ": the port is in use");
        refuse(!udp(bind, options.sip()) || !tcp(bind, options.sip()), "sip", options.sip() + ": the port is in use");
        String range = options.rtpFrom() + "-" + options.rtpTo();
        refuse(!anyOf(bind, options.rtpFrom(), options.rtpTo()), "rtp", range + ": all ports of the range are in use");
    }

    private static void refuse(boolean taken, String option, String what) throws StartFault {
        if (taken) {
            throw new StartFault(IN_USE, List.of(String.format(Locale.ROOT, "--%s %s", option, what)));
        }
    }

    /** Some of the range may belong to others: a call takes the next one. */
    private static boolean anyOf(InetAddress bind, int from, int to) {
        for (int port = from; port <= to; port++) {
            if (udp(bind, port)) {
                return true;
            }
        }
        return false;
    }

    private static boolean udp(InetAddress bind, int port) {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(bind, port))) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** A port whose last connections still fade away is free: the web and SIP take it so, too. */
    private static boolean tcp(InetAddress bind, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(bind, port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
