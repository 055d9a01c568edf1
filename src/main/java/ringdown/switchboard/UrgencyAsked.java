package ringdown.switchboard;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import ringdown.call.CallerLeft;
import ringdown.call.Handset;
import ringdown.number.Language;
import ringdown.prompts.Phrase;
import ringdown.prompts.Prompts;
import ringdown.prompts.Sound;
import ringdown.voicemail.MessageTaker;

/**
 * Whoever ends their message with # is still there, and may say by key 1 that it is urgent. The message is on disk by then: hanging up
 * at any moment keeps it as it is. Runs on the call's thread.
 */
final class UrgencyAsked {
    private static final Duration KEY_WITHIN = Duration.ofSeconds(4);
    private static final char URGENT = '1';

    private final CallRun run;
    private final Language language;

    UrgencyAsked(CallRun run, Language language) {
        this.run = run;
        this.language = language;
    }

    /** Asks if the caller is still there to be asked. */
    void after(MessageTaker.Taken.Message message) {
        if (!(message.ended() instanceof Handset.Recorded.KeyPressed)) {
            return;
        }
        try {
            if (isUrgent(run.handset(run.caller))) {
                run.desk.messageTaker().urgent(message.id());
                run.event("the caller says the message is urgent");
                run.handset(run.caller)
                        .play(run.desk.prompts().sound(Phrase.DONE, language).samples());
            }
        } catch (CallerLeft left) {
            run.event("left after the message");
        }
    }

    private boolean isUrgent(Handset handset) {
        Prompts prompts = run.desk.prompts();
        Sound question = prompts.sound(Phrase.MESSAGE_TAKEN, language)
                .then(prompts.sound(Phrase.URGENT_PRESS, language))
                .then(prompts.digits(String.valueOf(URGENT), language));
        @Nullable Character early = handset.playUntilKey(question.samples());
        @Nullable Character key = early == null ? handset.key(KEY_WITHIN) : early;
        return key != null && key == URGENT;
    }
}
