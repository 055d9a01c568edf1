package ringdown.switchboard;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import ringdown.audio.Frame;
import ringdown.call.HangupCause;
import ringdown.number.Extension;
import ringdown.prompts.Phrase;

/**
 * Somebody who has another party on hold asks for a parking place: it is told, and kept until they put that party through to it (a telephone
 * laid down after a flash, RFC 3891) or go back to them. Runs on the call's own thread.
 */
final class ParkOffer {
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int PAUSE = 2 * Frame.SAMPLE_RATE;

    private final CallRun run;
    private final Extension who;
    private final PlaceWords words;

    ParkOffer(CallRun run, Extension who) {
        this.run = run;
        this.who = who;
        this.words = new PlaceWords(run, who.digits());
    }

    HangupCause serve() {
        if (!talksElsewhere()) {
            return says(Phrase.NOTHING_TO_PARK);
        }
        Optional<Integer> place = run.desk.parking().offer(run.caller, who.digits(), run.now());
        return place.map(this::told).orElseGet(() -> says(Phrase.PLACES_TAKEN));
    }

    private boolean talksElsewhere() {
        return run.desk
                .presence()
                .callOf(who)
                .filter(call -> !call.equals(run.id()))
                .isPresent();
    }

    private HangupCause told(int place) {
        try {
            run.caller.answer();
            short[] said = words.place(place);
            Sounds sounds = new Sounds(run.desk.prompts(), run.office.info());
            run.handset(run.caller).waitWith(sounds.again(Arrays.copyOf(said, said.length + PAUSE)), LONGEST);
            return HangupCause.NORMAL;
        } finally {
            run.desk.parking().withdraw(run.caller);
        }
    }

    private HangupCause says(Phrase phrase) {
        run.caller.answer();
        run.handset(run.caller).play(words.phrase(phrase));
        return HangupCause.NORMAL;
    }
}
