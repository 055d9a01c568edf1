package ringdown.presence;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import ringdown.clock.OfficeClock;
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
    private final CurrentOffice office;
    private final OfficeClock clock;
    private final Notices notices;
    private final Telephones telephones;
    private final StatesOnDisk disk;
    private final Map<Extension, PersonState> said = new HashMap<>();
    private final Map<Extension, Instant> idleSince = new HashMap<>();
    private final Map<String, Extension> lastRung = new HashMap<>();
    private final Set<Extension> reserved = new HashSet<>();
    private final Map<Extension, String> calls = new HashMap<>();

    /** Knows at once what people said of themselves before the restart, and whose turn it was. */
    public Presence(
            CurrentOffice office, OfficeClock clock, Notices notices, Telephones telephones, StatesOnDisk disk) {
        this.office = office;
        this.clock = clock;
        this.notices = notices;
        this.telephones = telephones;
        this.disk = disk;
        said.putAll(disk.load());
        idleSince.putAll(disk.idleSince());
        lastRung.putAll(disk.lastRung());
    }

    /** Everybody as they are at this moment. */
    public StateOfPeople snapshot() {
        Map<Extension, PersonNow> people = new HashMap<>();
        for (Person person : office.get().people()) {
            people.put(person.extension(), now(person));
        }
        synchronized (this) {
            return new StateOfPeople(people, lastRung);
        }
    }

    private PersonNow now(Person person) {
        synchronized (this) {
            Extension who = person.extension();
            Set<Phone> ready = telephones.ready(person);
            PersonState state = stateOf(who);
            // Nothing that can be rung is idle: a handset lies beside the telephone, or somebody dials.
            boolean engaged = state == PersonState.AVAILABLE && ready.isEmpty() && telephones.registered(person);
            return new PersonNow(engaged ? PersonState.BUSY : state, ready, idleSince.get(who));
        }
    }

    private PersonState stateOf(Extension who) {
        PersonState state = said.getOrDefault(who, PersonState.AVAILABLE);
        return state == PersonState.AVAILABLE && reserved.contains(who) ? PersonState.BUSY : state;
    }

    /** What the person is doing, as the page shows it. */
    public PersonState state(Extension who) {
        return office.get().person(who).map(this::now).map(PersonNow::state).orElse(PersonState.AVAILABLE);
    }

    /** True if a telephone of the person could be rung if it were idle. */
    public boolean registered(Extension who) {
        return office.get().person(who).map(telephones::registered).orElse(false);
    }

    /** What a person says of themselves, by page or key. BUSY cannot be said: it is seen. */
    public void say(Extension who, PersonState state) {
        if (state == PersonState.BUSY) {
            throw new IllegalArgumentException("busy is seen, not said");
        }
        disk.save(who, state, clock.now());
        synchronized (this) {
            said.put(who, state);
        }
        notices.post(new Notice.PersonChanged(who.digits()));
    }

    /** Takes the person for one call, ringing included; empty if another call has them already. Always free it again. */
    public Optional<Reservation> reserve(Extension who) {
        return reserve(who, "");
    }

    /** As {@link #reserve(Extension)}; the page then shows which call it is. */
    public Optional<Reservation> reserve(Extension who, String callId) {
        synchronized (this) {
            if (!reserved.add(who)) {
                return Optional.empty();
            }
            calls.put(who, callId);
        }
        notices.post(new Notice.PersonChanged(who.digits()));
        return Optional.of(new Reservation(who));
    }

    /** The call that has the person now, ringing included; empty when none has, or none was named. */
    public synchronized Optional<String> callOf(Extension who) {
        return Optional.ofNullable(calls.get(who)).filter(call -> !call.isEmpty());
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
            reserved.remove(who);
            calls.remove(who);
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

        @Override
        public void close() {
            if (freed.compareAndSet(false, true)) {
                free(who, talked);
            }
        }
    }
}
