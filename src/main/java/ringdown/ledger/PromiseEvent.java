package ringdown.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that became of a promise, beyond its making, its calls and its end, which it tells itself.
 *
 * @param by extension, account, or "box"
 * @param note in plain words; null: nothing to add
 */
public record PromiseEvent(
        Instant at, What what, String by, @Nullable String note) {
    /** Who does what no person does. */
    public static final String BOX = "box";

    /** What it was. */
    public enum What {
        /** Two promises to the same party became this one. */
        MERGED("merged"),
        /** The caller's number was learnt. */
        NUMBER("number"),
        /** A call-back was tried. */
        ATTEMPT("attempt"),
        /** It was tried and nobody was reached. */
        NOT_REACHED("notReached"),
        /** Another time was agreed or chosen. */
        POSTPONED("postponed"),
        /** It has another owner. */
        MOVED("moved"),
        /** It became overdue. */
        BROKEN("broken"),
        /** It went to the head. */
        ESCALATED("escalated"),
        /** The head is asked. */
        ASKED("asked"),
        /** The head has confirmed. */
        CONFIRMED("confirmed"),
        /** The matter was handed on. */
        HANDED("handed"),
        /** The inside deadline has passed: the client is told before the deadline. */
        SLIPPED("slipped"),
        /** Whoever it was handed to has solved it; the client is still to be told. */
        SOLVED("solved"),
        /** What is promised is another thing now. */
        KIND("kind"),
        /** It had been closed in error. */
        REOPENED("reopened");

        private final String word;

        What(String word) {
            this.word = word;
        }

        /** The word in the API. */
        public String word() {
            return word;
        }

        /** The event of that word; unknown words fail with IllegalArgumentException. */
        public static What ofWord(String word) {
            for (What what : values()) {
                if (what.word.equals(word)) {
                    return what;
                }
            }
            throw new IllegalArgumentException("nothing that becomes of a promise is called " + word);
        }
    }
}
