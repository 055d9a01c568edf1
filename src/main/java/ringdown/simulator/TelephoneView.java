package ringdown.simulator;

import org.jspecify.annotations.Nullable;

/**
 * An analog telephone as somebody who stands before it sees it; the caller is what it has decoded from sound.
 *
 * @param loopOpenMs for how long the port has opened the loop since the handset was last lifted, the last time it did; 0: never
 * @param reversed the battery's polarity
 */
public record TelephoneView(
        String port,
        boolean offHook,
        boolean ringing,
        @Nullable String callerNumber,
        @Nullable String callerName,
        boolean messageWaiting,
        int loopOpenMs,
        boolean reversed) {}
