package ringdown.presence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import ringdown.clock.OfficeClock;
import ringdown.notice.Alarms;
import ringdown.notice.Notice;
import ringdown.notice.Notices;
import ringdown.number.Extension;
import ringdown.office.CurrentOffice;
import ringdown.office.Person;
import ringdown.office.PersonNow;
import ringdown.office.PersonState;
import ringdown.office.Phone;
import ringdown.office.StateOfPeople;

/** Who can take a call now. A person is in one call, ringing included, at a time. Safe from any thread. */
public final class Presence {
    /** The alarm of somebody who is not rung any more. */
    public static final String NOT_ANSWERING = "notAnswering";

    /** The alarm of somebody's own mobile after too many wrong codes. */
    public static final String CODE_LOCKED = "codeLocked";

    private final CurrentOffice office;
    private final OfficeClock clock;
    private final Notices notices;
    private final Telephones telephones;
    private final StatesOnDisk disk;
    private final Alarms alarms;
    private final Statements statements;
    private final Map<Extension, Instant> idleSince = new HashMap<>();
    private final Map<String, Extension> lastRung = new HashMap<>();
    private final Engaged engaged = new Engaged();

    /** Knows at once what people said of themselves before the restart, and whose turn it was. */
    public Presence(
            CurrentOffice office,
            OfficeClock clock,
            Notices notices,
            Alarms alarms,
            Telephones telephones,
            StatesOnDisk disk) {
        this.office = office;
        this.alarms = alarms;
        this.clock = clock;
        this.notices = notices;
        this.telephones = telephones;
        this.disk = disk;
        this.statements = new Statements(office, clock, notices, alarms, disk);
        idleSince.putAll(disk.idleSince());
        lastRung.putAll(disk.lastRung());
        notices.listen(this::heard);
    }

    /** Everybody as they are at this moment. */
    public StateOfPeople snapshot() {
        Map<Extension, PersonNow> people =
                HashMap.newHashMap(office.get().people().size());
        for (Person person : office.get().people()) {
            people.put(person.extension(), now(person));
        }
        synchronized (this) {
            return new StateOfPeople(people, lastRung);
        }
    }

    /** One of them; whoever is no person of this office cannot be rung. */
    public PersonNow now(Extension who) {
        return office.get().person(who).map(this::now).orElseGet(() -> new StateOfPeople(Map.of(), Map.of()).of(who));
    }

    private PersonNow now(Person person) {
        synchronized (this) {
            Extension who = person.extension();
            Set<Phone> ready = telephones.ready(person);
            PersonState state = stateOf(who);
            // Nothing that can be rung is idle: a handset lies beside the telephone, or somebody dials.
            boolean busy = state == PersonState.AVAILABLE && ready.isEmpty() && telephones.registered(person);
            return new PersonNow(busy ? PersonState.BUSY : state, ready, idleSince.get(who));
        }
    }

    /** What the plan says goes before what the person says, and a call that goes on before both of the quiet ones. */
    private PersonState stateOf(Extension who) {
        boolean inCall = engaged.has(who);
        if (away(who)) {
            return inCall ? PersonState.BUSY : PersonState.ON_LEAVE;
        }
        PersonState state = statements.by(who);
        boolean wouldRing = state == PersonState.AVAILABLE || state == PersonState.NOT_ANSWERING;
        return wouldRing && inCall ? PersonState.BUSY : state;
    }

    /** Absent by the office file today, or left. */
    private boolean away(Extension who) {
        LocalDate today = clock.now().atZone(office.get().info().timeZone()).toLocalDate();
        return office.get()
                .person(who)
                .map(person -> person.absentOn(today) || person.leftBefore(today))
                .orElse(false);
    }

    /** What the person is doing, as the page shows it. */
    public PersonState state(Extension who) {
        return office.get().person(who).map(this::now).map(PersonNow::state).orElse(PersonState.AVAILABLE);
    }

    /** What the plan says of the person, else they themselves, whatever call has them meanwhile. */
    public PersonState apartFromCalls(Extension who) {
        return away(who) ? PersonState.ON_LEAVE : statements.by(who);
    }

    /** From now on hears of everybody whose state or telephones have changed; must not wait. */
    public Notices.Listening listen(Consumer<Extension> listener) {
        return notices.listen(notice -> {
            if (notice instanceof Notice.PersonChanged changed) {
                listener.accept(new Extension(changed.extension()));
            }
        });
    }

