package ringdown.switchboard;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import ringdown.call.CallEvent;
import ringdown.call.Handset;
import ringdown.number.CallerId;
import ringdown.number.Language;
import ringdown.number.PhoneNumber;
import ringdown.prompts.Phrase;
import ringdown.prompts.Prompts;
import ringdown.prompts.Sound;

/**
 * Asks a caller without a number for it (SITUATIONS 11): said after the tone, or dialled, with # at the end, during the words or after the
 * tone. Runs on the call's thread; listens until the call is over.
 */
final class NumberAsked {
    private static final Duration FOR_A_KEY = Duration.ofSeconds(4);
    private static final int LONGEST = 20;

    private final CallRun run;
    private final Consumer<Caller> known;
    private final StringBuilder digits = new StringBuilder();
    private boolean asked;
    private boolean given;

    /** Silent until it asks; {@code known} hears of the caller once, if a number that is one is dialled. */
    NumberAsked(CallRun run, Consumer<Caller> known) {
        this.run = run;
        this.known = known;
        run.listen(this::hears);
    }

    /** Says the words and the question; whoever has begun to dial is waited for. True as soon as one of these keys is pressed. */
    boolean asked(Handset handset, Sound words, Language language, String keys) {
        asked = true;
        Prompts prompts = run.desk.prompts();
        Sound question = words.then(prompts.sound(Phrase.NUMBER_UNKNOWN, language));
        if (handset.playUntilKey(question.samples(), keys) != null) {
            return true;
        }
        while (!given && !digits.isEmpty()) {
            Character key = handset.key(FOR_A_KEY);
            take(key == null ? '#' : key);
        }
        if (given) {
            handset.play(prompts.sound(Phrase.NUMBER_NOTED, language)
                    .then(prompts.sound(Phrase.MESSAGE, language))
                    .samples());
        }
        return false;
    }

    /** The recording is over; # may have ended it. */
    void over() {
        take('#');
    }

    private boolean hears(CallEvent event) {
        if (asked && event instanceof CallEvent.DigitPressed key && key.leg() == run.caller) {
            take(key.digit());
            return true;
        }
        return false;
    }

    private void take(char key) {
        if (Character.isDigit(key) && digits.length() < LONGEST) {
            digits.append(key);
        } else if (key == '*') {
            digits.setLength(0);
        } else if (key == '#') {
            number().ifPresent(this::given);
            digits.setLength(0);
        }
    }

    private Optional<PhoneNumber> number() {
        return given ? Optional.empty() : run.office.numberingPlan().parse(digits.toString());
    }

    private void given(PhoneNumber number) {
        given = true;
        known.accept(Caller.of(CallerId.of(number.e164(), null), run.desk, run.office));
    }
}
