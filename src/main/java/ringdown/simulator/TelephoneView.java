package ringdown.simulator;

import org.jspecify.annotations.Nullable;

/**
 * An analog telephone as somebody who stands before it sees it; the caller is what it has decoded from sound.
 *
 * @param loopOpenMs for how long the port has opened the loop since the handset was last lifted, the last time it did; 0: never
 * @param onHookMs for how long the handset has lain, as the wires saw it, an hour at the most; 0: it is lifted
 * @param reversed the battery's polarity
 * @param messages how many new messages it was last told of by FSK; null: nothing was told
 * @param lifeline where its lifeline relay has it; null: there is no relay
 * @param devices what hangs on the wires
 */
public record TelephoneView(
        String port,
        boolean offHook,
        boolean ringing,
        @Nullable String callerNumber,
        @Nullable String callerName,
        boolean messageWaiting,
        int loopOpenMs,
        int onHookMs,
        boolean reversed,
        @Nullable Integer messages,
        @Nullable Side lifeline,
        TelephoneDevices devices) {
    /** The two sides of a lifeline relay. */
    public enum Side {
        /** Pulled: the telephone is on its port. */
        BOX,
        /** Released: it is on the outside line. */
        LINE
    }
}
