package ringdown.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.ledger.Balance;
import ringdown.ledger.Books;
import ringdown.ledger.CallEntry;
import ringdown.ledger.CallOpened;
import ringdown.ledger.CallQuery;
import ringdown.ledger.DeafTime;
import ringdown.ledger.Ending;
import ringdown.ledger.Identity;
import ringdown.ledger.Ledger;
import ringdown.ledger.Outcome;
import ringdown.ledger.Page;
import ringdown.ledger.Posting;
import ringdown.ledger.Promise;
import ringdown.ledger.PromiseChange;
import ringdown.ledger.PromiseDraft;
import ringdown.ledger.PromiseEvent;
import ringdown.ledger.PromiseQuery;
import ringdown.ledger.Spoken;
import ringdown.ledger.StageEntry;

/** The ledger in SQLite: the {@link Journal} decides and writes, questions are read from the tables. Safe from any thread. */
final class SqliteLedger implements Ledger {
    private final OfficeClock clock;
    private final Database database;
    private final Journal journal;
    private final DeafLog deafLog;

    SqliteLedger(OfficeClock clock, Database database, Journal journal, DeafLog deafLog) {
        this.clock = clock;
        this.database = database;
        this.journal = journal;
        this.deafLog = deafLog;
    }

    @Override
    public void open(CallOpened call) {
        journal.durable(call.id(), b -> b.open(call));
    }

    @Override
    public void identified(String callId, Identity identity) {
        journal.durable(callId, b -> b.identified(callId, identity, clock.now()));
    }

    @Override
    public void event(String callId, Instant at, String what) {
        journal.post(b -> b.event(callId, at, what));
    }

    @Override
    public void begins(String callId, Instant at, StageEntry rings) {
        if (rings.escalated()) {
            journal.durable(callId, b -> b.begins(callId, at, rings));
        } else {
            journal.post(b -> b.begins(callId, at, rings));
        }
    }

    @Override
    public void stage(String callId, StageEntry stage) {
        journal.post(b -> b.stage(callId, stage));
    }

    @Override
    public void talking(String callId, Instant at, String answeredBy) {
        journal.post(b -> b.moved(callId, Outcome.TALKING, answeredBy, at));
    }

    @Override
    public void ringing(String callId) {
        journal.post(b -> b.moved(callId, Outcome.RINGING, null, null));
    }

    @Override
    public Promise promise(String callId, PromiseDraft draft) {
        journal.durable(callId, b -> b.promise(callId, draft));
        Optional<String> id = journal.ask(b -> b.call(callId).map(CallEntry::promiseId));
        return id.flatMap(this::promiseById).orElseThrow(() -> new IllegalArgumentException("no open call " + callId));
    }

    @Override
    public void close(String callId, Ending ending) {
        journal.durable(callId, b -> b.close(callId, ending));
    }

    @Override
    public Optional<CallEntry> describe(
            String callId,
            @Nullable String callerClass,
            @Nullable String topic,
            @Nullable String essence,
            @Nullable String handedTo) {
        if (call(callId).isEmpty()) {
            return Optional.empty();
        }
        journal.durable(callId, b -> b.described(new Posting.Described(callId, callerClass, topic, essence, handedTo)));
        return call(callId);
    }

    @Override
    public void rated(String callId, int mark, @Nullable PromiseDraft promise) {
        Optional<CallEntry> rated = call(callId);
        String contact = rated.map(CallEntry::contactName).orElse(null);
        PromiseDraft draft = promise == null || rated.isEmpty()
                ? promise
                : promise.to(rated.get().contactId());
        journal.durable(callId, b -> b.rated(callId, contact, mark, draft));
    }

    @Override
    public void recorded(String callId, String recording) {
        journal.post(b -> b.recorded(
                callId, recording)); // the recorder's thread waits for no disk; a start finds the file by its name
    }

    @Override
    public Optional<CallEntry> call(String id) {
        Optional<CallEntry> inMemory = journal.ask(b -> b.call(id));
        return inMemory.isPresent() ? inMemory : database.read(db -> CallReads.one(db, id));
    }

    @Override
    public List<CallEntry> calls(Collection<String> ids) {
        Set<String> wanted = new HashSet<>(ids);
        List<CallEntry> found = new ArrayList<>(journal.ask(
                b -> wanted.stream().flatMap(id -> b.call(id).stream()).toList()));
        found.forEach(call -> wanted.remove(call.id()));
        if (!wanted.isEmpty()) {
            found.addAll(database.read(db -> CallReads.of(db, wanted)));
        }
        return found;
    }

    @Override
    public Page<CallEntry> calls(CallQuery query) {
        return database.read(db -> CallReads.page(db, query));
    }

    @Override
    public List<CallEntry.Event> events(String number, Instant from, String beginning) {
        return database.read(db -> CallReads.events(db, number, from, beginning));
    }

    @Override
    public List<CallEntry> live() {
        return journal.ask(Books::live);
    }

