package ringdown.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import ringdown.clock.OfficeClock;
import ringdown.notice.Alarms;
import ringdown.notice.Notice;
import ringdown.notice.Notices;
import ringdown.number.Extension;
import ringdown.office.CurrentOffice;
import ringdown.office.Person;
import ringdown.office.PersonState;

/** What people say of themselves, and what is said of whoever lets calls ring out. Safe from any thread. */
final class Statements {
    /** After-call work that was keyed by somebody who has no time for it in the office file. */
    private static final Duration AFTER_CALL = Duration.ofMinutes(5);

    private final CurrentOffice office;
    private final OfficeClock clock;
    private final Notices notices;
    private final StatesOnDisk disk;
    private final Silence silence;
    private final Map<Extension, Said> said = new HashMap<>();

    /** Knows at once what was said before the restart. */
    Statements(CurrentOffice office, OfficeClock clock, Notices notices, Alarms alarms, StatesOnDisk disk) {
        this.office = office;
        this.clock = clock;
        this.notices = notices;
        this.disk = disk;
        this.silence = new Silence(office, clock, alarms, this::newDay);
        disk.load().forEach(this::restored);
    }

    /** A silence ends at the midnight after it began, also while the box was off. */
    private void restored(Extension who, StatesOnDisk.Kept kept) {
        Instant until = kept.state() == PersonState.NOT_ANSWERING ? silence.until(kept.since()) : null;
        Said before = new Said(kept.state(), until);
        if (before.at(clock.now()) == kept.state()) {
            said.put(who, before);
            if (until != null) {
                silence.begins(who, kept.since(), until);
            }
        }
    }

    synchronized PersonState by(Extension who) {
        Said last = said.get(who);
        return last == null ? PersonState.AVAILABLE : last.at(clock.now());
    }

    void say(Extension who, PersonState state) {
        if (state == PersonState.BUSY || state == PersonState.ON_LEAVE) {
            throw new IllegalArgumentException(state + " is seen or planned, not said");
        }
        Instant now = clock.now();
        Instant until = switch (state) {
            case AFTER_CALL -> now.plus(afterCall(who).orElse(AFTER_CALL));
            case NOT_ANSWERING -> silence.until(now);
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
            silence.begins(who, now, Objects.requireNonNull(until));
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
        return last != null && last.state() == PersonState.NOT_ANSWERING && by(who) == PersonState.AVAILABLE;
    }

    private Optional<Duration> afterCall(Extension who) {
        return office.get().person(who).map(Person::afterCall);
    }

    void afterTalk(Extension who) {
        if (by(who) == PersonState.AVAILABLE && afterCall(who).isPresent()) {
            say(who, PersonState.AFTER_CALL);
        }
    }

    void rangOut(Extension who, String callId) {
        if (silence.missed(who, callId) && by(who) == PersonState.AVAILABLE) {
            say(who, PersonState.NOT_ANSWERING);
        }
    }

    void touched(Extension who) {
        silence.forget(who);
        if (by(who) == PersonState.NOT_ANSWERING) {
            say(who, PersonState.AVAILABLE);
        }
    }
}
