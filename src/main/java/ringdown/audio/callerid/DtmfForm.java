package ringdown.audio.callerid;

import org.jspecify.annotations.Nullable;

/** The national forms of caller ID by DTMF (ETSI EN 300 659-1 Annex B and the networks that differ). */
public enum DtmfForm {
    /** A number, D diverting number, B information, C: Belgium, Brazil, Denmark, Finland, Iceland, India, Netherlands, Sweden. */
    A_TO_C,
    /** A number #; D1# withheld, D2# abroad, D3# not known. */
    A_TO_HASH,
    /** D number C: Taiwan, Kuwait. */
    D_TO_C,
    /** Number #: Denmark, Netherlands, older exchanges. */
    HASH;

    /** The keys that tell this. Letters in a number are left out. */
    String keys(CallerIdMessage message) {
        String digits = digits(message.number());
        boolean hidden = message.numberAbsence() == Absence.HIDDEN;
        return switch (this) {
            case A_TO_C -> {
                String diverting = digits(message.redirecting());
                String reason = hidden ? "B10" : "B00";
                yield (digits.isEmpty() ? reason : "A" + digits) + (diverting.isEmpty() ? "" : "D" + diverting) + "C";
            }
            case A_TO_HASH -> digits.isEmpty() ? without(hidden) : "A" + digits + "#";
            case D_TO_C -> digits.isEmpty() ? (hidden ? "D10C" : "D00C") : "D" + digits + "C";
            case HASH -> digits.isEmpty() ? without(hidden) : digits + "#";
        };
    }

    private static String without(boolean hidden) {
        return hidden ? "D1#" : "D3#";
    }

    private static String digits(@Nullable String number) {
        return number == null ? "" : number.replaceAll("[^0-9]", "");
    }
}
