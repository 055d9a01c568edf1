package ringdown.sip;

import java.util.Optional;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** Whose dialog it is. Called on the stack's threads: hands on to its queue and returns. */
interface DialogOwner {
    /** A request inside the dialog, other than ACK and CANCEL; is answered through the transaction. */
    void request(Request request, ServerTransaction transaction);

    /** ACK for a 2xx of ours. */
    void ack(Request ack);

    /** A response that belongs to no transaction any more: a 2xx that is sent again because our ACK got lost. */
    void lateResponse(Response response);

    /** True if that is the far end's tag of it; a dialog that carries no call has no leg to be found by it. */
    default boolean with(String theirTag) {
        return false;
    }

    /** The leg that the dialog is part of; empty for one that carries no call (a subscription). */
    default Optional<SipLeg> leg() {
        return Optional.empty();
    }
}
