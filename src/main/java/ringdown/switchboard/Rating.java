package ringdown.switchboard;

import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import ringdown.call.CallerLeft;
import ringdown.call.Handset;
import ringdown.number.Language;
import ringdown.prompts.Phrase;
import ringdown.prompts.Prompts;

/** Asks the caller for a mark, 1 to 5, once the office side has hung up (SITUATIONS 19). Runs on the call's thread. */
final class Rating {
    /** Marks of this and below are complaints. */
    static final int BAD = 2;

    private static final Duration KEY_WITHIN = Duration.ofSeconds(6);
    private static final int QUESTIONS = 2;

    private final CallRun run;
    private final Language language;

    Rating(CallRun run, Language language) {
        this.run = run;
        this.language = language;
    }

    /** The mark; empty if the caller pressed none or left. A key that is no mark gets the question once more. */
    OptionalInt ask() {
        Prompts prompts = run.desk.prompts();
        Handset handset = run.handset(run.caller);
        try {
            for (int i = 0; i < QUESTIONS; i++) {
                Character key = key(
                        handset, prompts.sound(Phrase.RATING_ASKED, language).samples());
                if (key == null) {
                    break;
                }
                if (key >= '1' && key <= '5') {
                    return OptionalInt.of(key - '0');
                }
            }
            return OptionalInt.empty();
        } catch (CallerLeft left) {
            return OptionalInt.empty();
        }
    }

    private static @Nullable Character key(Handset handset, short[] question) {
        Character early = handset.playUntilKey(question);
        return early == null ? handset.key(KEY_WITHIN) : early;
    }

    /** The last words; a caller who leaves in them has heard enough. */
    void thank(boolean rated) {
        Phrase words = rated ? Phrase.RATING_THANKS : Phrase.THANKS;
        try {
            run.handset(run.caller)
                    .play(run.desk.prompts().sound(words, language).samples());
        } catch (CallerLeft left) {
            run.event("left in the thanks");
        }
    }
}