    @Override
    public Optional<Promise> promiseById(String id) {
        Optional<Promise> owed = journal.ask(b -> b.promises().owed(id));
        return owed.isPresent() ? owed : database.read(db -> PromiseReads.one(db, id));
    }

    @Override
    public Page<Promise> promises(PromiseQuery query) {
        return database.read(db -> PromiseReads.page(db, query));
    }

    @Override
    public Optional<Promise> owed(@Nullable String contactId, @Nullable String number) {
        return journal.ask(b -> b.promises().owed(contactId, number));
    }

    @Override
    public List<Promise> owed() {
        return journal.ask(b -> b.promises().owed());
    }

    @Override
    public List<PromiseEvent> history(String promiseId) {
        return database.read(db -> PromiseReads.history(db, promiseId));
    }

    @Override
    public Optional<Promise> agreed(String callId, PromiseDraft draft) {
        Optional<CallEntry> talk = call(callId);
        AtomicReference<@Nullable String> id = new AtomicReference<>();
        talk.ifPresent(t -> journal.durable(callId, b -> {
            List<Posting> postings = b.agreed(t, draft);
            id.set(PostingRows.promiseOf(postings));
            return postings;
        }));
        return Optional.ofNullable(id.get()).flatMap(this::promiseById);
    }

    @Override
    public Optional<Promise> change(String promiseId, PromiseChange change, String by) {
        journal.durable(null, b -> b.promises().change(promiseId, change, by, clock.now()));
        return promiseById(promiseId);
    }

    @Override
    public void adopt(String number, String contactId, String contactName) {
        journal.durable(null, b -> b.adopt(number, contactId, contactName, clock.now()));
    }

    @Override
    public void joined(String goneId, String contactId, String contactName) {
        journal.durable(null, b -> b.joined(goneId, contactId, contactName, clock.now()));
    }

    @Override
    public void forgotten(String contactId) {
        journal.durable(null, b -> b.forgotten(contactId, clock.now()));
    }

    @Override
    public void belongsTo(String callId, String contactId, String contactName) {
        journal.durable(null, b -> b.belongsTo(callId, contactId, contactName, clock.now()));
    }

    @Override
    public void attempted(String promiseId, Instant at) {
        journal.durable(null, b -> b.promises().change(promiseId, new PromiseChange.Tried(), PromiseEvent.BOX, at));
    }

    @Override
    public void spoken(String promiseId, String words) {
        journal.durable(null, b -> b.promises().spoken(promiseId, words, clock.now()));
    }

    @Override
    public Optional<Promise> settle(
            String promiseId, boolean kept, String how, String by, Instant at, @Nullable String note) {
        journal.durable(null, b -> b.promises().settle(promiseId, kept, how, by, at, note));
        return promiseById(promiseId);
    }

    @Override
    public Optional<Promise> reopen(String promiseId, String by) {
        promiseById(promiseId)
                .ifPresent(closed -> journal.durable(null, b -> b.promises().reopen(closed, by, clock.now())));
        return promiseById(promiseId);
    }

    @Override
    public Optional<Promise> postpone(String promiseId, Instant to, @Nullable Instant overdueAt, String by) {
        journal.durable(null, b -> b.promises().postpone(promiseId, to, overdueAt, by, clock.now()));
        return promiseById(promiseId);
    }

    @Override
    public List<Promise> breakOverdue(Instant now) {
        List<Promise> broken = new ArrayList<>();
        journal.durable(null, b -> {
            List<Posting> postings = b.promises().breakOverdue(now);
            for (Posting posting : postings) {
                if (posting instanceof Posting.Promised promised) {
                    broken.add(promised.promise());
                }
            }
            return postings;
        });
        return broken;
    }

    @Override
    public Optional<Instant> nextOverdue() {
        return journal.ask(b -> b.promises().nextOverdue());
    }

    @Override
    public Optional<Spoken> lastTalk(@Nullable String contactId, @Nullable String number) {
        return database.read(db -> LastTalk.with(db, contactId, number));
    }

    @Override
    public List<Double> talkSeconds(Collection<String> people, Instant since, int most) {
        return database.read(db -> LastTalk.seconds(db, people, since, most));
    }

    @Override
    public Balance balance(Instant from, Instant to, Instant now) {
        return database.read(db -> new BalanceSheet(db, from, to, now).balance());
    }

    @Override
    public List<DeafTime> deaf(Instant from, Instant to) {
        return database.read(db -> DeafReads.between(db, from, to));
    }

    @Override
    public void deafSince(String via, Instant from, DeafTime.Cause cause, String seen) {
        deafLog.begin(via, from, cause, seen);
    }

    @Override
    public void heardAgain(String via, Instant at) {
        deafLog.end(via, at, cause -> cause != DeafTime.Cause.ALL_BUSY);
    }

    @Override
    public void heardAgain(String via, Instant at, DeafTime.Cause cause) {
        deafLog.end(via, at, ended -> ended == cause);
    }
}
