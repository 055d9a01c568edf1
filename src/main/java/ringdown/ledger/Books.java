package ringdown.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of CONTRACT §3 and SITUATIONS 1 to 4 over what goes on now: open calls and promises owed. It decides in memory what
 * is to be written ({@link Posting}), so that a call gets its answer also while the disk does not; the store writes the postings in
 * their order. Not safe for two threads: its owner holds a lock.
 */
public final class Books {
    private static final Duration UNPLANNED = Duration.ofHours(1);

    private final Map<String, OpenCall> calls = new LinkedHashMap<>();
    private final PromiseBook promises;

    /** Empty books; promises get their ids from {@code ids}. */
    public Books(Ids ids) {
        promises = new PromiseBook(ids);
    }

    /** Takes over what stood in the ledger when the box started. */
    public void load(List<CallEntry> openCalls, List<Promise> owedPromises) {
        openCalls.forEach(entry -> calls.put(entry.id(), new OpenCall(entry)));
        promises.load(owedPromises);
    }

    /** A call begins. */
    public List<Posting> open(CallOpened o) {
        CallOpened call = new CallOpened(
                o.id(),
                trim(o.at()),
                o.direction(),
                o.via(),
                o.called(),
                o.callerNumber(),
                o.callerName(),
                o.hidden(),
                o.script());
        if (calls.putIfAbsent(call.id(), OpenCall.of(call)) != null) {
            throw new IllegalArgumentException("call " + call.id() + " is open already");
        }
        return List.of(new Posting.Opened(call));
    }

    /** Its caller is known. */
    public List<Posting> identified(String callId, Identity who, Instant at) {
        OpenCall call = running(callId);
        if (call == null) {
            return List.of();
        }
        call.known(who);
        List<Posting> all = new ArrayList<>(List.of(new Posting.Known(callId, who)));
        all.addAll(promises.numberGiven(call, at));
        return all;
    }

    /** Something happened; also in a call that is just over. */
    public List<Posting> event(String callId, Instant at, String what) {
        OpenCall call = calls.get(callId);
        if (call == null) {
            return List.of();
        }
        CallEntry.Event event = new CallEntry.Event(trim(at), what);
        return List.of(new Posting.Happened(callId, call.add(event), event));
    }

    /** A stage begins. */
    public List<Posting> begins(String callId, Instant at, StageEntry rings) {
        OpenCall call = running(callId);
        return call == null || rings.rang().isEmpty()
                ? List.of()
                : List.of(new Posting.Ringing(callId, call.stagesSoFar(), rings, trim(at)));
    }

    /** A stage is over. */
    public List<Posting> stage(String callId, StageEntry stage) {
        OpenCall call = calls.get(callId);
        return call == null ? List.of() : List.of(new Posting.Rung(callId, call.add(stage), stage));
    }

    /** An open call goes from ringing to talking or back. */
    public List<Posting> moved(String callId, Outcome to, @Nullable String answeredBy, @Nullable Instant since) {
        OpenCall call = running(callId);
        if (call == null) {
            return List.of();
        }
        call.moved(to, answeredBy, since);
        return List.of(new Posting.Moved(callId, to, answeredBy, since));
    }

    /** What a person says of the call, open or not. */
    public List<Posting> described(Posting.Described what) {
        OpenCall call = calls.get(what.callId());
        if (call != null) {
            call.described(what);
        }
        return List.of(what);
    }

    /** The caller of a call, open or not, gave it a mark; {@code contactName} stands in the promise. */
    public List<Posting> rated(String callId, @Nullable String contactName, int mark, @Nullable PromiseDraft promise) {
        OpenCall call = calls.get(callId);
        if (call != null) {
            call.rating = mark;
        }
        List<Posting> all = new ArrayList<>();
        all.add(new Posting.Rated(callId, mark));
        if (promise != null) {
            Promise owed = promises.cover(callId, contactName, promise, all);
            if (call != null) {
                call.promiseId = owed.id();
            }
        }
        return all;
    }

    /** The call, open or not, was recorded. */
    public List<Posting> recorded(String callId, String recording) {
        OpenCall call = calls.get(callId);
        if (call != null) {
            call.recording = recording;
        }
        return List.of(new Posting.Recorded(callId, recording));
    }

    /** Opens the promise, or joins the one that stands; a call that has one keeps it. */
    public List<Posting> promise(String callId, PromiseDraft draft) {
        OpenCall call = calls.get(callId);
        if (call == null) {
            throw new IllegalArgumentException("no open call " + callId);
        }
        return call.promiseId != null ? List.of() : promises.cover(call, draft);
    }

    /**
     * A promise made in a talk (SITUATIONS 6). While the talk goes on it stands beside what is owed already, which that talk may keep;
     * after it, what is still owed to the party takes the moments that were agreed. Who says another time for the same means that one.
     *
     * @param talk the call as it stands in the ledger, open or not
     */
    public List<Posting> agreed(CallEntry talk, PromiseDraft draft) {
        OpenCall open = running(talk.id());
        Optional<Promise> standing = promises.agreedIn(talk.id(), draft.matter().kind())
                .or(() -> open == null ? promises.owed(draft.contactId(), draft.number()) : Optional.empty());
        if (standing.isPresent()) {
            return promises.agreedAnew(standing.get(), talk, draft);
        }
        Promise made = promises.agreed(talk, draft);
        List<Posting> all = new ArrayList<>(List.of(new Posting.Promised(made, trim(draft.madeAt()))));
        if (talk.promiseId() == null) {
            if (open != null) {
                open.promiseId = made.id();
            }
            all.add(new Posting.Covered(talk.id(), made.id()));
        }
        return all;
    }

