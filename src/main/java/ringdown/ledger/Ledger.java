package ringdown.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ledger as the switchboard and the page see it. Every verb that writes returns when it is durable, but no call waits for the
 * disk longer than 300 ms: then the entry stays queued, is marked {@code writtenLate} and an alarm is raised. Notices are posted
 * after commit. Safe from any thread.
 */
public interface Ledger {
    /** The call is written down before anything rings. */
    void open(CallOpened call);

    /** Adds who the caller is. */
    void identified(String callId, Identity identity);

    /** Adds an event in plain words; queued, not waited for. */
    void event(String callId, Instant at, String what);

    /**
     * A stage begins. One that rings the head because nobody else took the call is on disk when this returns: the review of that call
     * stands even if the box dies while it rings. Others are queued, not waited for. {@link #stage} takes its place.
     *
     * @param rings who is about to be rung; its result is what stands if no other comes
     */
    void begins(String callId, Instant at, StageEntry rings);

    /** Adds a finished stage; queued, not waited for. */
    void stage(String callId, StageEntry stage);

    /** A person and the caller are connected; queued, not waited for. */
    void talking(String callId, Instant at, String answeredBy);

    /** The caller's place in somebody's mailbox or queue left talking again; queued, not waited for. */
    void ringing(String callId);

    /**
     * Commits a promise before its moment is spoken, or joins the one that stands for the same contact or number.
     *
     * @return the promise that stands now: its {@code dueAt} and {@code overdueAt} are what must be spoken
     */
    Promise promise(String callId, PromiseDraft draft);

    /**
     * Writes down a promise made in a talk that goes on or is over (SITUATIONS 6); that talk itself does not keep it.
     *
     * @return the promise that stands now; empty if there is no such call
     */
    Optional<Promise> agreed(String callId, PromiseDraft draft);

    /**
     * Ends the call in one transaction: outcome, message length, and the promise it opens, joins or, after a talk with voice on both
     * sides of 20 s or more, keeps. A promise committed before for this call stands. A talk that comes up to what keeps a promise
     * closes what is owed to that contact (on any of its numbers) or number, in either direction.
     */
    void close(String callId, Ending ending);

    /** What a person adds later; null leaves as it is, "" clears. */
    Optional<CallEntry> describe(
            String callId,
            @Nullable String callerClass,
            @Nullable String topic,
            @Nullable String essence,
            @Nullable String handedTo);

    /**
     * The caller's mark for the talk, 1 (very poor) to 5 (excellent), also after the call has been closed.
     *
     * @param promise what is owed because of a bad mark, opened or joined; null: nothing
     */
    void rated(String callId, int mark, @Nullable PromiseDraft promise);

    /** Attaches a recording's name to the call; does not wait for the disk. */
    void recorded(String callId, String recording);

    /** One call. */
    Optional<CallEntry> call(String id);

    /** Calls by their ids, in no order; an id that is none's is left out. */
    List<CallEntry> calls(Collection<String> ids);

    /** Calls, newest first. */
    Page<CallEntry> calls(CallQuery query);

    /** Events of calls in from exactly that number, from then on, that begin with these words; oldest first, as many as there are. */
    List<CallEntry.Event> events(String number, Instant from, String beginning);

    /** Calls that go on. */
    List<CallEntry> live();

    /** One promise. */
    Optional<Promise> promiseById(String id);

    /** Promises, newest first. */
    Page<Promise> promises(PromiseQuery query);

    /** Everybody's. */
    default Page<Promise> promises(String state, int limit, @Nullable String after) {
        return promises(new PromiseQuery(state, null, Set.of(), limit, after));
    }

    /** What is owed to this contact, else to this number. */
    Optional<Promise> owed(@Nullable String contactId, @Nullable String number);

    /** All that is owed now, oldest first; from memory. */
    List<Promise> owed();

    /** What became of a promise, oldest first. */
    List<PromiseEvent> history(String promiseId);

    /**
     * Somebody, or the box, changes a promise that is owed; one that is no longer owed is returned as it stands.
     *
     * @param by extension, account or {@link PromiseEvent#BOX}
     */
    Optional<Promise> change(String promiseId, PromiseChange change, String by);

    /** The number is that contact's from now on: what is owed to either is one promise to the contact (SITUATIONS 8). */
    void adopt(String number, String contactId, String contactName);

    /** The card of {@code goneId} was joined with that contact ("this is also X"): its calls and promises go along. */
    void joined(String goneId, String contactId, String contactName);

    /** The contact's card is deleted: what is owed to it is owed to its number. */
    void forgotten(String contactId);

    /** This one call was that contact's, whatever number it showed. */
    void belongsTo(String callId, String contactId, String contactName);

    /** A call-back was tried. */
    void attempted(String promiseId, Instant at);

    /** Other words than the draft's were spoken to the caller: a promise that was joined names its own moment. */
    void spoken(String promiseId, String words);

    /** A person states that it is kept, or closes it without a talk; one that is no longer owed is returned as it stands. */
    Optional<Promise> settle(String promiseId, boolean kept, String how, String by, Instant at, @Nullable String note);

    /** One that was closed in error is owed again as it was, unless something else is owed to that party by now. */
    Optional<Promise> reopen(String promiseId, String by);

    /** Moves the start of calling back; only a client's own wish moves the deadline too. */
    Optional<Promise> postpone(String promiseId, Instant to, @Nullable Instant overdueAt, String by);

    /** Marks as broken what became overdue by now; called by an alarm of the clock. */
    List<Promise> breakOverdue(Instant now);

    /** When the next open promise becomes overdue. */
    Optional<Instant> nextOverdue();

    /** Who talked longest in the last talk with this contact (on any of its numbers), else number; either direction. */
    Optional<Spoken> lastTalk(@Nullable String contactId, @Nullable String number);

    /**
     * How long the last talks of these people with callers took, holds included, newest first.
     *
     * @param people extensions
     * @param most how many at most
     */
    List<Double> talkSeconds(Collection<String> people, Instant since, int most);

    /** Both lines of the ledger over calls in started in [from, to). */
    Balance balance(Instant from, Instant to, Instant now);

    /** Deaf times that overlap [from, to), newest first. */
    List<DeafTime> deaf(Instant from, Instant to);

    /** A line or trunk became deaf; nothing happens if it is already for that cause. */
    void deafSince(String via, Instant from, DeafTime.Cause cause, String seen);

    /** It can be heard again; that all lines of its number are busy is no matter of the line. */
    void heardAgain(String via, Instant at);

    /** That cause has ended; others may last. */
    void heardAgain(String via, Instant at, DeafTime.Cause cause);
}
