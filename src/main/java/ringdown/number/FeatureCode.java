package ringdown.number;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The codes that any telephone of the office may dial. No code begins another. */
public enum FeatureCode {
    /** Own messages. */
    MESSAGES("*97", ""),
    /** A promise made in a talk: *5 and HHMM, or *5# for the class's deadline (SITUATIONS rule 6). */
    PROMISE("*5", "#|([01][0-9]|2[0-3])[0-5][0-9]"),
    /** Classes the caller of the talk that goes on, or of the last one: *0 and the key of the class; *0* makes a contact of them. */
    CLASS("*0", "[0-9*#]"),
    /** Sets or ends an override of the office file by its place in it: *31 the first, *32 the second; *30 ends all. */
    OVERRIDE("*3", "[0-9]"),
    /** In a talk that is recorded: *40 leaves out what is said from now on (a card number), *41 goes on. */
    RECORDING("*4", "[01]"),
    /** Calls the number that follows and withholds the office's own: *67 and an outside number. */
    WITHHELD("*67", "[0-9*#+]+"),
    /** The line at fxo:N itself, with its dial tone, to set services of the provider: *98 and N. */
    RAW_LINE("*98", "[1-9]"),
    /** Takes a call that rings at somebody of one's teams; *8 and an extension: the one that rings there. # says that none follows. */
    PICK_UP("*8", "#?"),
    /** In a talk, or as the target of a transfer: whoever is talked with waits in a parking place, which is spoken. */
    PARK("*68", ""),
    /** Takes whoever waits in that place: *69 and the place. */
    RETRIEVE("*69", "[1-9]"),
    AWAY("*70", ""),
    BREAK("*71", ""),
    /** Writes down what the last talk was about. */
    AFTER_CALL("*72", ""),
    DO_NOT_DISTURB("*78", ""),
    /** Free again, whatever was said before. */
    AVAILABLE("*79", "");

    private final String digits;
    private final Pattern rest;

    FeatureCode(String digits, String rest) {
        this.digits = digits;
        this.rest = Pattern.compile(rest);
    }

    public String digits() {
        return digits;
    }

    static Optional<FeatureCode> begins(String dialled) {
        return Arrays.stream(values())
                .filter(code -> dialled.startsWith(code.digits))
                .findFirst();
    }

    static boolean mayBecome(String dialled) {
        return Arrays.stream(values()).anyMatch(code -> code.digits.startsWith(dialled));
    }

    /** An extension may follow, and need not. */
    boolean extensionMayFollow() {
        return this == PICK_UP;
    }

    /** How far the digits after the code have come, apart from an extension that may follow. */
    Collected collect(String after) {
        var match = rest.matcher(after);
        if (match.matches()) {
            return Collected.COMPLETE;
        }
        return match.hitEnd() ? Collected.INCOMPLETE : Collected.INVALID;
    }
}