    /** Ends the call; a call that is over already stays as it is. */
    public List<Posting> close(String callId, Ending ending) {
        OpenCall call = running(callId);
        if (call == null) {
            return List.of();
        }
        Outcome outcome = counted(call.direction(), ending.outcome());
        List<Posting> all = new ArrayList<>();
        if (outcome == Outcome.TALKED) {
            all.addAll(afterTalk(call, ending));
        } else if (call.direction() == Direction.IN && outcome != Outcome.REFUSED) {
            all.addAll(owe(call, ending));
        }
        Boolean settled = outcome == Outcome.TALKED ? Boolean.valueOf(ending.settled()) : null;
        call.closed(outcome, settled, ending);
        all.add(new Posting.Closed(callId, call.direction(), outcome, settled, ending));
        return all;
    }

    /** A call in always ends as one of the five the balance counts. */
    private static Outcome counted(Direction direction, Outcome outcome) {
        return switch (outcome) {
            case RINGING, TALKING -> throw new IllegalArgumentException("a call does not end as " + outcome.word());
            case NOT_ANSWERED, BUSY, FAILED -> direction == Direction.IN ? Outcome.GAVE_UP : outcome;
            case TALKED, MESSAGE, GAVE_UP, REFUSED, INTERRUPTED -> outcome;
        };
    }

    private List<Posting> afterTalk(OpenCall call, Ending ending) {
        if (call.direction() == Direction.INTERNAL) {
            return List.of();
        }
        if (!ending.settled()) {
            return call.direction() == Direction.IN ? owe(call, ending) : List.of();
        }
        return new Keeping(promises, call, ending).postings();
    }

    /** The caller reached nobody: what was promised during the call stands, else the ending's own, else one without a plan. */
    private List<Posting> owe(OpenCall call, Ending ending) {
        if (call.promiseId != null) {
            return List.of();
        }
        PromiseDraft draft = ending.promise();
        return promises.cover(call, draft == null ? unplanned(call, ending.at()) : draft);
    }

    private static PromiseDraft unplanned(OpenCall call, Instant at) {
        return new PromiseDraft(call.number(), call.contactId(), null, at, at, at.plus(UNPLANNED), null);
    }

    /** The number is that contact's from now on, and so are the calls of it that were nobody's. */
    public List<Posting> adopt(String number, String contactId, String contactName, Instant at) {
        calls.values().stream()
                .filter(call -> call.contactId() == null && number.equals(call.number()))
                .forEach(call -> call.belongsTo(contactId, contactName));
        List<Posting> all = new ArrayList<>(promises.adopt(number, contactId, contactName, at));
        all.add(new Posting.Attributed(contactId, contactName, null, number, null));
        return all;
    }

    /** Two cards are one: the other's calls and promises are this one's. */
    public List<Posting> joined(String goneId, String contactId, String contactName, Instant at) {
        calls.values().stream()
                .filter(call -> goneId.equals(call.contactId()))
                .forEach(call -> call.belongsTo(contactId, contactName));
        List<Posting> all = new ArrayList<>(promises.joined(goneId, contactId, contactName, at));
        all.add(new Posting.Attributed(contactId, contactName, goneId, null, null));
        return all;
    }

    /** The card is deleted: whoever still calls from it is nobody's contact, and what was promised is owed to the number. */
    public List<Posting> forgotten(String goneId, Instant at) {
        calls.values().stream()
                .filter(call -> !call.over() && goneId.equals(call.contactId()))
                .forEach(OpenCall::belongsToNobody);
        return promises.forgotten(goneId, at);
    }

    /** One call, and what it opened, is that contact's. */
    public List<Posting> belongsTo(String callId, String contactId, String contactName, Instant at) {
        OpenCall call = calls.get(callId);
        if (call != null) {
            call.belongsTo(contactId, contactName);
        }
        List<Posting> all = new ArrayList<>();
        all.add(new Posting.Attributed(contactId, contactName, null, null, callId));
        promises.ofCall(callId)
                .filter(promise -> promise.contactId() == null)
                .ifPresent(promise -> all.addAll(promises.given(promise, contactId, contactName, at)));
        return all;
    }

    /** The other half of the books: what is owed. */
    public PromiseBook promises() {
        return promises;
    }

    /** A call that is open, or over and not yet forgotten. */
    public Optional<CallEntry> call(String id) {
        return Optional.ofNullable(calls.get(id)).map(OpenCall::entry);
    }

    /** Calls that go on, oldest first. */
    public List<CallEntry> live() {
        return calls.values().stream()
                .filter(c -> !c.over())
                .map(OpenCall::entry)
                .toList();
    }

    /** The ending is on disk: the books need the call no longer. */
    public void forget(String callId) {
        OpenCall call = calls.get(callId);
        if (call != null && call.over()) {
            calls.remove(callId);
        }
    }

    private @Nullable OpenCall running(String callId) {
        OpenCall call = calls.get(callId);
        return call == null || call.over() ? null : call;
    }

    /** The ledger keeps milliseconds. */
    static Instant trim(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }
}
