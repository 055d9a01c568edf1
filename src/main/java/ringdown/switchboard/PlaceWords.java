package ringdown.switchboard;

import java.util.Arrays;
import ringdown.audio.Frame;
import ringdown.number.Extension;
import ringdown.number.Language;
import ringdown.office.Person;
import ringdown.prompts.Phrase;

/** What somebody of the office hears about parking places, in their own language. Used by one thread. */
final class PlaceWords {
    /** Samples of silence before the place is said once more: 1 s. */
    private static final int PAUSE = Frame.SAMPLE_RATE;

    private final CallRun run;
    private final Language language;

    /** {@code who}: extension; others hear the office's language. */
    PlaceWords(CallRun run, String who) {
        this.run = run;
        this.language = language(run, who);
    }

    private static Language language(CallRun run, String who) {
        return who.matches("[0-9]{1,8}")
                ? run.office
                        .person(new Extension(who))
                        .map(Person::language)
                        .orElse(run.office.info().language())
                : run.office.info().language();
    }

    /** "Three. Three." */
    short[] place(int place) {
        short[] once =
                run.desk.prompts().digits(Integer.toString(place), language).samples();
        short[] twice = Arrays.copyOf(once, 2 * once.length + PAUSE);
        System.arraycopy(once, 0, twice, once.length + PAUSE, once.length);
        return twice;
    }

    short[] allTaken() {
        return phrase(Phrase.PLACES_TAKEN);
    }

    short[] phrase(Phrase phrase) {
        return run.desk.prompts().sound(phrase, language).samples();
    }
}
