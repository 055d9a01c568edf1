package ringdown;

import java.util.ArrayDeque;
import java.util.Deque;
import org.tinylog.Logger;
import ringdown.clock.OfficeClock;
import ringdown.mailer.HeadMail;
import ringdown.mailer.Reminders;
import ringdown.notice.Alarms;
import ringdown.notice.Notices;
import ringdown.office.CurrentOffice;
import ringdown.presence.Presence;
import ringdown.quality.Quality;
import ringdown.sip.SipEdge;
import ringdown.store.Store;
import ringdown.switchboard.CodeLocks;
import ringdown.switchboard.OpeningRing;
import ringdown.switchboard.Switchboard;
import ringdown.voicemail.Retention;

/** Whatever looks after people and what they owe by the clock, begun and ended together. */
final class PeopleWatch implements AutoCloseable {
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final OfficeClock clock;
    private final CurrentOffice office;
    private final Store store;
    private final Notices notices;
    private final Alarms alarms;
    private final HeadMail heads;
    private final PromiseWatch promises;
    private final DueWatch dues;
    private final Retention retention;

    /** @param sent told when a letter lies in the outbox */
    PeopleWatch(
            OfficeClock clock,
            CurrentOffice office,
            Store store,
            Notices notices,
            Alarms alarms,
            Plant plant,
            Runnable sent) {
        this.clock = clock;
        this.office = office;
        this.store = store;
        this.notices = notices;
        this.alarms = alarms;
        this.heads = begin(new HeadMail(clock, office, store.outbox(), notices, sent));
        this.promises = begin(new PromiseWatch(clock, store.ledger(), office, notices, heads::moved));
        Reminders reminders = new Reminders(
                clock,
                office,
                store.outbox(),
                promise -> store.contacts().present(promise.contactId(), promise.contactName()),
                sent);
        this.dues = begin(new DueWatch(clock, store.ledger(), notices, reminders::due));
        this.retention = begin(new Retention(clock, office, store.messages(), notices));
        Waiting waiting = new Waiting(clock, office, store.messages(), store.ledger());
        begin(new MessageLamps(office, waiting, store.lamps(), plant, notices));
    }

    /** What needs the rooms that are begun later. */
    void start(SipEdge sip, Presence presence, Switchboard switchboard, Quality quality) {
        CodeLocks.restore(office.get(), store.ledger(), clock, presence);
        begin(new Leavers(clock, office, store.passes(), store.contacts(), sip::signOff, notices));
        begin(new TrialWatch(clock, office, quality.trial(), alarms, heads));
        begin(new OpeningRing(office, clock, store.ledger(), presence, notices, switchboard));
    }

    /** The simulator's clock is about to be moved; notices come later than that. */
    void beforeMove() {
        promises.look();
        dues.look();
        retention.look();
    }

    private <T extends AutoCloseable> T begin(T part) {
        started.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception fault) {
                Logger.error(fault, "not everything that looks after people stopped in order");
            }
        }
    }
}
