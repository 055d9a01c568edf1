package ringdown.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.ledger.Books;
import ringdown.ledger.Posting;
import ringdown.notice.Notice;
import ringdown.notice.Notices;

/**
 * The {@link Books} and their way to the disk: they decide in memory under a lock that is never held while waiting; the postings are
 * queued in the order of the decisions, and the caller waits for the disk outside the lock, at most 300 ms. Safe from any thread.
 */
final class Journal {
    private static final String WRITTEN_LATE = "writtenLate";

    private final OfficeClock clock;
    private final Notices notices;
    private final Writer writer;
    private final PostingRows rows;
    private final ReentrantLock lock = new ReentrantLock();
    private final Books books;

    Journal(OfficeClock clock, Notices notices, Writer writer, PostingRows rows, Books books) {
        this.clock = clock;
        this.notices = notices;
        this.writer = writer;
        this.rows = rows;
        this.books = books;
    }

    /** Decides and queues in one step, so that the disk sees the decisions in their order. Returns what to wait for. */
    long post(Function<Books, List<Posting>> decision) {
        lock.lock();
        try {
            return queue(decision.apply(books));
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
            String message =
                    posting instanceof Posting.Closed closed ? closed.ending().messageId() : null;
            if (message != null) {
                told.add(new Notice.MessageChanged(message));
            }
        }
        return told;
    }

    /** Waits for the disk; if it is too slow, the call's entry says so. */
    void durable(@Nullable String callId, Function<Books, List<Posting>> decision) {
        long number = post(decision);
        if (!writer.await(number) && callId != null) {
            post(b -> b.event(callId, clock.now(), WRITTEN_LATE));
        }
    }

    <T> T ask(Function<Books, T> question) {
        lock.lock();
        try {
            return question.apply(books);
        } finally {
            lock.unlock();
        }
    }
}
