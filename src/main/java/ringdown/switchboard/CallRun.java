package ringdown.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.call.CallEvent;
import ringdown.call.CallerLeft;
import ringdown.call.Handset;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.conversation.Talk;
import ringdown.number.Extension;
import ringdown.number.FeatureCode;
import ringdown.office.Office;
import ringdown.office.Port;
import ringdown.presence.Presence;

/**
 * What calls of every kind share: id, inbox, the office as it was at the beginning, the moment of it, the log of events, and the one
 * place for events that the verb at hand does not know. Used by the call's own thread only.
 */
@SuppressWarnings("ReferenceEquality") // a leg is itself, whatever it may be equal to
final class CallRun {
    private static final Duration LISTENS = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    final Desk desk;
    final Inbox inbox;
    final Office office;
    final Instant startedAt;
    final Leg caller;
    private final long startNanos;
    private final List<CallListener> listeners;
    /** The call's hold on whoever began it; null: there is none. */
    private Presence.@Nullable Reservation hold;

    /** Hears events that no verb waited for. */
    interface CallListener {
        /** True if it was meant for this listener. */
        boolean hears(CallEvent event);
    }

    CallRun(Desk desk, Inbox inbox, Leg caller) {
        this.desk = desk;
        this.inbox = inbox;
        this.caller = caller;
        this.office = desk.office().get();
        this.startedAt = desk.clock().now();
        this.startNanos = desk.clock().nanos();
        this.listeners = new ArrayList<>();
    }

    private CallRun(CallRun same, Leg caller) {
        this.desk = same.desk;
        this.inbox = same.inbox;
        this.caller = caller;
        this.office = same.office;
        this.startedAt = same.startedAt;
        this.startNanos = same.startNanos;
        this.listeners = same.listeners;
    }

    /** The same call, as it is for somebody else in it who stays while others come and go. */
    CallRun as(Leg stays) {
        return new CallRun(this, stays);
    }

    /** Whoever began the call is held for it; they are free again as soon as they have put the other side through. */
    void holds(Presence.Reservation reservation) {
        hold = reservation;
    }

    /** A telephone of the office that began the call. */
    Bells.Bell caller(Extension who) {
        return new Bells.Bell(caller, who.digits(), hold, false);
    }

    /** Hangs up, unless the leg has been given to another call. */
    void hangUp(Leg leg, HangupCause cause) {
        if (leg.mail().owner() == inbox) {
            leg.hangUp(cause);
        }
    }

    String id() {
        return inbox.callId();
    }

    void listen(CallListener listener) {
        listeners.add(listener);
    }

    /** A leg of another call is on its way here, and wanted. */
    void awaits(Leg leg) {
        listen(event -> event instanceof CallEvent.LegJoined joined && joined.leg() == leg);
    }

    /** From now on what this person keys is carried out while the call goes on; a mobile's owner has no code. */
    void keysOf(Leg agent, String who) {
        StarCodes codes = new StarCodes(desk);
        keys(agent, who, (person, feature) -> {
            event("keyed " + feature.code().digits() + feature.rest());
            switch (feature.code()) {
                case PARK -> park(agent);
                case RECORDING -> desk.talks().pause(id(), feature.rest().equals("0"), person.digits());
                default -> codes.carryOut(person, feature);
            }
        });
    }

    /** The same of a talk among colleagues, whom only one code concerns. */
    void parkKeyOf(Leg agent, String who) {
        keys(agent, who, (person, feature) -> {
            if (feature.code() == FeatureCode.PARK) {
                park(agent);
            }
        });
    }

    private void keys(Leg agent, String who, TalkKeys.Keyed keyed) {
        if (who.matches("[0-9]{1,8}")) {
            listen(new TalkKeys(agent, new Extension(who), office.dialPlan(), desk.clock(), keyed));
        }
    }

    private void park(Leg agent) {
        inbox.post(new CallEvent.TransferAsked(agent, FeatureCode.PARK.digits(), null));
    }

