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
 * @param heardAt when somebody first listened to it; null: nobody has
 * @param owed what was promised for its call is still owed
 * @param urgent the caller says so by key, or somebody on the page
 * @param forwardedBy the extension or account that forwarded it to this mailbox; null: left there by the caller
 * @param note what was said to it
 */
public record Message(
        String id,
        String callId,
        String mailbox,
        @Nullable String callerNumber,
        @Nullable String callerName,
        Instant at,
        double seconds,
        boolean heard,
        @Nullable Instant heardAt,
        boolean owed,
        boolean urgent,
        @Nullable String forwardedBy,
        @Nullable String note) {}
