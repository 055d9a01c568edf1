package ringdown.voicemail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.clock.OfficeClock;
import ringdown.notice.Notice;
import ringdown.notice.Notices;
import ringdown.office.CurrentOffice;
import ringdown.office.Voicemail;

/**
 * Deletes messages whose time is over, by the office's clock. A clock that is not set deletes nothing. Looks on the clock's thread at the
 * moment itself, on a virtual thread whenever that moment may have changed.
 */
public final class Retention implements AutoCloseable {
    private static final int AT_ONCE = 100;

    private static final int READ = 2000;
    /** A message that somebody listens to, and a clock that is not set, are looked at again so much later. */
    private static final Duration LATER = Duration.ofMinutes(10);
    /** What may end within that is looked at; the rest then. */
    private static final Duration AHEAD = Duration.ofDays(1);
    /** Calls and promises change in bursts. */
    private static final Duration BURST = Duration.ofSeconds(5);

    private final OfficeClock clock;
    private final CurrentOffice office;
    private final Messages messages;
    private final Notices.Listening listening;
    private final CurrentOffice.Listening officeListening;
    private final AtomicBoolean asked = new AtomicBoolean();
    /** What is over and not yet deleted: after years of a shelf without an end it is read once, not once for each hundred. */
    private final Deque<Message> over = new ArrayDeque<>();

    private OfficeClock.@Nullable Alarm next;
    private boolean closed;

    /** Begins with what is over already. */
    public Retention(OfficeClock clock, CurrentOffice office, Messages messages, Notices notices) {
        this.clock = clock;
        this.office = office;
        this.messages = messages;
        this.listening = notices.listen(notice -> {
            if (notice instanceof Notice.MessageChanged || notice instanceof Notice.PromiseChanged) {
                lookSoon();
            }
        });
        this.officeListening = office.listen((before, now) -> lookSoon());
        Thread.ofVirtual().name("retention").start(this::look);
    }

    private void lookSoon() {
        if (asked.compareAndSet(false, true)) {
            clock.after(
                    BURST,
                    "messages",
                    () -> Thread.ofVirtual().name("retention").start(this::look));
        }
    }

    /** Deletes what is over and sets the alarm for what will be; asked too before the clock is moved, since notices come later. */
    public synchronized void look() {
        asked.set(false);
        if (closed) {
            return;
        }
        if (next != null) {
            next.cancel();
            next = null;
        }
        try {
            Instant again = again();
            next = again == null ? null : clock.at(again, "messages", this::look);
        } catch (RuntimeException disk) {
            Logger.error(disk, "messages whose time is over stay");
            next = clock.at(clock.now().plus(LATER), "messages", this::look);
        }
    }

    private record End(Message message, Instant at) {}

    /** When to look again; null: not before something changes. What was read before is looked at anew once it has gone. */
    private @Nullable Instant again() {
        Instant now = clock.now();
        Instant following = now;
        if (over.isEmpty()) {
            List<End> ends = ends(now.plus(AHEAD));
            ends.stream()
                    .filter(end -> !end.at().isAfter(now))
                    .map(End::message)
                    .limit(READ)
                    .forEach(over::add);
            following = ends.stream().skip(over.size()).map(End::at).findFirst().orElseGet(() -> later(now));
        }
        if (!over.isEmpty() && !clock.trusted()) {
            over.clear();
            return now.plus(LATER);
        }
        boolean all = true;
        for (int n = 0; n < AT_ONCE && !over.isEmpty(); n++) {
            Message message = over.remove();
            all &= !ended(message, now) || expired(message);
        }
        return over.isEmpty() ? all ? following : now.plus(LATER) : now;
    }

    /** The office may have changed its rules since the message was read. */
    private boolean ended(Message message, Instant now) {
        return new ShelfLife(office.get().voicemail())
                .until(message)
                .filter(at -> !at.isAfter(now))
                .isPresent();
    }

    /** No message can end sooner; null where there is none: a clock that is set for the first time passes over half a century of days. */
    private @Nullable Instant later(Instant now) {
        Instant tomorrow = now.plus(AHEAD);
        return messages.oldestSpent()
                .map(at -> at.plus(office.get().voicemail().shortest()))
                .map(at -> at.isAfter(tomorrow) ? at : tomorrow)
                .orElse(null);
    }

    /** What ends by then; whatever ends first comes first. */
    private List<End> ends(Instant by) {
        Voicemail rules = office.get().voicemail();
        ShelfLife life = new ShelfLife(rules);
        return messages.spent(by.minus(rules.shortest())).stream()
                .flatMap(message -> life.until(message).map(at -> new End(message, at)).stream())
                .filter(end -> !end.at().isAfter(by))
                .sorted(Comparator.comparing(End::at))
                .toList();
    }

    private boolean expired(Message message) {
        Duration kept = office.get().voicemail().keep(message.mailbox());
        boolean gone = messages.expire(
                message.id(),
                "the message in the box " + message.mailbox() + " was deleted: messages are kept for "
                        + Math.max(1, kept.toDays()) + " days");
        if (gone) {
            Logger.info("message {} is deleted, its time is over", message.id());
        }
        return gone;
    }

    @Override
    public synchronized void close() {
        closed = true;
        listening.close();
        officeListening.close();
        if (next != null) {
            next.cancel();
        }
    }
}
