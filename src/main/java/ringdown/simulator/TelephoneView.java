package ringdown.simulator;

import org.jspecify.annotations.Nullable;

/** An analog telephone as somebody who stands before it sees it; the caller is what it has decoded from sound. */
public record TelephoneView(
        String port,
        boolean offHook,
        boolean ringing,
        @Nullable String callerNumber,
        @Nullable String callerName,
        boolean messageWaiting) {}
