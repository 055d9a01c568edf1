package ringdown.number;

import org.jspecify.annotations.Nullable;

/**
 * What a caller shows, as it was received.
 *
 * @param digits the digits as received (national or international form, may begin with +); null if none came
 * @param name the name as received; null if none came
 * @param presentation why there are no digits, if there are none
 */
public record CallerId(@Nullable String digits, @Nullable String name, Presentation presentation) {
    /** Nothing came: a line without the service, or not yet. */
    public static final CallerId UNKNOWN = new CallerId(null, null, Presentation.UNKNOWN);

    /** Whether and why a number is missing. */
    public enum Presentation {
        /** Digits or at least a name came. */
        SHOWN,
        /** The caller withheld the number (P, anonymous). */
        HIDDEN,
        /** The network does not have it (O, out of area). */
        OUT_OF_AREA,
        /** Nothing came. */
        UNKNOWN
    }

    /** A caller with digits and perhaps a name. */
    public static CallerId of(String digits, @Nullable String name) {
        return new CallerId(digits, name, Presentation.SHOWN);
    }
}
