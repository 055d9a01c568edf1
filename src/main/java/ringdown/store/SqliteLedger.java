package ringdown.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
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
import ringdown.ledger.PromiseDraft;
import ringdown.ledger.Spoken;
import ringdown.ledger.StageEntry;
import ringdown.notice.Notice;
import ringdown.notice.Notices;

/**
 * The ledger in SQLite. {@link Books} decide in memory under a lock that is never held while waiting; the postings are queued in the
 * order of the decisions, and the caller waits for the disk outside the lock, at most 300 ms. Safe from any thread.
 */
final class SqliteLedger implements Ledger {
    private static final String WRITTEN_LATE = "writtenLate";

    private final OfficeClock clock;
    private final Notices notices;
    private final Database database;
    private final Writer writer;
    private final PostingRows rows;
    private final DeafLog deafLog;
    private final ReentrantLock lock = new ReentrantLock();
    private final Books books;

    SqliteLedger(
            OfficeClock clock,
            Notices notices,
            Database database,
            Writer writer,
            PostingRows rows,
            DeafLog deafLog,
            Books books) {
        this.clock = clock;
        this.notices = notices;
        this.database = database;
        this.writer = writer;
        this.rows = rows;
        this.deafLog = deafLog;
        this.books = books;
    }

    /** Decides and queues in one step, so that the disk sees the decisions in their order. Returns what to wait for. */
    private long post(Supplier<List<Posting>> decision) {
        lock.lock();
        try {
            return queue(decision.get());
        } finally {
            lock.unlock();
        }
    }

    private long queue(List<Posting> postings) {
        if (postings.isEmpty()) {
            return 0;
        }
        return writer.queue(new Write(
                postings.getFirst().getClass().getSimpleName(),
                db -> {
                    for (Posting posting : postings) {
                        rows.write(db, posting);
                    }
                    Changes.add(db, told(postings), clock.now());
                },
                () -> committed(postings)));
    }

    private void committed(List<Posting> postings) {
        for (Posting posting : postings) {
            if (posting instanceof Posting.Closed closed) {
                lock.lock();
                try {
                    books.forget(closed.callId());
                } finally {
                    lock.unlock();
                }
            }
        }
        told(postings).forEach(notices::post);
    }

    private static Set<Notice> told(List<Posting> postings) {
        Set<Notice> told = new LinkedHashSet<>();
        for (Posting posting : postings) {
            told.add(PostingRows.notice(posting));
            if (posting instanceof Posting.Closed closed && closed.ending().messageId() instanceof String message) {
                told.add(new Notice.MessageChanged(message));
            }
        }
        return told;
    }

    /** Waits for the disk; if it is too slow, the call's entry says so. */
    private void durable(@Nullable String callId, Supplier<List<Posting>> decision) {
        long number = post(decision);
        if (!writer.await(number) && callId != null) {
            event(callId, clock.now(), WRITTEN_LATE);
        }
    }

    private <T> T ask(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void open(CallOpened call) {
        durable(call.id(), () -> books.open(call));
    }

    @Override
    public void identified(String callId, Identity identity) {
        durable(callId, () -> books.identified(callId, identity));
    }

    @Override
    public void event(String callId, Instant at, String what) {
        post(() -> books.event(callId, at, what));
    }

    @Override
    public void stage(String callId, StageEntry stage) {
        post(() -> books.stage(callId, stage));
    }

    @Override
    public void talking(String callId, Instant at, String answeredBy) {
        post(() -> books.moved(callId, Outcome.TALKING, answeredBy, at));
    }

    @Override
    public void ringing(String callId) {
        post(() -> books.moved(callId, Outcome.RINGING, null, null));
    }

    @Override
    public Promise promise(String callId, PromiseDraft draft) {
        durable(callId, () -> books.promise(callId, draft));
        String id = ask(() -> books.call(callId).map(CallEntry::promiseId).orElse(null));
        return Optional.ofNullable(id)
                .flatMap(this::promiseById)
                .orElseThrow(() -> new IllegalArgumentException("no open call " + callId));
    }

    @Override
    public void close(String callId, Ending ending) {
        durable(callId, () -> books.close(callId, ending));
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
        durable(callId, () -> books.described(new Posting.Described(callId, callerClass, topic, essence, handedTo)));
        return call(callId);
    }

    @Override
    public void rated(String callId, int mark, @Nullable PromiseDraft promise) {
        String contact = call(callId).map(CallEntry::contactName).orElse(null);
        durable(callId, () -> books.rated(callId, contact, mark, promise));
    }

    @Override
    public void recorded(String callId, String recording) {
        durable(callId, () -> books.recorded(callId, recording));
    }

    @Override
    public Optional<CallEntry> call(String id) {
        Optional<CallEntry> inMemory = ask(() -> books.call(id));
        return inMemory.isPresent() ? inMemory : database.read(db -> CallReads.one(db, id));
    }

    @Override
    public Page<CallEntry> calls(CallQuery query) {
        return database.read(db -> CallReads.page(db, query));
    }

    @Override
    public List<CallEntry> live() {
        return ask(books::live);
    }

    @Override
    public Optional<Promise> promiseById(String id) {
        Optional<Promise> owed = ask(() -> books.promises().owed(id));
        return owed.isPresent() ? owed : database.read(db -> PromiseReads.one(db, id));
    }

    @Override
    public Page<Promise> promises(String state, int limit, @Nullable String after) {
        return database.read(db -> PromiseReads.page(db, state, limit, after));
    }

    @Override
    public Optional<Promise> owed(@Nullable String contactId, @Nullable String number) {
        return ask(() -> books.promises().owed(contactId, number));
    }

    @Override
    public void attempted(String promiseId, Instant at) {
        durable(null, () -> books.promises().attempted(promiseId, at));
    }

    @Override
    public void spoken(String promiseId, String words) {
        durable(null, () -> books.promises().spoken(promiseId, words, clock.now()));
    }

    @Override
    public Optional<Promise> settle(
            String promiseId, boolean kept, String how, String by, Instant at, @Nullable String note) {
        durable(null, () -> books.promises().settle(promiseId, kept, how, by, at, note));
        return promiseById(promiseId);
    }

    @Override
    public Optional<Promise> postpone(String promiseId, Instant to, @Nullable Instant overdueAt, String by) {
        durable(null, () -> books.promises().postpone(promiseId, to, overdueAt, clock.now()));
        return promiseById(promiseId);
    }

    @Override
    public List<Promise> breakOverdue(Instant now) {
        List<Promise> broken = new ArrayList<>();
        durable(null, () -> {
            List<Posting> postings = books.promises().breakOverdue(now);
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
        return ask(() -> books.promises().nextOverdue());
    }

    @Override
    public Optional<Spoken> lastTalk(@Nullable String contactId, @Nullable String number) {
        return database.read(db -> LastTalk.with(db, contactId, number));
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
        deafLog.end(via, at);
    }
}
