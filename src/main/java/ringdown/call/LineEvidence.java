package ringdown.call;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One reading of one trait of a line, as one call or test has shown it.
 *
 * @param value tone: its notation; release: loopBreak, reversal, busyTone, congestionTone, informationTone, dialTone, silence,
 *     noCurrent; caller ID: its scheme, or none; hybrid: the number of the setting; else the figure in whole numbers
 * @param amount level of tone or callers in dBm0, echo loss in dB, pause in ms, voltage in V; null where there is no figure
 * @param callId the call that has shown it; null: no call has
 * @param sound what was heard is kept
 * @param bits what an exchange told of the caller, as it came: octets of FSK in hexadecimal, or keys; null: nothing of the kind
 */
public record LineEvidence(
        String id,
        LineTrait trait,
        String value,
        @Nullable Double amount,
        Instant at,
        @Nullable String callId,
        boolean sound,
        @Nullable String bits) {}
