package ringdown.switchboard;

import org.jspecify.annotations.Nullable;
import ringdown.call.Leg;
import ringdown.media.CrossConnect;
import ringdown.office.Recording;
import ringdown.recording.TalkRecording;
import ringdown.routing.Step;

/**
 * Whether the talks of one call are recorded: only where a rule says so and whoever is outside has been told (SITUATIONS 18, 19). One
 * recording a call, whoever comes and goes. Used by the call's own thread only.
 */
final class Taping implements AutoCloseable {
    private final CallRun run;
    private boolean ruled;
    private boolean on;
    private Recording.Says says = Recording.Says.BOX;
    private boolean told;
    private @Nullable TalkRecording talk;

    Taping(CallRun run) {
        this.run = run;
    }

    /** No rule has been come to yet. */
    boolean unruled() {
        return !ruled;
    }

    /** From here on this rule holds. */
    void rule(Step.Recorded rule) {
        rule(rule.on(), rule.says());
    }

    void rule(boolean record, Recording.Says whoSays) {
        ruled = true;
        on = record;
        says = whoSays;
    }

    /** A greeting was heard to its end. */
    void greeted() {
        told |= on && says == Recording.Says.GREETING;
    }

    /** Somebody would be recorded who has not been told. */
    boolean mustTell() {
        return on && !told;
    }

    /** The box has said it. */
    void told() {
        told = true;
    }

    /**
     * For a talk with that person, or number outside; null: it is not recorded.
     *
     * @param officeFirst the first side of the talk is the office's
     */
    CrossConnect.@Nullable Tap tap(String who, boolean officeFirst) {
        if (!on || !told) {
            return null;
        }
        TalkRecording now = talk == null ? run.desk.talks().begin(run.id()) : talk;
        talk = now;
        run.desk.talks().talks(run.id(), who);
        return now.tap(officeFirst);
    }

    /** A talk between these two is over: busy tone at its end is cut off (LINES rule 11). */
    void over(Leg one, Leg other) {
        if (talk != null) {
            talk.cut(Math.max(one.voice().endToneSamples(), other.voice().endToneSamples()));
        }
    }

    /** The call is over; what waits is written without it. */
    @Override
    public void close() {
        if (talk != null) {
            talk.close();
        }
    }
}
