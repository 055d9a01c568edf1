package ringdown.presence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
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

    /** After-call work that was keyed by somebody who has no time for it in the office file. */
    private static final Duration AFTER_CALL = Duration.ofMinutes(5);

    private final CurrentOffice office;
    private final OfficeClock clock;
    private final Notices notices;
    private final Telephones telephones;
    private final StatesOnDisk disk;
    private final Silence silence;
    private final Map<Extension, Said> said = new HashMap<>();
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
        this.silence = new Silence(office, clock, alarms, this::newDay);
        this.clock = clock;
        this.notices = notices;
        this.telephones = telephones;
        this.disk = disk;
        disk.load().forEach(this::restored);
        idleSince.putAll(disk.idleSince());
        lastRung.putAll(disk.lastRung());
        notices.listen(this::heard);
    }

    private void restored(Extension who, PersonState state) {
        Instant until = state == PersonState.NOT_ANSWERING ? silence.until() : null;
        said.put(who, new Said(state, until));
        if (until != null) {
            silence.begins(who, until);
        }
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
        PersonState state = saidBy(who);
        boolean wouldRing = state == PersonState.AVAILABLE || state == PersonState.NOT_ANSWERING;
        return wouldRing && inCall ? PersonState.BUSY : state;
    }

    private synchronized PersonState saidNow(Extension who) {
        return saidBy(who);
    }

    private PersonState saidBy(Extension who) {
        Said last = said.get(who);
        return last == null ? PersonState.AVAILABLE : last.at(clock.now());
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

    /** True if a telephone of the person could be rung if it were idle. */
    public boolean registered(Extension who) {
        return office.get().person(who).map(telephones::registered).orElse(false);
    }

    /** What a person says of themselves, by page or key. BUSY is seen and ON_LEAVE planned: neither can be said. */
    public void say(Extension who, PersonState state) {
        if (state == PersonState.BUSY || state == PersonState.ON_LEAVE) {
            throw new IllegalArgumentException(state + " is seen or planned, not said");
        }
        Instant now = clock.now();
        Instant until = switch (state) {
            case AFTER_CALL -> now.plus(afterCall(who).orElse(AFTER_CALL));
            case NOT_ANSWERING -> silence.until();
            case AVAILABLE, BUSY, AWAY, BREAK, DO_NOT_DISTURB, ON_LEAVE -> null;
        };
        // After-call work is over in minutes: a restart ends it.
        disk.save(who, state == PersonState.AFTER_CALL ? PersonState.AVAILABLE : state, now);
        Said before;
        synchronized (this) {
            before = said.put(who, new Said(state, until));
        }
        silence.forget(who);
        if (state == PersonState.NOT_ANSWERING) {
            silence.begins(who, Objects.requireNonNull(until));
        } else if (before != null && before.state() == PersonState.NOT_ANSWERING) {
            silence.ends(who);
        }
        if (state == PersonState.AFTER_CALL && until != null) {
            clock.at(until, "after-call work of " + who, () -> notices.post(new Notice.PersonChanged(who.digits())));
        }
        notices.post(new Notice.PersonChanged(who.digits()));
    }

    /** Whoever did not answer yesterday is rung again: a silence of one day says nothing of the next. */
    private void newDay(Extension who) {
        if (silenceOver(who)) {
            say(who, PersonState.AVAILABLE);
        }
    }

    private synchronized boolean silenceOver(Extension who) {
        Said last = said.get(who);
        return last != null && last.state() == PersonState.NOT_ANSWERING && saidBy(who) == PersonState.AVAILABLE;
    }

    private Optional<Duration> afterCall(Extension who) {
        return office.get().person(who).map(Person::afterCall);
    }

    /** A talk with somebody outside is over: whoever has time for it in the office file writes it down first. */
    public void afterTalk(Extension who) {
        if (saidNow(who) == PersonState.AVAILABLE && afterCall(who).isPresent()) {
            say(who, PersonState.AFTER_CALL);
        }
    }

    /** A call from outside rang out at this person; at the second one in a row they are not rung any more and the head is told. */
    public void rangOut(Extension who, String callId) {
        if (silence.missed(who, callId) && saidNow(who) == PersonState.AVAILABLE) {
            say(who, PersonState.NOT_ANSWERING);
        }
    }

    /** The person has answered, lifted a handset or made a call: they are there. */
    public void touched(Extension who) {
        silence.forget(who);
        if (saidNow(who) == PersonState.NOT_ANSWERING) {
            say(who, PersonState.AVAILABLE);
        }
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
        return saidBy(who) == PersonState.NOT_ANSWERING && !engaged.has(who);
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
