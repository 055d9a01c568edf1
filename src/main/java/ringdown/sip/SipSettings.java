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
 */
public record SipSettings(InetAddress bind, int port, Duration deadAfter, Duration silentAfter) {
    /** The usual times: 5 s and 20 s. */
    public static SipSettings on(InetAddress bind, int port) {
        return new SipSettings(bind, port, Duration.ofSeconds(5), Duration.ofSeconds(20));
    }
}
