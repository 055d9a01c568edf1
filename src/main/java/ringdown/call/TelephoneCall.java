package ringdown.call;

import org.jspecify.annotations.Nullable;
import ringdown.number.CallerId;

/**
 * One call on a telephone as others see it: on the lamps of colleagues.
 *
 * @param with who is at the other end, as the telephone shows it; null: not known
 * @param dialog names it for a telephone that wants to take it over (RFC 3891); null: there is no SIP in it
 */
public record TelephoneCall(
        Way way,
        boolean answered,
        @Nullable CallerId with,
        @Nullable Dialog dialog) {
    /** Who began it. */
    public enum Way {
        /** The telephone is called. */
        IN,
        /** It has dialled. */
        OUT,
        /** A handset that is off its hook does not tell. */
        UNKNOWN
    }

    /**
     * A dialog between the box and the telephone (RFC 3261 §12).
     *
     * @param own the telephone's tag
     * @param ours the tag of the box
     */
    public record Dialog(String callId, String own, String ours) {}

    /** True while it rings there. */
    public boolean rings() {
        return way == Way.IN && !answered;
    }
}
