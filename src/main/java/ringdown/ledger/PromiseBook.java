package ringdown.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        call.promiseId = cover(call.id(), call.contactName(), draft.to(call.contactId()), all)
                .id();
        return all;
    }

    /** Opens or joins for a call that may be over; adds what is to be written. */
    Promise cover(String callId, @Nullable String contactName, PromiseDraft draft, List<Posting> all) {
        Promise promise = owed.find(draft.contactId(), draft.number())
                .map(standing -> OneDebt.withCall(standing, callId, contactName, draft))
                .orElseGet(() -> opened(callId, contactName, draft));
        owed.put(promise);
        all.add(new Posting.Promised(promise, Books.trim(draft.madeAt())));
        all.add(new Posting.Covered(callId, promise.id()));
        return promise;
    }

    /** A promise made in that talk: its own, since the talk may still keep whatever stands. */
    Promise agreed(CallEntry talk, PromiseDraft draft) {
        Promise promise = opened(talk.id(), talk.contactName(), draft);
        owed.put(promise);
        return promise;
    }

    /** What was agreed in that talk already, of that kind. */
    Optional<Promise> agreedIn(String callId, Matter.Kind kind) {
        return owed.all().stream()
                .filter(promise -> promise.matter().inTalk() && promise.callId().equals(callId))
                .filter(promise -> promise.matter().kind() == kind)
                .findFirst();
    }

    /** What stands takes the moments that were agreed with the client. */
    List<Posting> agreedAnew(Promise standing, CallEntry talk, PromiseDraft draft) {
        PromiseEdit edit = new PromiseEdit(standing);
        edit.dueAt = Books.trim(draft.dueAt());
        edit.overdueAt = Books.trim(draft.overdueAt());
        edit.owner = draft.owner() == null ? standing.owner() : draft.owner();
        edit.state = Promise.State.OPEN;
        String text = draft.matter().text();
        edit.matter = standing.matter()
                .withKind(draft.matter().kind())
                .withText(text == null ? standing.matter().text() : text)
                .withPassing(false)
                .withEscalatedTo(null);
        String by = draft.owner() == null ? PromiseEvent.BOX : draft.owner();
        return noted(edit.done(), draft.madeAt(), PromiseEvent.What.POSTPONED, by, "agreed in call " + talk.id());
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
                null,
                draft.matter());
    }

    /** The caller of a promise without a number is known now: it is theirs, or part of what is owed to them already. */
    List<Posting> numberGiven(OpenCall call, Instant at) {
        Promise own = call.promiseId == null ? null : owed.get(call.promiseId).orElse(null);
        if (own == null || own.number() != null || own.contactId() != null || call.number() == null) {
            return List.of();
        }
        Optional<Promise> standing = owed.find(call.contactId(), call.number());
        if (standing.isPresent()) {
            call.promiseId = standing.get().id();
            return merge(own, standing.get(), at);
        }
        PromiseEdit edit = new PromiseEdit(own);
        edit.number = call.number();
        edit.contactId = call.contactId();
        edit.contactName = call.contactName();
        return noted(edit.done(), at, PromiseEvent.What.NUMBER, PromiseEvent.BOX, null);
    }

    /** The number turns out to be that contact's: what was promised to it is owed to the contact, once (SITUATIONS 8). */
    public List<Posting> adopt(String number, String contactId, String contactName, Instant at) {
        List<Posting> all = new ArrayList<>();
        for (Promise strange : owed.all(null, number)) {
            if (strange.contactId() == null) {
                Optional<Promise> standing = owed.ofContact(contactId);
                all.addAll(standing.map(s -> merge(strange, s, at)).orElseGet(() -> {
                    PromiseEdit edit = new PromiseEdit(strange);
                    edit.contactId = contactId;
                    edit.contactName = contactName;
                    return List.of(put(edit.done(), at));
                }));
            }
        }
        return all;
    }

    /** What is owed through that call. */
    Optional<Promise> ofCall(String callId) {
        return owed.ofCall(callId);
    }

    /** Two cards are one party: what was owed to either is owed once. */
    List<Posting> joined(String goneId, String contactId, String contactName, Instant at) {
        List<Posting> all = new ArrayList<>();
        for (Optional<Promise> theirs = owed.ofContact(goneId); theirs.isPresent(); theirs = owed.ofContact(goneId)) {
            all.addAll(given(theirs.get(), contactId, contactName, at));
        }
        return all;
    }

    /** The card is deleted: what was promised is owed to the number from now on, whoever has it next; the name stands. */
    List<Posting> forgotten(String goneId, Instant at) {
        return owed.all().stream()
                .filter(promise -> goneId.equals(promise.contactId()) && promise.number() != null)
                .map(promise -> {
                    PromiseEdit edit = new PromiseEdit(promise);
                    edit.contactId = null;
                    return put(edit.done(), at);
                })
                .toList();
    }

    /** The promise is owed to that contact, who may be owed one already. */
    List<Posting> given(Promise promise, String contactId, String contactName, Instant at) {
        Optional<Promise> standing = owed.ofContact(contactId).filter(p -> !p.id().equals(promise.id()));
        if (standing.isPresent()) {
            return merge(promise, standing.get(), at);
        }
        PromiseEdit edit = new PromiseEdit(promise);
        edit.contactId = contactId;
        edit.contactName = contactName;
        return List.of(put(edit.done(), at));
    }

    private List<Posting> merge(Promise part, Promise into, Instant at) {
        owed.remove(part.id());
        List<Posting> all = new ArrayList<>();
        all.add(new Posting.Merged(part.id(), into.id()));
        all.addAll(noted(OneDebt.of(part, into), at, PromiseEvent.What.MERGED, PromiseEvent.BOX, null));
        return all;
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

    private List<Posting> noted(Promise promise, Instant at, PromiseEvent.What what, String by, @Nullable String note) {
        return List.of(
                put(promise, at), new Posting.Noted(promise.id(), new PromiseEvent(Books.trim(at), what, by, note)));
    }

    /** A person states that it is kept, or closes it. Nothing happens to one that is no longer owed. */
    public List<Posting> settle(String id, boolean kept, String how, String by, Instant at, @Nullable String note) {
        Promise.State state = kept ? Promise.State.KEPT : Promise.State.CLOSED;
        return owed.get(id)
                .map(p -> List.of(settled(p, state, how, by, at, note == null ? p.reason() : note)))
                .orElse(List.of());
    }

    /** It was closed in error and is owed again as it was, unless something else is owed to the party by now. */
    public List<Posting> reopen(Promise closed, String by, Instant at) {
        if (closed.state() != Promise.State.CLOSED
                || owed.find(closed.contactId(), closed.number()).isPresent()) {
            return List.of();
        }
        PromiseEdit edit = new PromiseEdit(closed);
        edit.state = Promise.State.OPEN;
        edit.how = null;
        edit.closedBy = null;
        edit.closedAt = null;
        edit.reason = null;
        return noted(edit.done(), at, PromiseEvent.What.REOPENED, by, null);
    }

    /** Moves when calling back starts, and, if the client asked, the deadline; then it is no longer broken. */
    public List<Posting> postpone(String id, Instant to, @Nullable Instant overdueAt, String by, Instant at) {
        return owed.get(id)
                .map(promise -> {
                    PromiseEdit edit = new PromiseEdit(promise);
                    edit.dueAt = Books.trim(to);
                    if (overdueAt != null) {
                        edit.overdueAt = Books.trim(overdueAt);
                        edit.state = overdueAt.isAfter(at) ? Promise.State.OPEN : Promise.State.BROKEN;
                        edit.matter =
                                edit.state == Promise.State.OPEN ? edit.matter.withEscalatedTo(null) : edit.matter;
                    }
                    String asked = overdueAt == null ? "asked by the office" : "asked by the client";
                    return noted(edit.done(), at, PromiseEvent.What.POSTPONED, by, asked);
                })
                .orElse(List.of());
    }

    /** Other words than the draft's were spoken to the caller. */
    public List<Posting> spoken(String id, String words, Instant at) {
        return owed.get(id)
                .map(promise -> {
                    PromiseEdit edit = new PromiseEdit(promise);
                    edit.spokenAs = words;
                    return List.of(put(edit.done(), at));
                })
                .orElse(List.of());
    }

    /** What people and the box do to it; nothing happens to one that is no longer owed. */
    public List<Posting> change(String id, PromiseChange change, String by, Instant at) {
        return owed.get(id).map(promise -> changed(promise, change, by, at)).orElse(List.of());
    }

    private List<Posting> changed(Promise promise, PromiseChange change, String by, Instant at) {
        PromiseEdit edit = new PromiseEdit(promise);
        Alteration.Noted noted = new Alteration(edit).of(change, at);
        List<Posting> all = new ArrayList<>(noted(edit.done(), at, noted.what(), by, noted.note()));
        if (change instanceof PromiseChange.NotReached && promise.matter().passing()) {
            // Whoever did not wait for an answer is tried once (SITUATIONS 5).
            all.add(settled(edit.done(), Promise.State.CLOSED, "unreachable", by, at, "one attempt"));
        }
        return all;
    }

    /** Marks as broken what became overdue. */
    public List<Posting> breakOverdue(Instant now) {
        List<Posting> all = new ArrayList<>();
        for (Promise promise : owed.overdue(now)) {
            PromiseEdit edit = new PromiseEdit(promise);
            edit.state = Promise.State.BROKEN;
            all.addAll(noted(edit.done(), now, PromiseEvent.What.BROKEN, PromiseEvent.BOX, null));
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

    /** All that is owed, oldest first. */
    public List<Promise> owed() {
        return owed.all();
    }
}
