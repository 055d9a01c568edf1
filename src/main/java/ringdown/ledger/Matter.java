package ringdown.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a promise is about, and what holds for it beyond its two moments.
 *
 * @param callerClass of the caller when it was made; null: none
 * @param text what was agreed, in a person's words
 * @param inTalk agreed in a talk (SITUATIONS 6): that same talk does not keep it
 * @param passing an unknown caller who was gone at once: end of the list, one attempt (SITUATIONS 5)
 * @param confirm what the head must say before it goes on
 * @param escalatedTo the head it went to when it was broken; null: not broken yet, or nobody is head
 * @param handing the matter was handed on inside; null: it was not
 */
public record Matter(
        Kind kind,
        @Nullable String callerClass,
        @Nullable String text,
        boolean inTalk,
        boolean passing,
        Confirm confirm,
        @Nullable String escalatedTo,
        @Nullable Handing handing) {
    /** Somebody is to be called back; nothing else is said. */
    public static final Matter USUAL =
            new Matter(Kind.CALL_BACK, null, null, false, false, Confirm.NOTHING, null, null);

    /** What was promised. */
    public enum Kind {
        /** To call. */
        CALL_BACK("callBack"),
        /** To hear the message and choose (obligation {@code listen}). */
        LISTEN("listen"),
        /** To answer a question, by whatever way. */
        ANSWER("answer"),
        /** To come. */
        VISIT("visit");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word in the API. */
        public String word() {
            return word;
        }

        /** The kind of that word; unknown words fail with IllegalArgumentException. */
        public static Kind ofWord(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no kind of promise " + word);
        }
    }

    /** What waits for the head's word. */
    public enum Confirm {
        /** Nothing. */
        NOTHING("nothing"),
        /** An unknown foreign or premium number is not dialled before. */
        DIALLING("dialling"),
        /** A client who could not be reached is not given up before. */
        UNREACHABLE("unreachable");

        private final String word;

        Confirm(String word) {
            this.word = word;
        }

        /** The word in the API. */
        public String word() {
            return word;
        }

        /** Of that word; unknown words fail with IllegalArgumentException. */
        public static Confirm ofWord(String word) {
            for (Confirm confirm : values()) {
                if (confirm.word.equals(word)) {
                    return confirm;
                }
            }
            throw new IllegalArgumentException("nothing to confirm is called " + word);
        }
    }

    /**
     * The inner obligation (SITUATIONS 20): somebody else solves it, the owner still has to tell the client.
     *
     * @param to extension of who solves it
     * @param insideAt two thirds of the time; after it the client is told before the deadline passes
     * @param slipped the inside deadline has passed
     * @param solvedAt null while it is not
     */
    public record Handing(
            String to,
            Instant insideAt,
            boolean slipped,
            @Nullable Instant solvedAt) {
        /** Still to be solved, and not yet too late inside. */
        public boolean pending() {
            return solvedAt == null && !slipped;
        }
    }

    /** A promise made in a talk. */
    public static Matter agreed(Kind kind, @Nullable String callerClass, @Nullable String text) {
        return new Matter(kind, callerClass, text, true, false, Confirm.NOTHING, null, null);
    }

    Matter withKind(Kind other) {
        return new Matter(other, callerClass, text, inTalk, passing, confirm, escalatedTo, handing);
    }

    Matter withClass(@Nullable String other) {
        return new Matter(kind, other, text, inTalk, passing, confirm, escalatedTo, handing);
    }

    Matter withText(@Nullable String other) {
        return new Matter(kind, callerClass, other, inTalk, passing, confirm, escalatedTo, handing);
    }

    Matter withPassing(boolean is) {
        return new Matter(kind, callerClass, text, inTalk, is, confirm, escalatedTo, handing);
    }

    Matter withConfirm(Confirm other) {
        return new Matter(kind, callerClass, text, inTalk, passing, other, escalatedTo, handing);
    }

    Matter withEscalatedTo(@Nullable String head) {
        return new Matter(kind, callerClass, text, inTalk, passing, confirm, head, handing);
    }

    Matter withHanding(@Nullable Handing other) {
        return new Matter(kind, callerClass, text, inTalk, passing, confirm, escalatedTo, other);
    }
}
