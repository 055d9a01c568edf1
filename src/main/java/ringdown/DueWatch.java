package ringdown;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.ledger.Ledger;
import ringdown.ledger.Promise;
import ringdown.notice.Notice;
import ringdown.notice.Notices;

/**
 * Reminds of promises at the moment at which calling back starts: everybody who listens is told that the promise has changed (the page, the
 * lamps), and whoever writes letters which ones they are. The alarm runs on the clock's thread.
 */
final class DueWatch implements AutoCloseable {
    /** What is due as soon as it is made needs no reminder: it has just been told. */
    private static final Duration JUST_MADE = Duration.ofMinutes(1);

    private final OfficeClock clock;
    private final Ledger ledger;
    private final Notices notices;
    private final Consumer<List<Promise>> letters;
    private final Notices.Listening listening;
    private OfficeClock.@Nullable Alarm next;
    private @Nullable Instant nextAt;
    private Instant told;
    private boolean closed;

    /** @param letters writes to the owners */
    DueWatch(OfficeClock clock, Ledger ledger, Notices notices, Consumer<List<Promise>> letters) {
        this.clock = clock;
        this.ledger = ledger;
        this.notices = notices;
        this.letters = letters;
        this.told = clock.now();
        this.listening = notices.listen(notice -> {
            if (notice instanceof Notice.PromiseChanged) {
                look();
            }
        });
        look();
    }

    /** Sets the alarm for whatever falls due next; asked too before the clock is moved, since notices come later. */
    synchronized void look() {
        Instant moment = closed ? null : nextMoment().orElse(null);
        if (moment == null || moment.equals(nextAt)) {
            return;
        }
        if (next != null) {
            next.cancel();
        }
        nextAt = moment;
        next = clock.at(moment, "promises due", this::due);
    }

    private Optional<Instant> nextMoment() {
        Instant since = told;
        return ledger.owed().stream()
                .map(Promise::dueAt)
                .filter(at -> at.isAfter(since))
                .min(Instant::compareTo);
    }

    private void due() {
        List<Promise> due;
        synchronized (this) {
            Instant now = clock.now();
            Instant since = told;
            due = ledger.owed().stream()
                    .filter(promise ->
                            promise.dueAt().isAfter(since) && !promise.dueAt().isAfter(now))
                    .filter(promise -> promise.madeAt().plus(JUST_MADE).isBefore(promise.dueAt()))
                    .toList();
            told = now.isAfter(told) ? now : told;
            nextAt = null;
        }
        due.forEach(promise -> notices.post(new Notice.PromiseChanged(promise.id())));
        letters.accept(due);
        look();
    }

    @Override
    public synchronized void close() {
        closed = true;
        listening.close();
        if (next != null) {
            next.cancel();
        }
    }
}
