package ringdown.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the nightly test calls have shown. Wired at the roof; safe from any thread. */
public interface Nights {
    /** The last test call to the line at that port . */
    Optional<Night> last(String port);

    /** Nothing is tested. */
    Nights NONE = port -> Optional.empty();

    /**
     * One test call: when, from which line, and what came of it.
     *
     * @param lossDb between the two lines, where the call was answered and heard; else null
     */
    record Night(
            Instant at,
            String from,
            Result result,
            @Nullable Double lossDb) {
        /** What came of it. */
        public enum Result {
            RANG("rang"),
            NOT_RUNG("notRung"),
            /** It rang, was answered, and the line that called heard it. */
            HEARD("heard"),
            /** It rang and was answered, and nothing was heard. */
            NOT_HEARD("notHeard"),
            /** The line that calls could not be dialled on. */
            NO_DIAL_TONE("noDialTone"),
            /** Somebody rang, or the line was needed. */
            STOPPED("stopped");

            private final String word;

            Result(String word) {
                this.word = word;
            }

            /** The result with that word. */
            public static Result ofWord(String word) {
                return Arrays.stream(values())
                        .filter(one -> one.word.equals(word))
                        .findFirst()
                        .orElseThrow();
            }

            /** The word in the API. */
            public String word() {
                return word;
            }
        }
    }
}
