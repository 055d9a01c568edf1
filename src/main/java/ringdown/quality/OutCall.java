package ringdown.quality;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to call who does not expect it (Q10).
 *
 * @param id of the list and the party; the same as long as they stand there
 * @param callId the call it is about: the last talk, or the one that was lost
 * @param at when that was
 * @param attempts in vain so far
 * @param notBefore they asked to be called then; null: now
 */
public record OutCall(
        String id,
        List list,
        String number,
        @Nullable String contactId,
        @Nullable String name,
        @Nullable String callerClass,
        @Nullable String manager,
        Why why,
        String callId,
        Instant at,
        int attempts,
        @Nullable Instant notBefore) {

    /** Which list. */
    public enum List {
        /** Who has not been talked to for long, or was lost. */
        WIN_BACK("winBack"),
        /** Whom to ask how it was. */
        ASKING("asking");

        private final String word;

        List(String word) {
            this.word = word;
        }

        /** The word in the API. */
        public String word() {
            return word;
        }
    }

    /** Why they stand there. */
    public enum Why {
        /** A client, and no talk for so many days. */
        SILENT("silent"),
        /** Was owed a call and could not be reached. */
        LOST("lost"),
        /** Talked and gave no mark. */
        UNRATED("unrated"),
        /** Gave the best mark: may be asked for a review. */
        PLEASED("pleased");

        private final String word;

        Why(String word) {
            this.word = word;
        }

        /** The word in the API. */
        public String word() {
            return word;
        }
    }

    /**
     * What the ledger knows of somebody who may be called; one may be there for several reasons, the newest first.
     *
     * @param contactId null: a number without a card
     */
    public record Candidate(
            @Nullable String contactId, @Nullable String number, Why why, String callId, Instant at) {}

    /** How a call from a list went. */
    public enum Result {
        TALKED("talked"),
        NOT_REACHED("notReached"),
        LATER("later"),
        DECLINED("declined"),
        RATED("rated");

        private final String word;

        Result(String word) {
            this.word = word;
        }

        /** The word in the API. */
        public String word() {
            return word;
        }

        /** Of that word; unknown words fail with IllegalArgumentException. */
        public static Result ofWord(String word) {
            for (Result result : values()) {
                if (result.word.equals(word)) {
                    return result;
                }
            }
            throw new IllegalArgumentException("no result " + word);
        }
    }

    /**
     * One that was made.
     *
     * @param attempt opaque: what is known later of the same call takes the place of what was written before; null: said by a person, of
     *     no call of the box
     * @param by extension or account
     * @param notBefore of {@link Result#LATER}
     */
    public record Made(
            String id,
            @Nullable String attempt,
            Result result,
            String by,
            Instant at,
            @Nullable Instant notBefore,
            @Nullable String note) {}
}
