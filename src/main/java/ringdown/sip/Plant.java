package ringdown.sip;

import java.util.concurrent.atomic.AtomicLong;
import ringdown.clock.OfficeClock;
import ringdown.rtp.RtpPorts;

/**
 * What every leg works with.
 *
 * @param legs counts the legs of this run
 */
record Plant(
        SipStack stack, Dialogs dialogs, OfficeClock clock, RtpPorts ports, SipSettings settings, AtomicLong legs) {
    String nextLegId() {
        return "sip-" + legs.incrementAndGet();
    }
}
