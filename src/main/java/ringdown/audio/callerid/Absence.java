package ringdown.audio.callerid;

import org.jspecify.annotations.Nullable;

/** Why an exchange gives no number. */
public enum Absence {
    /** The caller withheld it ("P"). */
    HIDDEN,
    /**
     * The network does not know it: abroad, payphone, old exchange ("O"; Japan tells apart "O" and "S" service conflict, "C" call box;
     * Taiwan "I" abroad).
     */
    OUT_OF_AREA;

    /** The reason of a letter on the wire; null for any other text. */
    static @Nullable Absence of(String text) {
        return switch (text.strip()) {
            case "P", "p" -> HIDDEN;
            case "O", "o", "S", "C", "I" -> OUT_OF_AREA;
            default -> null;
        };
    }

    String letter() {
        return this == HIDDEN ? "P" : "O";
    }
}
