package ringdown.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The second line of the ledger: promises are opened, joined, kept, closed, postponed, tried and broken here, whatever call or person
 * is behind it. Like {@link Books} it decides in memory and says what is to be written. Not safe for two threads.
 */
public final class PromiseBook {
    private final Ids ids;
    private final Owed owed = new Owed();

    PromiseBook(Ids ids) {
        this.ids = ids;
    }

    void load(List<Promise> standing) {
        standing.forEach(owed::put);
    }

    List<Promise> all(@Nullable String contactId, @Nullable String number) {
        return owed.all(contactId, number);
    }

    List<Posting> cover(OpenCall call, PromiseDraft draft) {
        List<Posting> all = new ArrayList<>();
        call.promiseId = cover(call.id(), call.contactName(), draft, all).id();
        return all;
    }

    /** Opens or joins for a call that may be over; adds what is to be written. */
    Promise cover(String callId, @Nullable String contactName, PromiseDraft draft, List<Posting> all) {
        Promise promise = owed.find(draft.contactId(), draft.number())
                .map(standing -> joined(standing, callId, contactName, draft))
                .orElseGet(() -> opened(callId, contactName, draft));
        owed.put(promise);
        all.add(new Posting.Promised(promise, Books.trim(draft.madeAt())));
        all.add(new Posting.Covered(callId, promise.id()));
        return promise;
    }

    private Promise opened(String callId, @Nullable String contactName, PromiseDraft draft) {
        return new Promise(
                ids.next(),
                callId,
                List.of(callId),
                draft.number(),
                draft.contactId(),
                draft.contactId() == null ? null : contactName,
                draft.owner(),
                Books.trim(draft.madeAt()),
                Books.trim(draft.dueAt()),
                Books.trim(draft.overdueAt()),
                draft.spokenAs(),
                Promise.State.OPEN,
                null,
                false,
                null,
                null,
                0,
                null);
    }

    /** The older promise keeps its moments: a second call must not push back what the first caller was told. */
    private static Promise joined(Promise standing, String callId, @Nullable String contactName, PromiseDraft draft) {
        PromiseEdit edit = new PromiseEdit(standing);
        edit.calls = new ArrayList<>(new LinkedHashSet<>(standing.calls()));
        edit.calls.add(callId);
        if (standing.contactId() == null && draft.contactId() != null) {
            edit.contactId = draft.contactId();
            edit.contactName = contactName;
        }
        if (standing.owner() == null) {
            edit.owner = draft.owner();
        }
        boolean sameMoments = standing.dueAt().equals(Books.trim(draft.dueAt()))
                && standing.overdueAt().equals(Books.trim(draft.overdueAt()));
        if (standing.spokenAs() == null && sameMoments) {
            edit.spokenAs = draft.spokenAs();
        }
        return edit.done();
    }

    Posting settled(
            Promise promise,
            Promise.State state,
            String how,
            @Nullable String by,
            Instant at,
            @Nullable String reason) {
        PromiseEdit edit = new PromiseEdit(promise);
        edit.state = state;
        edit.how = how;
        edit.closedBy = by;
        edit.closedAt = Books.trim(at);
        edit.late = state == Promise.State.KEPT && at.isAfter(promise.overdueAt());
        edit.reason = reason;
        return put(edit.done(), at);
    }

    private Posting put(Promise promise, Instant at) {
        owed.put(promise);
        return new Posting.Promised(promise, Books.trim(at));
    }

    /** A person states that it is kept, or closes it. Nothing happens to one that is no longer owed. */
    public List<Posting> settle(String id, boolean kept, String how, String by, Instant at, @Nullable String note) {
        Promise.State state = kept ? Promise.State.KEPT : Promise.State.CLOSED;
        return owed.get(id)
                .map(p -> List.of(settled(p, state, how, by, at, note == null ? p.reason() : note)))
                .orElse(List.of());
    }

    /** Moves when calling back starts, and, if the client asked, the deadline; then it is no longer broken. */
    public List<Posting> postpone(String id, Instant to, @Nullable Instant overdueAt, Instant at) {
        return edited(id, at, edit -> {
            edit.dueAt = Books.trim(to);
            if (overdueAt != null) {
                edit.overdueAt = Books.trim(overdueAt);
                edit.state = overdueAt.isAfter(at) ? Promise.State.OPEN : Promise.State.BROKEN;
            }
        });
    }

    /** A call-back was tried. */
    public List<Posting> attempted(String id, Instant at) {
        return edited(id, at, edit -> edit.attempts++);
    }

    /** Other words than the draft's were spoken to the caller. */
    public List<Posting> spoken(String id, String words, Instant at) {
        return edited(id, at, edit -> edit.spokenAs = words);
    }

    private List<Posting> edited(String id, Instant at, Consumer<PromiseEdit> change) {
        return owed.get(id)
                .map(promise -> {
                    PromiseEdit edit = new PromiseEdit(promise);
                    change.accept(edit);
                    return List.of(put(edit.done(), at));
                })
                .orElse(List.of());
    }

    /** Marks as broken what became overdue. */
    public List<Posting> breakOverdue(Instant now) {
        List<Posting> all = new ArrayList<>();
        for (Promise promise : owed.overdue(now)) {
            PromiseEdit edit = new PromiseEdit(promise);
            edit.state = Promise.State.BROKEN;
            all.add(put(edit.done(), now));
        }
        return all;
    }

    /** When the next one does. */
    public Optional<Instant> nextOverdue() {
        return owed.nextOverdue();
    }

    /** What is owed to this party. */
    public Optional<Promise> owed(@Nullable String contactId, @Nullable String number) {
        return owed.find(contactId, number);
    }

    /** A promise still owed. */
    public Optional<Promise> owed(String id) {
        return owed.get(id);
    }
}