    /** True if a telephone of the person could be rung if it were idle. */
    public boolean registered(Extension who) {
        return office.get().person(who).map(telephones::registered).orElse(false);
    }

    /** What a person says of themselves, by page or key. BUSY is seen and ON_LEAVE planned: neither can be said. */
    public void say(Extension who, PersonState state) {
        statements.say(who, state);
    }

    /** A talk with somebody outside is over: whoever has time for it in the office file writes it down first. */
    public void afterTalk(Extension who) {
        statements.afterTalk(who);
    }

    /** A call from outside rang out at this person; at the second one in a row they are not rung any more and the head is told. */
    public void rangOut(Extension who, String callId) {
        statements.rangOut(who, callId);
    }

    /** The person has answered, lifted a handset or made a call: they are there. */
    public void touched(Extension who) {
        statements.touched(who);
    }

    /** Too many wrong codes came from the person's own mobile, which is asked for none until then. */
    public void locked(Extension who, Instant since, Instant until) {
        alarms.raise(CODE_LOCKED, who.digits(), since);
        clock.at(until, "code of " + who, () -> alarms.heal(CODE_LOCKED, who.digits(), clock.now()));
    }

    /** A handset that is lifted makes no call yet; the telephone's change tells. Listeners must not wait for the disk. */
    private void heard(Notice notice) {
        if (notice instanceof Notice.PersonChanged changed) {
            Extension who = new Extension(changed.extension());
            if (isSilent(who) && lifted(who)) {
                Thread.startVirtualThread(() -> touched(who));
            }
        }
    }

    private synchronized boolean isSilent(Extension who) {
        return statements.by(who) == PersonState.NOT_ANSWERING && !engaged.has(who);
    }

    private boolean lifted(Extension who) {
        return office.get()
                .person(who)
                .map(person -> telephones.ready(person).isEmpty() && telephones.registered(person))
                .orElse(false);
    }

    /** Takes the person for one call, ringing included; empty if another call has them already. Always free it again. */
    public Optional<Reservation> reserve(Extension who) {
        return reserve(who, "");
    }

    /** As {@link #reserve(Extension)}; the page then shows which call it is. */
    public Optional<Reservation> reserve(Extension who, String callId) {
        if (!engaged.take(who, callId)) {
            return Optional.empty();
        }
        notices.post(new Notice.PersonChanged(who.digits()));
        return Optional.of(new Reservation(who));
    }

    /** The call that has the person now, ringing included; empty when none has, or none was named. */
    public Optional<String> callOf(Extension who) {
        return engaged.call(who);
    }

    /** Another call has the person from now on, without their being free in between. */
    public void passedTo(Extension who, String callId) {
        engaged.pass(who, callId);
        notices.post(new Notice.PersonChanged(who.digits()));
    }

    /** Remembers who was rung in turn, so that the next call begins with the one after. */
    public void rang(String target, Extension who) {
        synchronized (this) {
            lastRung.put(target, who);
        }
        disk.rang(target, who);
    }

    private void free(Extension who, boolean talked) {
        Instant now = clock.now();
        synchronized (this) {
            engaged.free(who);
            if (talked) {
                idleSince.put(who, now);
            }
        }
        if (talked) {
            disk.idle(who, now);
        }
        notices.post(new Notice.PersonChanged(who.digits()));
    }

    /** One call's hold on a person. Closing twice is fine. */
    public final class Reservation implements AutoCloseable {
        private final Extension who;
        private final AtomicBoolean freed = new AtomicBoolean();
        private volatile boolean talked;

        private Reservation(Extension who) {
            this.who = who;
        }

        /** Whom it holds. */
        public Extension who() {
            return who;
        }

        /** The person has talked: "longest idle" counts from the end of it. */
        public void talked() {
            talked = true;
        }

        /** Another call takes the person over, who is not free in between; this hold ends. Already ended, they are held by nobody. */
        public Reservation handOver() {
            Reservation next = new Reservation(who);
            if (!freed.compareAndSet(false, true)) {
                next.freed.set(true);
            }
            return next;
        }

        @Override
        public void close() {
            if (freed.compareAndSet(false, true)) {
                free(who, talked);
            }
        }
    }
}
