package ringdown.switchboard;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import ringdown.prompts.Sound;
import ringdown.routing.Resolved;

/** When something is said to whoever waits: on coming, then every so often. Used by the call's own thread only. */
final class Announced {
    private static final Duration NEVER = Duration.ofDays(1);

    private final CallRun run;
    private final QueueWords words;
    private final @Nullable Duration every;
    private final boolean offers;
    private long next;
    private boolean begun;

    /**
     * @param every null: once
     * @param offers a call back is offered: the caller has a number, and the queue a key
     */
    Announced(CallRun run, QueueWords words, @Nullable Duration every, boolean offers) {
        this.run = run;
        this.words = words;
        this.every = every;
        this.offers = offers;
        this.next = run.desk.clock().nanos();
    }

    boolean offers() {
        return offers;
    }

    boolean begun() {
        return begun;
    }

    /** Says it if its time has come and nothing else is being said; when the next one is due, in nanoseconds. */
    long sayIfDue(HoldSound sound, int place, Resolved now) {
        if (next - run.desk.clock().nanos() > 0 || sound.speaks()) {
            return next;
        }
        Sound said = begun ? words.again(place, now, offers) : words.first(place, now, offers);
        next = run.deadline(every == null ? NEVER : every);
        begun = true;
        if (said.samples().length > 0) {
            run.event("announced: " + said.words());
            sound.say(said.samples());
        }
        return next;
    }
}
