package ringdown.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An obligation to call back.
 *
 * @param callId the call that opened it; {@code calls} all it covers, oldest first
 * @param how how it was kept or closed ("talk", "sms", "wrongNumber", …); null while owed
 * @param late true if kept after overdueAt
 * @param closedBy extension, account or "box"; null while owed
 * @param matter what it is about
 */
public record Promise(
        String id,
        String callId,
        List<String> calls,
        @Nullable String number,
        @Nullable String contactId,
        @Nullable String contactName,
        @Nullable String owner,
        Instant madeAt,
        Instant dueAt,
        Instant overdueAt,
        @Nullable String spokenAs,
        State state,
        @Nullable String how,
        boolean late,
        @Nullable String closedBy,
        @Nullable Instant closedAt,
        int attempts,
        @Nullable String reason,
        Matter matter) {
    /** Where a promise stands. */
    public enum State {
        /** To be kept. */
        OPEN("open"),
        /** Overdue, still owed. */
        BROKEN("broken"),
        /** The two have talked, or a person states that they reached each other. */
        KEPT("kept"),
        /** Closed without a talk, with a reason. */
        CLOSED("closed");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** The word in the API. */
        public String word() {
            return word;
        }

        /** The state of that word; unknown words fail with IllegalArgumentException. */
        public static State ofWord(String word) {
            for (State state : values()) {
                if (state.word.equals(word)) {
                    return state;
                }
            }
            throw new IllegalArgumentException("no state " + word);
        }

        /** Still to be kept. */
        public boolean owed() {
            return this == OPEN || this == BROKEN;
        }
    }
}
