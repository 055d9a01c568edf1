package ringdown.quality;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that left the agreed order, as the rules stood when it happened.
 *
 * @param id what it was and of what: the same thing has the same id, however often it is looked at
 * @param stage the words of the script for the stage it is about; null: of none
 * @param person extension or mobile of who did it; null: nobody in person
 * @param callId null: it is about no call
 * @param note in plain words, figures included
 */
public record Deviation(
        String id,
        Instant at,
        Kind kind,
        Subject subject,
        @Nullable String stage,
        @Nullable String person,
        @Nullable String callId,
        @Nullable String note) {

    /** What kind of order was left. */
    public enum Kind {
        /** Whoever's turn it was let it ring out, and somebody of a later turn took it. */
        OUT_OF_TURN("outOfTurn"),
        /** Taken later than {@code answerWithin} of the class, else of the script. */
        LATE_ANSWER("lateAnswer"),
        /** The caller waited for a minute or longer. */
        LONG_WAIT("longWait"),
        /** An override stood for longer than its {@code max}. */
        OVERRIDE_LEFT_ON("overrideLeftOn"),
        /** The hours were overridden. */
        OVERRIDE_SET("overrideSet"),
        /** A promise became overdue. */
        PROMISE_LATE("promiseLate"),
        /** Passed on twice or more. */
        TRANSFERS("transfers"),
        /** A line could not be heard. */
        LINE_DEAF("lineDeaf"),
        /** Callers of a number heard busy. */
        ALL_BUSY("allBusy"),
        /** The class is another team's. */
        WRONG_TEAM("wrongTeam"),
        /** The office side ended the talk at once, or the caller was never heard. */
        HUNG_UP("hungUp"),
        /** Let two calls in a row ring out and is not rung any more. */
        NOT_ANSWERING("notAnswering");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word in the API. */
        public String word() {
            return word;
        }

        /** Of that word; unknown words fail with IllegalArgumentException. */
        public static Kind ofWord(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no kind of deviation " + word);
        }
    }

    /** Whose order it was: a script, a class, a person (extension), a line or trunk, an override, by name. */
    public record Subject(What what, String name) {}

    /** What a subject is. */
    public enum What {
        SCRIPT,
        CALLER_CLASS,
        PERSON,
        LINE,
        OVERRIDE;

        /** The word in the API. */
        public String word() {
            return switch (this) {
                case SCRIPT -> "script";
                case CALLER_CLASS -> "class";
                case PERSON -> "person";
                case LINE -> "line";
                case OVERRIDE -> "override";
            };
        }

        /** Of that word; unknown words fail with IllegalArgumentException. */
        public static What ofWord(String word) {
            for (What what : values()) {
                if (what.word().equals(word)) {
                    return what;
                }
            }
            throw new IllegalArgumentException("no subject " + word);
        }
    }

    /** Of this kind, about this subject and stage: what repeats itself. */
    public record Group(
            Kind kind, Subject subject, @Nullable String stage) {}

    /** What it repeats. */
    public Group group() {
        return new Group(kind, subject, stage);
    }
}
