package ringdown.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known when a call begins; durable before anything rings.
 *
 * @param via "fxo:1", a trunk's name, or for internal and outgoing calls the extension that calls
 * @param called the office's number that was called (in), else what was dialled
 * @param callerNumber E.164 when valid in the office's country, else the digits received; null when hidden or not yet known
 * @param hidden the caller withheld the number
 * @param script the script that will serve it, for the promise after a crash; null when none
 */
public record CallOpened(
        String id,
        Instant at,
        Direction direction,
        String via,
        @Nullable String called,
        @Nullable String callerNumber,
        @Nullable String callerName,
        boolean hidden,
        @Nullable String script) {}
