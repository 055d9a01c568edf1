package ringdown.conversation;

import java.time.Duration;
import ringdown.call.CallEvent;
import ringdown.call.Leg;

/**
 * How a talk ended.
 *
 * @param left the leg that went first; the other one still stands
 * @param gone why it went
 * @param talked time together, holds taken off
 * @param held time on hold
 * @param lastHold how long the hold lasted during which the leg went; zero if they were talking
 * @param callerHeard and agentHeard: at least a second of sound that is speech or the like came from that side
 */
public record TalkEnd(
        Leg left,
        CallEvent.Gone gone,
        Duration talked,
        Duration held,
        Duration lastHold,
        boolean callerHeard,
        boolean agentHeard) {
    /** Sound came from both sides. */
    public boolean voiceBothSides() {
        return callerHeard && agentHeard;
    }
}
