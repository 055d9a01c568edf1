package ringdown;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.clock.OfficeClock;
import ringdown.contacts.Contacts;
import ringdown.ledger.Owners;
import ringdown.notice.Notice;
import ringdown.notice.Notices;
import ringdown.number.Extension;
import ringdown.office.Account;
import ringdown.office.CurrentOffice;
import ringdown.office.Office;
import ringdown.office.Passes;
import ringdown.office.Person;

/**
 * When somebody's last day is over: their passes are revoked, their telephones signed off, their contacts handed to the successor
 * (SITUATIONS rule 9). Looks at the start, after each change of the office, and at the midnight after a last day, on virtual threads.
 */
final class Leavers implements AutoCloseable {
    private final OfficeClock clock;
    private final CurrentOffice office;
    private final Passes passes;
    private final Contacts contacts;
    private final Consumer<Extension> signOff;
    private final Notices notices;
    private final CurrentOffice.Listening listening;
    private OfficeClock.@Nullable Alarm next;
    private boolean closed;

    /** @param signOff ends a person's registrations */
    Leavers(
            OfficeClock clock,
            CurrentOffice office,
            Passes passes,
            Contacts contacts,
            Consumer<Extension> signOff,
            Notices notices) {
        this.clock = clock;
        this.office = office;
        this.passes = passes;
        this.contacts = contacts;
        this.signOff = signOff;
        this.notices = notices;
        this.listening = office.listen((before, now) -> look());
        look();
    }

    /** The alarm is set before anything else: the clock may be moved past it at once. */
    private void look() {
        plan();
        Thread.ofVirtual().name("leavers").start(this::work);
    }

    private synchronized void plan() {
        if (next != null) {
            next.cancel();
            next = null;
        }
        Instant now = clock.now();
        if (!closed) {
            office.get().people().stream()
                    .flatMap(person -> gone(person).stream())
                    .filter(at -> at.isAfter(now))
                    .min(Instant::compareTo)
                    .ifPresent(at -> next = clock.at(at, "last day", this::due));
        }
    }

    /** On the clock's thread: whoever moves the clock finds it done. */
    private void due() {
        work();
        plan();
    }

    private Optional<Instant> gone(Person person) {
        return Optional.ofNullable(person.left())
                .map(day -> day.plusDays(1)
                        .atStartOfDay(office.get().info().timeZone())
                        .toInstant());
    }

    private synchronized void work() {
        Office now = office.get();
        LocalDate today = clock.now().atZone(now.info().timeZone()).toLocalDate();
        for (Person person : now.people()) {
            try {
                if (person.leftBefore(today)) {
                    leave(person.extension(), now, today);
                } else {
                    stay(person.extension());
                }
            } catch (RuntimeException fault) {
                Logger.error(fault, "what {} had could not be handed over, or back", person.extension());
            }
        }
    }

    /** A leaving that was taken back, or moved to a later day, takes what it has changed on cards back with it. */
    private void stay(Extension who) {
        int cards = contacts.takeBack(who);
        if (cards > 0) {
            Logger.info("{} has not left after all: {} contacts come back", who, cards);
        }
    }

    private void leave(Extension who, Office now, LocalDate today) {
        signOff.accept(who);
        now.accounts().stream().filter(account -> who.equals(account.person())).forEach(this::revoke);
        new Owners(now).heir(who, today).ifPresent(heir -> {
            int cards = contacts.handOver(who, heir);
            if (cards > 0) {
                Logger.info("{} has left: {} contacts go to {}", who, cards, heir);
            }
        });
        notices.post(new Notice.PersonChanged(who.digits()));
    }

    private void revoke(Account account) {
        for (Passes.Kind kind : Passes.Kind.values()) {
            passes.of(account.name(), kind).forEach(pass -> passes.revoke(pass.id()));
        }
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
