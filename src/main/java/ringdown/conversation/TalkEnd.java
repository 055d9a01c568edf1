package ringdown.conversation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import ringdown.call.CallEvent;
import ringdown.call.Leg;

/**
 * How a talk ended.
 *
 * @param left the leg that went first; the other one still stands
 * @param gone why it went
 * @param talked time together, holds taken off
 * @param held time on hold
 * @param lastHold how long the called side's hold lasted during which the leg went; zero if they were talking, or if it was the
 *     caller who let the other wait
 * @param holder who had put the other on hold; null: they heard each other
 * @param passedOn one side put the other through to somebody else; null: not so
 * @param asked another call wants one of the two; null: not so. With neither, one of the two has gone
 * @param callerHeard and agentHeard: at least a second of sound that is speech or the like came from that side
 */
public record TalkEnd(
        Leg left,
        CallEvent.Gone gone,
        Duration talked,
        Duration held,
        Duration lastHold,
        boolean callerHeard,
        boolean agentHeard,
        @Nullable Leg holder,
        CallEvent.@Nullable TransferAsked passedOn,
        CallEvent.@Nullable Request asked) {
    /** The same two had talked before, to that end: what was adds up. */
    public TalkEnd after(TalkEnd before) {
        return new TalkEnd(
                left,
                gone,
                talked.plus(before.talked),
                held.plus(before.held),
                lastHold,
                callerHeard || before.callerHeard,
                agentHeard || before.agentHeard,
                holder,
                passedOn,
                asked);
    }

    /** What was asked for has come to nothing, and one of the two has gone meanwhile. */
    public TalkEnd endedBy(CallEvent.Gone last) {
        return new TalkEnd(last.leg(), last, talked, held, lastHold, callerHeard, agentHeard, holder, null, null);
    }

    /** Sound came from both sides. */
    public boolean voiceBothSides() {
        return callerHeard && agentHeard;
    }
}
