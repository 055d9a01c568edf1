package ringdown.mailer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One e-mail that waits.
 *
 * @param messageId voicemail whose sound goes with it, null: none
 * @param attempts so far
 */
public record Letter(
        String id,
        String to,
        String subject,
        String text,
        @Nullable String messageId,
        Instant madeAt,
        int attempts) {}
