package ringdown.conversation;

import java.time.Duration;

/** Adds up talk and hold of one talk, in monotonic nanoseconds. */
final class HoldTimes {
    private final long begun;
    private long heldBefore;
    private long holdBegun;
    private boolean holding;

    HoldTimes(long now) {
        begun = now;
    }

    void hold(long now) {
        holding = true;
        holdBegun = now;
    }

    void resume(long now) {
        if (holding) {
            heldBefore += now - holdBegun;
            holding = false;
        }
    }

    Duration lastHold(long now) {
        return Duration.ofNanos(holding ? now - holdBegun : 0);
    }

    Duration held(long now) {
        return Duration.ofNanos(heldBefore).plus(lastHold(now));
    }

    Duration talked(long now) {
        return Duration.ofNanos(now - begun).minus(held(now));
    }
}
