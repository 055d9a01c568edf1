package ringdown.switchboard;

import org.jspecify.annotations.Nullable;
import ringdown.prompts.Phrase;
import ringdown.routing.Plan;
import ringdown.routing.Step;

/** What a caller is greeted with, and the key that cuts it short. One for a call; used by the call's own thread only. */
final class Greeting {
    private final CallRun run;
    private final Sounds sounds;
    private final Taping taping;
    /** A key pressed in the greeting of a menu ends the greeting and counts (SITUATIONS 17); so does the urgent key after hours (18). */
    private @Nullable Character early;

    private boolean ratingAnnounced;

    Greeting(CallRun run, Sounds sounds, Taping taping) {
        this.run = run;
        this.sounds = sounds;
        this.taping = taping;
    }

    /** The key that was pressed meanwhile, once; null: none. */
    @Nullable
    Character key() {
        Character pressed = early;
        early = null;
        return pressed;
    }

    /** Nothing more is said once a key has been pressed. */
    void say(Step.Greet greet, Plan plan) {
        if (early != null) {
            return;
        }
        run.answer();
        run.event("greeting");
        Announcements announcements = new Announcements(run.desk.prompts());
        boolean rating = plan.askRating() && !ratingAnnounced && !plan.closed();
        ratingAnnounced = ratingAnnounced || rating;
        short[] sound = announcements.sound(greet.announcement(), rating).samples();
        early = run.handset(run.caller).playUntilKey(sound, plan.keysDuring(greet));
        if (early == null) {
            taping.greeted();
        }
    }

    /** What both hear before they hear each other, where nobody could say yet that their talk is recorded. */
    short[] untold(@Nullable Plan plan) {
        if (plan == null || !taping.mustTell()) {
            return new short[0];
        }
        taping.told();
        return sounds.phrase(Phrase.CALL_IS_RECORDED, plan.language());
    }

    /** Before anybody rings, and to its end: a key may have cut the greeting short (SITUATIONS 19). */
    void tellThatItIsRecorded(Plan plan) {
        if (taping.mustTell()) {
            run.answer();
            run.handset(run.caller).play(sounds.phrase(Phrase.CALL_IS_RECORDED, plan.language()));
            taping.told();
        }
    }
}
