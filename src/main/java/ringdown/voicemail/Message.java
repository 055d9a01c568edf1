package ringdown.voicemail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody left after the tone.
 *
 * @param mailbox an extension or a team's name
 * @param callerNumber E.164 or the digits received; null when hidden
 * @param callerName the contact's name, else what came with the number
 * @param at when the tone sounded
 * @param seconds length without end tones
 */
public record Message(
        String id,
        String callId,
        String mailbox,
        @Nullable String callerNumber,
        @Nullable String callerName,
        Instant at,
        double seconds,
        boolean heard) {}
