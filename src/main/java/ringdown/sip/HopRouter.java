package ringdown.sip;

import gov.nist.javax.sip.message.MessageExt;
import java.util.List;
import java.util.ListIterator;
import javax.sip.SipException;
import javax.sip.SipStack;
import javax.sip.address.Hop;
import javax.sip.address.Router;
import javax.sip.message.Request;
import org.jspecify.annotations.NullUnmarked;

/**
 * Every request that the box sends carries its next hop with it, because a telephone behind a translator is reached where its
 * packets came from and not where its Contact says. Built by the stack, by name.
 */
@NullUnmarked
public final class HopRouter implements Router {
    /** As the stack calls it. */
    public HopRouter(SipStack stack, String outboundProxy) {}

    @Override
    public Hop getOutboundProxy() {
        return null;
    }

    @Override
    public ListIterator<Hop> getNextHops(Request request) {
        Hop hop = hopOf(request);
        return (hop == null ? List.<Hop>of() : List.of(hop)).listIterator();
    }

    @Override
    public Hop getNextHop(Request request) throws SipException {
        Hop hop = hopOf(request);
        if (hop == null) {
            throw new SipException("a request without next hop");
        }
        return hop;
    }

    private static Hop hopOf(Request request) {
        return ((MessageExt) request).getApplicationData() instanceof Hop hop ? hop : null;
    }
}
