package ringdown;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.ledger.Ledger;
import ringdown.notice.Notice;
import ringdown.notice.Notices;

/** Breaks promises at the moment they become overdue, also when the simulator moves the clock over several of them. */
final class PromiseWatch implements AutoCloseable {
    private final OfficeClock clock;
    private final Ledger ledger;
    private final Notices.Listening listening;
    private OfficeClock.@Nullable Alarm next;
    private @Nullable Instant nextAt;
    private boolean closed;

    PromiseWatch(OfficeClock clock, Ledger ledger, Notices notices) {
        this.clock = clock;
        this.ledger = ledger;
        this.listening = notices.listen(notice -> {
            if (notice instanceof Notice.PromiseChanged) {
                look();
            }
        });
        look();
    }

    /** Sets the alarm for whatever becomes overdue next; asked too before the clock is moved, since notices come later. */
    synchronized void look() {
        Instant moment = closed ? null : ledger.nextOverdue().orElse(null);
        if (moment == null || moment.equals(nextAt)) {
            return;
        }
        if (next != null) {
            next.cancel();
        }
        nextAt = moment;
        next = clock.at(moment, "promise overdue", this::overdue);
    }

    private void overdue() {
        synchronized (this) {
            nextAt = null;
        }
        ledger.breakOverdue(clock.now());
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
