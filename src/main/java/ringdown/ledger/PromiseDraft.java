package ringdown.ledger;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A promise about to be made; joins the one that stands for the same contact or number instead of making a second.
 *
 * @param number who is to be called; null for a hidden number, which always opens its own
 * @param owner the extension of whoever has to call back; null when the office has nobody
 * @param dueAt when calling back starts
 * @param overdueAt when it is broken
 * @param spokenAs the words spoken to the caller; null if none were
 * @param matter what it is about
 */
public record PromiseDraft(
        @Nullable String number,
        @Nullable String contactId,
        @Nullable String owner,
        Instant madeAt,
        Instant dueAt,
        Instant overdueAt,
        @Nullable String spokenAs,
        Matter matter) {
    /** The same, to that contact: a card may have been joined, written or deleted while the call went on (SITUATIONS 8). */
    public PromiseDraft to(@Nullable String contact) {
        return Objects.equals(contact, contactId)
                ? this
                : new PromiseDraft(number, contact, owner, madeAt, dueAt, overdueAt, spokenAs, matter);
    }

    /** To be called back, no more. */
    public PromiseDraft(
            @Nullable String number,
            @Nullable String contactId,
            @Nullable String owner,
            Instant madeAt,
            Instant dueAt,
            Instant overdueAt,
            @Nullable String spokenAs) {
        this(number, contactId, owner, madeAt, dueAt, overdueAt, spokenAs, Matter.USUAL);
    }
}
