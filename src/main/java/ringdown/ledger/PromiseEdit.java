package ringdown.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A promise being changed; everything not touched stays. Lives for one statement. */
final class PromiseEdit {
    private final Promise was;
    List<String> calls;

    @Nullable
    String number;

    @Nullable
    String contactId;

    @Nullable
    String contactName;

    @Nullable
    String owner;

    Instant dueAt;
    Instant overdueAt;

    @Nullable
    String spokenAs;

    Promise.State state;

    @Nullable
    String how;

    boolean late;

    @Nullable
    String closedBy;

    @Nullable
    Instant closedAt;

    int attempts;

    @Nullable
    String reason;

    Matter matter;

    PromiseEdit(Promise was) {
        this.was = was;
        calls = was.calls();
        number = was.number();
        contactId = was.contactId();
        contactName = was.contactName();
        owner = was.owner();
        dueAt = was.dueAt();
        overdueAt = was.overdueAt();
        spokenAs = was.spokenAs();
        state = was.state();
        how = was.how();
        late = was.late();
        closedBy = was.closedBy();
        closedAt = was.closedAt();
        attempts = was.attempts();
        reason = was.reason();
        matter = was.matter();
    }

    Promise done() {
        return new Promise(
                was.id(),
                was.callId(),
                calls,
                number,
                contactId,
                contactName,
                owner,
                was.madeAt(),
                dueAt,
                overdueAt,
                spokenAs,
                state,
                how,
                late,
                closedBy,
                closedAt,
                attempts,
                reason,
                matter);
    }
}
