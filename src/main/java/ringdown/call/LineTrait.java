package ringdown.call;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a line can teach of itself (LINES rules 9 to 12, 18). Each needs so many agreeing calls before it is believed. */
public enum LineTrait {
    /** Frequencies and cadence of the tone that follows a release. */
    BUSY_TONE("busyTone", 3, 2, "changedBusyTone"),
    /** How the far end's going shows. */
    RELEASE("release", 3, 2, "changedRelease"),
    /** In which form the caller's number comes; "none": it does not. */
    CALLER_ID("callerId", 3, 2, null),
    /** How loud callers come in. */
    LEVEL("level", 3, 2, null),
    /** Which of the port's hybrid settings fits the cable, and how much of an echo it leaves. */
    HYBRID("hybrid", 1, 2, null),
    /** The pause between two rings. */
    RING_PAUSE("ringPause", 1, 2, null),
    /** Voltage of the line at rest. A step of it is no chance: the feed is another one. */
    IDLE_VOLTAGE("idleVoltage", 1, 1, "changedVoltage");

    private final String word;
    private final int believedAfter;
    private final int changedAfter;
    private final @Nullable String alarm;

    LineTrait(String word, int believedAfter, int changedAfter, @Nullable String alarm) {
        this.word = word;
        this.believedAfter = believedAfter;
        this.changedAfter = changedAfter;
        this.alarm = alarm;
    }

    /** The word in the API. */
    public String word() {
        return word;
    }

    /** So many agreeing readings in a row are believed where nothing was before. */
    public int believedAfter() {
        return believedAfter;
    }

    /** So many in a row that agree with each other, and not with what is believed, are a change. */
    public int changedAfter() {
        return changedAfter;
    }

    /** The alarm of a change; null: a change of it troubles nobody. */
    public @Nullable String alarm() {
        return alarm;
    }

    /** The trait of that word. */
    public static Optional<LineTrait> ofWord(String word) {
        for (LineTrait trait : values()) {
            if (trait.word.equals(word)) {
                return Optional.of(trait);
            }
        }
        return Optional.empty();
    }
}
