package ringdown.quality;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ringdown.ledger.Outcome;

/**
 * What figures need of a call in. Lengths are seconds.
 *
 * @param called the office's number that was called; null: not known
 * @param party the caller: contact, else number; null: hidden
 * @param staged the way rang somebody, or tried to
 * @param reachedHead the head was rung because nobody else took it
 * @param script the one its way began with, null: not written
 */
public record CallFact(
        String id,
        Instant startedAt,
        String via,
        @Nullable String called,
        @Nullable String party,
        @Nullable String callerClass,
        @Nullable String topic,
        Outcome outcome,
        boolean settled,
        @Nullable String answeredBy,
        double waitSeconds,
        double talkSeconds,
        int transfers,
        @Nullable Integer rating,
        boolean staged,
        boolean reachedHead,
        @Nullable String script,
        @Nullable Owed promise) {
    /**
     * The promise through which the call counts.
     *
     * @param how null while owed
     */
    public record Owed(
            String id, boolean owed, boolean kept, @Nullable String how, boolean late, Instant overdueAt) {
        /** Lost as the balance counts it: overdue, given up, or without a number (SITUATIONS 2). */
        public boolean lost(Instant now) {
            return owed ? !overdueAt.isAfter(now) : "unreachable".equals(how) || "noNumber".equals(how);
        }
    }

    /** A person and the caller talked, and that was the end of it. */
    public boolean talked() {
        return outcome == Outcome.TALKED;
    }

    /** Somebody was to answer it: it is over, and was neither refused nor sent to a message by its script. */
    public boolean toBeAnswered() {
        return staged && !outcome.open() && outcome != Outcome.REFUSED;
    }

    /** Nobody has called back in time, or can. */
    public boolean lost(Instant now) {
        return promise != null && promise.lost(now);
    }
}
