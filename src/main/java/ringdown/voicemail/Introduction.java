package ringdown.voicemail;

import java.time.Duration;
import org.tinylog.Logger;
import ringdown.audio.Frame;
import ringdown.call.CallerLeft;
import ringdown.call.Handset;
import ringdown.number.Language;
import ringdown.prompts.Phrase;
import ringdown.prompts.Prompts;

/**
 * A few words before a message that goes on: key 1 within the time records them, anything else leaves them out. Whoever hangs up has
 * said what they have said. One for a forwarding; runs on the call's thread.
 */
final class Introduction {
    private static final Duration FOR_A_KEY = Duration.ofSeconds(4);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int SHORTEST_MILLIS = 1000;
    /** The key is heard before it is known for one. */
    private static final int KEY_MILLIS = 120;

    private final Prompts prompts;
    private final Handset handset;
    private final Language language;
    private short[] words = new short[0];

    Introduction(Prompts prompts, Handset handset, Language language) {
        this.prompts = prompts;
        this.handset = handset;
        this.language = language;
    }

    /** What was said, 8 kHz; empty if nothing. Also after a hang-up in the middle. */
    short[] words() {
        return words;
    }

    void ask() {
        Character early = handset.playUntilKey(
                prompts.sound(Phrase.FORWARD_WORDS, language).samples());
        Character key = early == null ? handset.key(FOR_A_KEY) : early;
        if (key == null || key != '1') {
            return;
        }
        handset.play(prompts.sound(Phrase.GREETING_SPEAK, language).samples());
        handset.play(MessageTaker.tone());
        GreetingTape tape = new GreetingTape(Frame.samples(Math.toIntExact(LONGEST.toMillis())));
        switch (handset.record(tape, LONGEST)) {
            case Handset.Recorded.FarEndLeft left -> {
                keep(tape.without(0));
                throw new CallerLeft(left.gone());
            }
            case Handset.Recorded.KeyPressed pressed -> keep(tape.without(Frame.samples(KEY_MILLIS)));
            case Handset.Recorded.TimeOver over -> keep(tape.without(0));
            case Handset.Recorded.Stopped stopped -> keep(tape.without(0));
        }
    }

    private void keep(short[] said) {
        if (said.length >= Frame.samples(SHORTEST_MILLIS)) {
            words = said;
        } else {
            Logger.debug("nothing was said before the message");
        }
    }
}
