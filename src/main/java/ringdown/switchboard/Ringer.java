package ringdown.switchboard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.call.CallEvent;
import ringdown.call.CallerLeft;
import ringdown.call.HangupCause;
import ringdown.call.Leg;
import ringdown.call.OutsideLine;
import ringdown.call.RingRequest;
import ringdown.call.Telephone;
import ringdown.ledger.StageEntry;
import ringdown.media.AudioSink;
import ringdown.media.Connection;
import ringdown.number.CallerId;
import ringdown.number.Language;
import ringdown.number.PhoneNumber;
import ringdown.presence.Presence;
import ringdown.routing.Resolved;

/** Rings telephones for a caller, one turn at a time. Runs on the call's thread. */
final class Ringer {
    /** A telephone told to be quiet is so within this, or is not waited for: a board's frame, or the way of a CANCEL. */
    private static final Duration SILENT_WITHIN = Duration.ofSeconds(1);

    private final CallRun run;
    private final CallerId shown;
    private final @Nullable String called;
    private final Sounds sounds;
    private final Language language;
    private final boolean passEarlySound;
    private final List<Telephone> rung = new ArrayList<>();
    private @Nullable Connection toCaller;
    private @Nullable Connection confirming;

    /**
     * @param shown what the telephones display
     * @param language spoken to a mobile that answers
     * @param passEarlySound let a caller of the office hear what the only telephone rung sends before it answers
     */
    Ringer(
            CallRun run,
            CallerId shown,
            @Nullable String called,
            Sounds sounds,
            Language language,
            boolean passEarlySound) {
        this.run = run;
        this.shown = shown;
        this.called = called;
        this.sounds = sounds;
        this.language = language;
        this.passEarlySound = passEarlySound;
    }

    /** Rings all bells of the turn at once for at most its time; ends earlier when nobody is left who could answer. */
    RingResult ring(Resolved.Turn turn, Duration most) {
        Bells bells = new Bells();
        turn.bells().forEach(bell -> start(bell, bells));
        if (bells.none()) {
            return new RingResult.Nobody(StageEntry.Result.UNREACHABLE);
        }
        ringBack();
        Duration time = most.compareTo(turn.time()) < 0 ? most : turn.time();
        try {
            return await(bells, run.deadline(time));
        } catch (CallerLeft left) {
            bells.silence(HangupCause.CANCELLED);
            throw left;
        } finally {
            stop(toCaller);
            stop(confirming);
        }
    }

    private static void stop(@Nullable Connection connection) {
        if (connection != null) {
            connection.close();
        }
    }

    private void start(Resolved.Bell bell, Bells bells) {
        switch (bell) {
            case Resolved.Bell.OfPerson person -> startPerson(person, bells);
            case Resolved.Bell.Outside outside -> startOutside(outside, bells);
        }
    }

    private void startPerson(Resolved.Bell.OfPerson person, Bells bells) {
        Optional<Presence.Reservation> reservation = run.desk.presence().reserve(person.person(), run.id());
        if (reservation.isEmpty()) {
            return;
        }
        RingRequest request = new RingRequest(shown, run.id(), false, called);
        int before = bells.count();
        for (var phone : person.phones()) {
            run.desk.equipment().telephone(person.person(), phone).ifPresent(telephone -> {
                Leg leg = telephone.ring(request, run.inbox);
                rung.add(telephone);
                bells.add(new Bells.Bell(leg, person.person().digits(), reservation.get(), false));
            });
        }
        if (bells.count() == before) {
            reservation.get().close();
        }
    }

    private void startOutside(Resolved.Bell.Outside outside, Bells bells) {
        PhoneNumber number = outside.number();
        for (OutsideLine line : run.desk.equipment().outsideLines()) {
            if (line.free() && !line.via().equals(run.caller.via())) {
                Leg leg = line.dial(number.e164(), null, run.inbox);
                bells.add(new Bells.Bell(leg, number.e164(), null, outside.byKey()));
                return;
            }
        }
        run.event("no line free to ring a mobile");
    }

    private void ringBack() {
        if (run.caller.answered()) {
            toCaller = run.desk.matrix().attach(run.caller.voice(), sounds.ringBack(), AudioSink.NOWHERE);
        } else {
            run.caller.ringing();
        }
    }

    private RingResult await(Bells bells, long deadline) {
        while (!bells.none()) {
            CallEvent event = run.inbox.take(deadline);
            if (event == null) {
                bells.silence(HangupCause.NO_ANSWER);
                untilQuiet();
                return new RingResult.Nobody(StageEntry.Result.NO_ANSWER);
            }
            Optional<Bells.Bell> won = won(event, bells);
            if (won.isPresent()) {
                return new RingResult.Taken(won.get());
            }
        }
        return new RingResult.Nobody(whyNobody(bells));
    }

    /** Whoever is wanted again in the next turn must not be taken for busy because their bell has not stopped yet. */
    private void untilQuiet() {
        run.settle(SILENT_WITHIN, () -> rung.stream().noneMatch(t -> t.state() == Telephone.State.RINGING));
    }

    private static StageEntry.Result whyNobody(Bells bells) {
        if (bells.allUnreachable()) {
            return StageEntry.Result.UNREACHABLE;
        }
        return bells.allBusy() ? StageEntry.Result.BUSY : StageEntry.Result.NO_ANSWER;
    }

    private Optional<Bells.Bell> won(CallEvent event, Bells bells) {
        switch (event) {
            case CallEvent.Gone gone when gone.leg() == run.caller -> throw new CallerLeft(gone);
            case CallEvent.Gone gone when bells.of(gone.leg()).isPresent() -> bells.gone(gone.leg(), gone.cause());
            case CallEvent.Redirected away
            when bells.of(away.leg()).isPresent() -> {
                run.event("a telephone names another target; not followed");
                away.leg().hangUp(HangupCause.CANCELLED);
            }
            case CallEvent.Answered answered
            when bells.of(answered.leg()).isPresent() -> {
                return answered(bells.of(answered.leg()).get(), bells);
            }
            case CallEvent.DigitPressed key
            when key.digit() == '1' && confirmed(key.leg(), bells) -> {
                return Optional.of(bells.take(key.leg()));
            }
            case CallEvent.EarlySound early
            when passEarlySound && bells.of(early.leg()).isPresent() -> earlySound(early.leg(), bells);
            default -> run.otherwise(event);
        }
        return Optional.empty();
    }

    /** Only when exactly one leg is rung: two announcements at once are none. */
    private void earlySound(Leg leg, Bells bells) {
        if (bells.count() == 1 && !run.caller.answered()) {
            run.caller.earlySound();
            stop(toCaller);
            toCaller = run.desk.matrix().bridge(run.caller.voice(), leg.voice());
        }
    }

    private Optional<Bells.Bell> answered(Bells.Bell bell, Bells bells) {
        if (!bell.mustConfirm()) {
            return Optional.of(bells.take(bell.leg()));
        }
        // A mobile's mailbox answers too: only a key proves a person, so the question is repeated until it comes.
        short[] question = sounds.officeCalls(language);
        confirming = run.desk.matrix().attach(bell.leg().voice(), sounds.again(question), AudioSink.NOWHERE);
        return Optional.empty();
    }

    private static boolean confirmed(Leg leg, Bells bells) {
        return bells.of(leg).map(b -> b.mustConfirm() && leg.answered()).orElse(false);
    }
}
