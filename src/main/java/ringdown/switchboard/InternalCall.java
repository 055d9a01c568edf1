package ringdown.switchboard;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringdown.call.Arrival;
import ringdown.call.CallerLeft;
import ringdown.call.HangupCause;
import ringdown.ledger.CallOpened;
import ringdown.ledger.Direction;
import ringdown.ledger.Outcome;
import ringdown.ledger.StageEntry;
import ringdown.number.CallerId;
import ringdown.number.Extension;
import ringdown.office.Person;
import ringdown.office.PersonNow;
import ringdown.office.PersonState;
import ringdown.office.Phone;
import ringdown.presence.Presence;
import ringdown.routing.Resolved;

/** One telephone of the office calls another person, or the people of a team at once (a door's hotline). */
final class InternalCall {
    private static final Duration RING_TIME = Duration.ofSeconds(60);
    /** Whoever has just laid down is not busy: their call's end takes a moment to be carried out. */
    private static final Duration ENDING = Duration.ofMillis(300);

    private final CallRun run;
    private final Arrival.FromPhone arrival;
    private final List<Extension> called;
    /** As the ledger names them. */
    private final String whom;

    private final Tally tally;

    InternalCall(CallRun run, Arrival.FromPhone arrival, Extension called) {
        this(run, arrival, List.of(called), called.digits());
    }

    InternalCall(CallRun run, Arrival.FromPhone arrival, List<Extension> called, String whom) {
        this.run = run;
        this.arrival = arrival;
        this.called = called;
        this.whom = whom;
        this.tally = new Tally(run);
    }

    /** Returns the cause for the caller's telephone. */
    HangupCause serve() {
        open();
        Outcome outcome = Outcome.NOT_ANSWERED;
        try {
            RingResult result = ring();
            outcome = Outcome.TALKED;
            return switch (result) {
                case RingResult.Taken taken -> talk(taken.by());
                case RingResult.Nobody nobody -> {
                    outcome = outcome(nobody.why());
                    yield cause(nobody.why());
                }
            };
        } finally {
            run.desk.ledger().close(run.id(), tally.ending(outcome, true, null));
        }
    }

    private void open() {
        String name = run.office.person(arrival.extension()).map(Person::name).orElse(null);
        run.desk
                .ledger()
                .open(new CallOpened(
                        run.id(),
                        run.startedAt,
                        Direction.INTERNAL,
                        arrival.extension().digits(),
                        whom,
                        arrival.extension().digits(),
                        name,
                        false,
                        null));
    }

    private RingResult ring() {
        List<Resolved.Bell> bells =
                called.stream().flatMap(who -> bell(who).stream()).toList();
        if (bells.isEmpty()) {
            boolean off = called.stream().noneMatch(this::mayBeBusy);
            return stage(new RingResult.Nobody(off ? StageEntry.Result.UNREACHABLE : StageEntry.Result.BUSY), 0);
        }
        if (called.size() == 1) {
            run.caller.shows(Display.of(run, whom));
        }
        Sounds sounds = new Sounds(run.desk.prompts(), run.office.info());
        long begun = run.desk.clock().nanos();
        try (RingBack ringBack = new RingBack(run, sounds)) {
            Ringer ringer = new Ringer(run, shown(), null, ringBack, null, true);
            return stage(
                    ringer.ring(List.of(new Resolved.Turn(bells, RING_TIME)), run.deadline(RING_TIME)),
                    run.secondsSince(begun));
        } catch (CallerLeft left) {
            write(StageEntry.Result.CALLER_LEFT, run.secondsSince(begun));
            throw left;
        }
    }

    /** Empty: they cannot be rung, nor told that somebody calls. */
    private Optional<Resolved.Bell> bell(Extension who) {
        if (who.equals(arrival.extension())) {
            return Optional.empty();
        }
        run.desk.boxCalls().giveWay(who);
        if (run.desk.presence().registered(who)) {
            run.settle(ENDING, () -> canBeRung(who));
        }
        List<Phone> phones =
                canBeRung(who) ? List.copyOf(run.desk.presence().now(who).ready()) : Knocking.phones(run.desk, who);
        return phones.isEmpty() ? Optional.empty() : Optional.of(new Resolved.Bell.OfPerson(who, phones));
    }

    private boolean mayBeBusy(Extension who) {
        PersonState state = run.desk.presence().now(who).state();
        return who.equals(arrival.extension())
                || !mayBeRung(state)
                || run.desk.presence().registered(who);
    }

    private boolean canBeRung(Extension who) {
        PersonNow now = run.desk.presence().now(who);
        return mayBeRung(now.state()) && !now.ready().isEmpty();
    }

    /** A colleague may disturb whoever only writes down a talk, and may look whether somebody is back. */
    static boolean mayBeRung(PersonState state) {
        return switch (state) {
            case AVAILABLE, AFTER_CALL, NOT_ANSWERING -> true;
            case BUSY, DO_NOT_DISTURB, BREAK, AWAY, ON_LEAVE -> false;
        };
    }

    private RingResult stage(RingResult result, double seconds) {
        write(
                switch (result) {
                    case RingResult.Taken taken -> StageEntry.Result.ANSWERED;
                    case RingResult.Nobody nobody -> nobody.why();
                },
                seconds);
        return result;
    }

    private void write(StageEntry.Result result, double seconds) {
        List<String> rang = seconds > 0 ? called.stream().map(Extension::digits).toList() : List.of();
        run.desk.ledger().stage(run.id(), new StageEntry(whom, rang, Map.of(), seconds, result));
    }

    private CallerId shown() {
        Optional<Person> me = run.office.person(arrival.extension());
        return CallerId.of(arrival.extension().digits(), me.map(Person::name).orElse(null));
    }

    /** Whatever happens in the talk, the telephone is hung up and its person free again after it, unless another call has them. */
    private HangupCause talk(Bells.Bell by) {
        Sounds sounds = new Sounds(run.desk.prompts(), run.office.info());
        try (Presence.Reservation theirs = by.reservation();
                OfficeTalk talk = new OfficeTalk(run, tally, sounds, null)) {
            run.caller.shows(Display.of(run, by.who()));
            run.caller.answer();
            tally.connected(by.who());
            run.desk.ledger().talking(run.id(), run.now(), by.who());
            run.parkKeyOf(run.caller, arrival.extension().digits());
            run.parkKeyOf(by.leg(), by.who());
            talk.between(Talker.of(run, run.caller(arrival.extension())), Talker.of(run, by));
            if (theirs != null) {
                theirs.talked();
            }
            return HangupCause.NORMAL;
        } finally {
            run.hangUp(by.leg(), HangupCause.NORMAL);
        }
    }

    private static Outcome outcome(StageEntry.Result why) {
        return switch (why) {
            case BUSY -> Outcome.BUSY;
            case UNREACHABLE -> Outcome.FAILED;
            case NO_ANSWER, CALLER_LEFT, ANSWERED -> Outcome.NOT_ANSWERED;
        };
    }

    private static HangupCause cause(StageEntry.Result why) {
        return switch (why) {
            case BUSY -> HangupCause.BUSY;
            case UNREACHABLE -> HangupCause.UNREACHABLE;
            case NO_ANSWER, CALLER_LEFT, ANSWERED -> HangupCause.NO_ANSWER;
        };
    }
}
