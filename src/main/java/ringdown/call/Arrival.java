package ringdown.call;

import org.jspecify.annotations.Nullable;
import ringdown.number.CallerId;
import ringdown.number.Extension;

/** How a leg came in. */
public sealed interface Arrival {
    /**
     * From outside.
     *
     * @param via the line's port or the trunk's name
     * @param called the office's number that was called: the line's own, or what the trunk says; E.164, null if unknown
     * @param caller what is known at the first ring; Identified may follow
     * @param identityComplete nothing more will come: no need to wait for caller ID
     */
    record FromOutside(String via, @Nullable String called, CallerId caller, boolean identityComplete)
            implements Arrival {}

    /** From a telephone of the office that has dialled; empty digits: it only lifted (a hotline) and hears nothing yet. */
    record FromPhone(Extension extension, String telephone, String dialled) implements Arrival {}

    /** From a telephone of the office that wants the place of another leg: a call that rings there, or a talk (RFC 3891). */
    record Replacing(Extension extension, Leg replaced) implements Arrival {}
}