    /** Seconds since the call came in, of monotonic time. */
    double seconds() {
        return secondsSince(startNanos);
    }

    /** How long the caller has stayed, as far as it can be told once they are gone. */
    Duration stayed() {
        Duration passed = Duration.ofNanos(desk.clock().nanos() - startNanos).minus(caller.goneBefore());
        return passed.isNegative() ? Duration.ZERO : passed;
    }

    double secondsSince(long nanos) {
        return (desk.clock().nanos() - nanos) / 1e9;
    }

    /** The present moment: the start plus monotonic time would not follow a corrected clock, so wall time. */
    Instant now() {
        return desk.clock().now();
    }

    long deadline(Duration time) {
        return desk.clock().nanos() + time.toNanos();
    }

    void event(String what) {
        desk.ledger().event(id(), now(), what);
    }

    /**
     * Serves events until another thread has finished what it has been told to (a telephone stops ringing, a call's end is written),
     * for at most that time.
     */
    void settle(Duration most, BooleanSupplier settled) {
        long until = deadline(most);
        while (!settled.getAsBoolean() && desk.clock().nanos() < until) {
            CallEvent event = inbox.take(Math.min(until, deadline(LOOK_AGAIN)));
            if (event instanceof CallEvent.Gone gone && gone.leg() == caller) {
                throw new CallerLeft(gone);
            }
            if (event != null) {
                otherwise(event);
            }
        }
    }

    /** Takes the caller. A line is listened to for a moment first, lest anybody speaks to a dial tone (LINES rule 2). */
    void answer() {
        caller.answer();
        if (Port.of(caller.via()).isEmpty()) {
            return;
        }
        List<CallEvent> later = new ArrayList<>();
        try {
            for (long until = deadline(LISTENS);
                    !caller.answered() && desk.clock().nanos() < until; ) {
                CallEvent event = inbox.take(Math.min(until, deadline(LOOK_AGAIN)));
                if (event instanceof CallEvent.Gone gone && gone.leg() == caller) {
                    throw new CallerLeft(gone);
                }
                if (event != null) {
                    later.add(event);
                }
            }
        } finally {
            later.forEach(inbox::post);
        }
    }

    /** The caller and the other leg talk until one of them leaves; {@code listenIn}: find out who was heard. */
    Talk talk(Leg other, boolean listenIn, Sounds sounds) {
        return new Talk(caller, other, inbox, desk.clock(), desk.matrix(), listenIn, sounds::music, this::otherwise)
                .whenHeld((by, held) -> event(held ? "on hold by " + by.via() : "off hold again by " + by.via()));
    }

    Handset handset(Leg leg) {
        return new Handset(leg, inbox, desk.clock(), desk.matrix(), this::otherwise);
    }

    /** The single place for what the verb at hand does not know. */
    void otherwise(CallEvent event) {
        for (CallListener listener : listeners) {
            if (listener.hears(event)) {
                return;
            }
        }
        switch (event) {
            case CallEvent.ShuttingDown stop -> caller.hangUp(HangupCause.SHUTDOWN);
            case CallEvent.LegJoined joined -> joined.leg().hangUp(HangupCause.FAULT);
            case CallEvent.TransferAsked asked -> asked.leg().transferEnded(HangupCause.REJECTED);
            case CallEvent.LegEvent late ->
                Logger.debug(
                        "late {} of {}",
                        late.getClass().getSimpleName(),
                        late.leg().id());
            case CallEvent.Played old -> Logger.debug("a sound ended that nobody waits for");
            case CallEvent.Asked asked when asked.request() instanceof Taking taking -> taking.refuse();
            case CallEvent.Asked asked when asked.request() instanceof PickUp pickUp -> pickUp.refuse();
            case CallEvent.Asked asked -> Logger.debug("nobody here answers {}", asked.request());
        }
    }
}
