package ringdown.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Who the caller turned out to be.
 *
 * @param number E.164 or the digits received; null when hidden or unknown
 * @param contactId and callerClass null for a stranger
 */
public record Identity(
        @Nullable String number,
        @Nullable String name,
        boolean hidden,
        @Nullable String contactId,
        @Nullable String contactName,
        @Nullable String callerClass) {}
