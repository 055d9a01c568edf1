package ringdown.sip;

import java.net.InetAddress;
import java.time.Duration;

/**
 * How the box takes part in SIP.
 *
 * @param bind the address it listens on, UDP and TCP; the wildcard address is allowed
 * @param port the port for both
 * @param deadAfter a telephone that answers nothing at all to INVITE in this time counts as unreachable
 * @param silentAfter without a sound packet for this long in a talk, the far end is asked whether it is still there
 * @param shortestSession session timers below this are refused with 422 (RFC 4028 §4: 90 s)
 * @param shortestSubscription subscriptions below this are refused with 423
 */
public record SipSettings(
        InetAddress bind,
        int port,
        Duration deadAfter,
        Duration silentAfter,
        Duration shortestSession,
        Duration shortestSubscription) {
    /** The usual times: 5 s, 20 s, 90 s, 60 s. */
    public static SipSettings on(InetAddress bind, int port) {
        return new SipSettings(
                bind,
                port,
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofSeconds(90),
                Duration.ofSeconds(60));
    }
}
