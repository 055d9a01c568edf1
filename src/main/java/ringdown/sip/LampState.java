package ringdown.sip;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.call.TelephoneCall;

/**
 * What a busy lamp shows of a person, a line or a trunk.
 *
 * @param name of whom it is; null: they have none
 * @param call that is shown; null: none, or nothing more is known of it
 */
public record LampState(
        Phase phase, @Nullable String name, @Nullable TelephoneCall call) implements Shown {
    /** The three states that every telephone of the field knows. */
    public enum Phase {
        /** At rest. */
        DARK,
        /** Rings: whoever presses the key may take the call. */
        RINGING,
        /** Talks, or cannot be reached now. */
        LIT
    }

    /**
     * Of everything on somebody's telephones: what rings goes first, since it can be taken. Who dials is shown as who talks, since there
     * is nothing to be taken.
     *
     * @param taken they cannot be reached, whatever their telephones do
     */
    public static LampState of(@Nullable String name, List<TelephoneCall> calls, boolean taken) {
        TelephoneCall ringing =
                calls.stream().filter(TelephoneCall::rings).findFirst().orElse(null);
        if (ringing != null) {
            return new LampState(Phase.RINGING, name, ringing);
        }
        TelephoneCall other = calls.stream()
                .filter(TelephoneCall::answered)
                .findFirst()
                .orElse(calls.isEmpty() ? null : calls.getFirst());
        return new LampState(taken || other != null ? Phase.LIT : Phase.DARK, name, other);
    }
}
