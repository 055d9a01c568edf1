package ringdown.sip;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.clock.OfficeClock;
import ringdown.notice.Alarms;

/**
 * Asks the box itself over UDP, as a stranger would, whenever nothing has come in for a while: a stack that hears nothing any more is
 * otherwise seen by callers only. Asks on virtual threads of its own.
 */
final class EarWatch implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(20);
    private static final int TRIES = 3;
    private static final int WAIT_MS = 1_500;
    private static final String ALARM = "sipDeaf";
    private static final String BOX = "box";

    private final SipStack stack;
    private final SipSettings settings;
    private final OfficeClock clock;
    private final Alarms alarms;
    private volatile long heardAt;
    private volatile boolean closed;
    private OfficeClock.@Nullable Alarm next;

    EarWatch(SipStack stack, SipSettings settings, OfficeClock clock, Alarms alarms) {
        this.stack = stack;
        this.settings = settings;
        this.clock = clock;
        this.alarms = alarms;
    }

    /** A packet was read: the ear is well. */
    void heard() {
        heardAt = clock.nanos();
    }

    synchronized void start() {
        if (!closed) {
            next = clock.after(
                    EVERY,
                    "does SIP hear",
                    () -> Thread.ofVirtual().name("does SIP hear").start(this::lookAndGoOn));
        }
    }

    private void lookAndGoOn() {
        if (clock.nanos() - heardAt > EVERY.toNanos()) {
            look();
        }
        start();
    }

    /** Asks, and has the ear mended where no answer comes; true if one came at once. */
    boolean look() {
        Instant now = clock.now();
        boolean well = answers();
        if (!well && !closed) {
            alarms.raise(ALARM, BOX, now);
            stack.ear().ifPresent(UdpEar::revive);
            if (!answers()) {
                return false;
            }
        }
        alarms.heal(ALARM, BOX, clock.now());
        return well;
    }

    private boolean answers() {
        InetAddress here = settings.bind().isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : settings.bind();
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(here, 0))) {
            socket.setSoTimeout(WAIT_MS);
            for (int i = 0; i < TRIES && !closed; i++) {
                byte[] ask = question(here, socket.getLocalPort());
                socket.send(new DatagramPacket(ask, ask.length, here, settings.port()));
                try {
                    socket.receive(new DatagramPacket(new byte[100], 100));
                    return true;
                } catch (SocketTimeoutException silence) {
                    // once more
                }
            }
            return closed;
        } catch (IOException noSocket) {
            Logger.debug("SIP cannot be asked: {}", noSocket.getMessage());
            return true; // that says nothing of the ear
        }
    }

    private byte[] question(InetAddress here, int port) {
        String host = here.getHostAddress().contains(":") ? "[" + here.getHostAddress() + "]" : here.getHostAddress();
        String box = "sip:" + host + ":" + settings.port();
        return ("OPTIONS " + box + " SIP/2.0\r\nVia: SIP/2.0/UDP " + host + ":" + port + ";branch=z9hG4bK"
                        + Token.next()
                        + ";rport\r\nMax-Forwards: 1\r\nFrom: <" + box + ">;tag=" + Token.next() + "\r\nTo: <" + box
                        + ">\r\nCall-ID: " + Token.next() + "\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (next != null) {
            next.cancel();
        }
    }
}
