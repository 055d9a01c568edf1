package ringdown.simulator;

import java.util.Arrays;
import java.util.Optional;

/** How the exchange lets the box know that the far end has gone, in the words of the API. */
public enum HangUpSignal {
    /** Busy tone until the box goes on hook. */
    BUSY_TONE("busyTone"),
    /** The polarity turns. */
    REVERSAL("reversal"),
    /** No current for 600 ms. */
    LOOP_BREAK("loopBreak"),
    /** Nothing at all: an old exchange that never says goodbye. */
    SILENCE("silence");

    private final String word;

    HangUpSignal(String word) {
        this.word = word;
    }

    /** The word in the API. */
    public String word() {
        return word;
    }

    /** The signal with that word; empty for any other text. */
    public static Optional<HangUpSignal> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
