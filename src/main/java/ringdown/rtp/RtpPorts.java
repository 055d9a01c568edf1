package ringdown.rtp;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tinylog.Logger;
import ringdown.clock.OfficeClock;

/** All RTP ports of the box and the selector thread that owns them. Safe from any thread. */
public final class RtpPorts implements AutoCloseable {
    private static final int EXPEDITED = 0xB8; // DSCP EF, RFC 4594 §4.1

    private final InetAddress bind;
    private final PortRange range;
    private final OfficeClock clock;
    private final SelectorLoop loop;
    private final SecureRandom random = new SecureRandom();
    private final Set<RtpPort> open = ConcurrentHashMap.newKeySet();

    /**
     * Starts the selector thread.
     *
     * @param bind address to send from and listen at
     * @param from first port of the range, 1..65535
     * @param to last port of the range
     * @throws IOException if the system gives no selector
     */
    public RtpPorts(InetAddress bind, int from, int to, OfficeClock clock) throws IOException {
        this.bind = bind;
        this.range = new PortRange(from, to);
        this.clock = clock;
        this.loop = new SelectorLoop(clock);
    }

    /**
     * Opens a port for one leg.
     *
     * @throws PortsExhausted when all ports of the range are in use
     */
    public RtpPort open() throws PortsExhausted {
        for (int attempt = 0; attempt < range.pairs(); attempt++) {
            int number = range.take();
            if (number < 0) {
                break;
            }
            try {
                return take(number);
            } catch (IOException e) {
                range.giveBack(number);
                Logger.debug("RTP port {} is not to be had: {}", number, e.getMessage());
            }
        }
        throw new PortsExhausted("all RTP ports " + range + " at " + bind.getHostAddress() + " are in use");
    }

    private RtpPort take(int number) throws IOException {
        boolean six = bind instanceof Inet6Address;
        var channel = DatagramChannel.open(six ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
        try {
            channel.bind(new InetSocketAddress(bind, number));
            channel.setOption(StandardSocketOptions.IP_TOS, EXPEDITED);
            channel.configureBlocking(false);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        var port = new RtpPort(new InetSocketAddress(bind, number), channel, loop, clock, random, this::closed);
        open.add(port);
        return port;
    }

    private void closed(RtpPort port) {
        if (open.remove(port)) {
            range.giveBack(port.local().getPort());
        }
    }

    /** How many ports are open. */
    public int inUse() {
        return range.handedOut();
    }

    /** Closes all ports and ends the thread. */
    @Override
    public void close() {
        open.forEach(RtpPort::close);
        loop.close();
    }

    @Override
    public String toString() {
        return "RTP " + bind.getHostAddress() + " " + range + ", " + inUse() + " in use";
    }
}
