package ringdown.switchboard;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ringdown.conversation.TalkEnd;
import ringdown.ledger.CallEntry;
import ringdown.ledger.Ending;
import ringdown.ledger.Outcome;
import ringdown.ledger.PromiseDraft;

/** Adds up what a call comes to: the wait, the talks, the holds, who talked last. Used by the call's own thread only. */
final class Tally {
    private final CallRun run;
    private double waitSeconds = -1;
    private Duration talked = Duration.ZERO;
    private Duration held = Duration.ZERO;
    private @Nullable String answeredBy;
    private final Map<String, Duration> with = new LinkedHashMap<>();
    private int transfers;
    private boolean callerHeard;
    private boolean agentHeard;

    Tally(CallRun run) {
        this.run = run;
    }

    /** A person took it; the wait ends with the first. */
    void connected(String who) {
        if (waitSeconds < 0) {
            waitSeconds = run.seconds();
        }
        answeredBy = who;
    }

    /** Somebody of the office put the caller through to somebody else. */
    void transferred() {
        transfers++;
    }

    /** The caller waited so many seconds in a parking place. */
    void parked(double seconds) {
        held = held.plus(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    /** The talks together come up to what keeps a promise. */
    boolean keeps() {
        return callerHeard && agentHeard && talked.compareTo(Attempt.KEEPING) >= 0;
    }

    /** In one of the talks of this call at least. */
    boolean callerHeard() {
        return callerHeard;
    }

    /** The call is over: "last spoken" is who talked longest, not who came last (SITUATIONS 10). */
    void over() {
        with.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .filter(who -> with.size() > 1 && !who.equals(answeredBy))
                .ifPresent(who -> run.event(CallEntry.LONGEST + who));
        with.clear();
    }

    void talked(TalkEnd end) {
        if (answeredBy != null) {
            with.merge(answeredBy, end.talked(), Duration::plus);
        }
        talked = talked.plus(end.talked());
        held = held.plus(end.held());
        callerHeard |= end.callerHeard();
        agentHeard |= end.agentHeard();
    }

    /** The ending without a message. */
    Ending ending(Outcome outcome, boolean settled, @Nullable PromiseDraft promise) {
        return ending(outcome, settled, null, null, promise);
    }

    /** The ending with what was left. */
    Ending ending(
            Outcome outcome,
            boolean settled,
            @Nullable String messageId,
            @Nullable Double messageSeconds,
            @Nullable PromiseDraft promise) {
        return new Ending(
                outcome,
                run.now(),
                answeredBy,
                waitSeconds < 0 ? run.seconds() : waitSeconds,
                seconds(talked),
                seconds(held),
                transfers,
                settled,
                callerHeard && agentHeard,
                messageId,
                messageSeconds,
                promise);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
