package ringdown.switchboard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.call.CallEvent;
import ringdown.call.CallerLeft;
import ringdown.call.HangupCause;
import ringdown.call.Leg;
import ringdown.call.RingRequest;
import ringdown.call.Telephone;
import ringdown.ledger.StageEntry;
import ringdown.number.CallerId;
import ringdown.number.Extension;
import ringdown.office.PersonState;
import ringdown.office.Phone;
import ringdown.presence.Presence;
import ringdown.routing.Resolved;

/**
 * Rings telephones for a caller through the turns of one stage; whoever is wanted in the next turn too goes on ringing. However it
 * ends, nobody is left ringing or reserved but who took the call. One for each stage; runs on the call's thread.
 */
@SuppressWarnings("ReferenceEquality") // a leg is itself, whatever it may be equal to
final class Ringer {
    /** A telephone told to be quiet is so within this, or is not waited for: a board's frame, or the way of a CANCEL. */
    private static final Duration SILENT_WITHIN = Duration.ofSeconds(1);

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);

    private final CallRun run;
    private RingRequest request;
    private final RingBack ringBack;
    private final @Nullable Mobiles mobiles;
    private final boolean inside;
    private StillThere.Asker asker;
    private final Bells bells = new Bells();
    private final Map<String, String> notRung = new LinkedHashMap<>();
    private final Map<String, String> notAnyMore = new LinkedHashMap<>();
    private final List<Telephone> told = new ArrayList<>();
    private boolean timeOver;
    private final EarlySound early;

    /**
     * @param shown what the telephones display
     * @param mobiles rings numbers outside; null: none is ever meant
     * @param inside a caller of the office, who hears what is sent before an answer, and may ring whom a script leaves in peace
     */
    Ringer(
            CallRun run,
            CallerId shown,
            @Nullable String called,
            RingBack ringBack,
            @Nullable Mobiles mobiles,
            boolean inside) {
        this.run = run;
        this.request = new RingRequest(shown, run.id(), false, called, false, Knocking.bell(run));
        this.ringBack = ringBack;
        this.early = new EarlySound(run);
        this.mobiles = mobiles;
        this.inside = inside;
        this.asker = inside ? StillThere.Asker.COLLEAGUE : StillThere.Asker.CALLER;
    }

    /** Whatever people say of themselves meanwhile (LINES rule 1). */
    Ringer forHelp() {
        asker = StillThere.Asker.HELP;
        request = request.forHelp();
        return this;
    }

    /** Turn after turn, to the moment {@code until} at the latest; a turn ends early when nobody is left who could answer. */
    RingResult ring(List<Resolved.Turn> turns, long until) {
        try (bells;
                Ringings.Rings rings = run.desk.ringings().begins(run, bells::people);
                StillThere there = new StillThere(run, asker)) {
            for (Resolved.Turn turn : turns) {
                Optional<Bells.Bell> won = ring(turn, there, until);
                if (won.isPresent()) {
                    seen(won.get());
                    return new RingResult.Taken(won.get());
                }
            }
            bells.silence(HangupCause.NO_ANSWER);
            untilQuiet();
            rangOut(turns);
            return new RingResult.Nobody(whyNobody());
        } finally {
            early.close();
        }
    }

    /** Whoever rings already, for somebody else until now, goes on ringing. */
    RingResult goOn(List<Bells.Bell> ringing, long until) {
        try (bells;
                Ringings.Rings rings = run.desk.ringings().begins(run, bells::people);
                StillThere there = new StillThere(run, StillThere.Asker.COLLEAGUE)) {
            ringing.forEach(bells::add);
            ringing.stream()
                    .filter(bell -> bell.reservation() != null)
                    .forEach(bell -> there.rings(new Extension(bell.who())));
            ringBack.start();
            Optional<Bells.Bell> won = await(there, until);
            if (won.isPresent()) {
                seen(won.get());
                return new RingResult.Taken(won.get());
            }
            bells.silence(HangupCause.NO_ANSWER);
            return new RingResult.Nobody(whyNobody());
        }
    }

    /** Another call asks for whoever rings: they go on ringing for its caller, and nobody rings here. */
    private void give(Taking taking) {
        if (taking.give(bells::handOver)) {
            run.event("joins call " + taking.askerId() + " while it rings");
            throw new CallerLeft(new CallEvent.Gone(run.caller, HangupCause.NORMAL, true));
        }
    }

    private void seen(Bells.Bell won) {
        if (won.reservation() != null) {
            run.desk.presence().touched(won.reservation().who());
        }
    }

    /** Nobody can answer in a turn of a moment; and a colleague who rings in vain is no caller who was let down. */
    private void rangOut(List<Resolved.Turn> turns) {
        if (!inside && turns.stream().allMatch(turn -> turn.time().compareTo(LONG_ENOUGH) >= 0)) {
            bells.rungOut().forEach(who -> run.desk.presence().rangOut(new Extension(who), run.id()));
        }
    }

    /** Everybody who rang: extensions, or numbers of mobiles. */
    List<String> rang() {
        return bells.rung();
    }

    /** Who could be rung when the stage began and could not when their turn came, with the cause. */
    Map<String, String> notRung() {
        return notRung;
    }

    /** Who rang until they could not answer any more, with the cause. */
    Map<String, String> notAnyMore() {
        return notAnyMore;
    }

    private Optional<Bells.Bell> ring(Resolved.Turn turn, StillThere there, long until) {
        long deadline = Math.min(until, run.deadline(turn.time()));
        bells.keepOnly(Bellings.who(turn.bells()));
        turn.bells().stream().filter(bell -> !bells.wasRung(Bellings.who(bell))).forEach(bell -> start(bell, there));
        if (!bells.none()) {
            ringBack.start();
        }
        return await(there, deadline);
    }

    private void start(Resolved.Bell bell, StillThere there) {
        switch (bell) {
            case Resolved.Bell.OfPerson person -> startPerson(person, there);
            case Resolved.Bell.Outside outside -> {
                if (mobiles != null) {
                    mobiles.start(outside, bells, notRung);
                }
            }
        }
    }

    private void startPerson(Resolved.Bell.OfPerson bell, StillThere there) {
        String who = bell.person().digits();
        there.rings(bell.person());
        PersonState state = run.desk.presence().state(bell.person());
        Optional<Presence.Reservation> mine = inside || state == PersonState.AVAILABLE
                ? run.desk.presence().reserve(bell.person(), run.id())
                : Optional.empty();
        List<Phone> phones = mine.isPresent() || !inside ? bell.phones() : Knocking.phones(run.desk, bell.person());
        if (mine.isEmpty() && (!inside || phones.isEmpty())) {
            notRung.put(who, Bellings.word(state));
            return;
        }
        int before = bells.count();
        for (var phone : phones) {
            run.desk.equipment().telephone(bell.person(), phone).ifPresent(telephone -> {
                Leg leg = telephone.ring(mine.isEmpty() ? request.toSecond() : request, run.inbox);
                told.add(telephone);
                there.rings(leg, telephone);
                bells.add(new Bells.Bell(leg, who, mine.orElse(null), false));
            });
        }
        if (bells.count() == before) {
            notRung.put(who, "noTelephone");
            mine.ifPresent(Presence.Reservation::close);
        }
    }

    private Optional<Bells.Bell> await(StillThere there, long deadline) {
        while (!bells.none()) {
            CallEvent event = run.inbox.take(deadline);
            if (event == null) {
                timeOver = true;
                return Optional.empty();
            }
            if (event instanceof CallEvent.Asked asked && asked.request() instanceof StillThere.Changed changed) {
                notAnyMore.putAll(there.silence(changed.who(), bells));
                continue;
            }
            if (event instanceof CallEvent.Asked asked && asked.request() instanceof StillThere.HandOver) {
                notAnyMore.putAll(there.handedOver(bells.rung(), bells));
                continue;
            }
            Optional<Bells.Bell> won = won(event);
            if (won.isPresent()) {
                return won;
            }
        }
        return Optional.empty();
    }

    /** Whoever is wanted again in the next stage must not be taken for busy because their bell has not stopped yet. */
    private void untilQuiet() {
        run.settle(SILENT_WITHIN, () -> told.stream().noneMatch(t -> t.state() == Telephone.State.RINGING));
    }

    private StageEntry.Result whyNobody() {
        if (timeOver) {
            return StageEntry.Result.NO_ANSWER;
        }
        if (bells.rung().isEmpty()) {
            return notRung.containsValue("busy") ? StageEntry.Result.BUSY : StageEntry.Result.UNREACHABLE;
        }
        if (bells.allUnreachable()) {
            return StageEntry.Result.UNREACHABLE;
        }
        return bells.allBusy() ? StageEntry.Result.BUSY : StageEntry.Result.NO_ANSWER;
    }

    private Optional<Bells.Bell> won(CallEvent event) {
        switch (event) {
            case CallEvent.Gone gone when gone.leg() == run.caller -> throw new CallerLeft(gone);
            case CallEvent.Gone gone when bells.of(gone.leg()).isPresent() -> gone(gone);
            case CallEvent.Redirected away
            when bells.of(away.leg()).isPresent() -> {
                run.event("a telephone names another target; not followed");
                away.leg().hangUp(HangupCause.CANCELLED);
            }
            case CallEvent.Answered answered
            when bells.of(answered.leg()).isPresent() -> {
                return answered(bells.of(answered.leg()).get());
            }
            case CallEvent.DigitPressed key
            when key.digit() == '1' && confirms(key.leg()) -> {
                return Optional.of(bells.take(key.leg()));
            }
            case CallEvent.Asked asked
            when asked.request() instanceof Taking taking && taking.means(run.caller) -> give(taking);
            case CallEvent.Asked asked
            when asked.request() instanceof PickUp pickUp -> {
                return pickUp.take(run, bells);
            }
            case CallEvent.EarlySound sound when inside && bells.of(sound.leg()).isPresent() -> earlySound(sound.leg());
            default -> run.otherwise(event);
        }
        return Optional.empty();
    }

    private void gone(CallEvent.Gone gone) {
        Bells.Bell bell = bells.of(gone.leg()).orElseThrow();
        if (gone.cause() == HangupCause.REJECTED) {
            seen(bell); // whoever refuses a call by key is there
        }
        if (mobiles == null || !mobiles.again(bell, gone.cause(), bells)) {
            bells.gone(gone.leg(), gone.cause());
        }
    }

    /** Only when exactly one leg is rung: two announcements at once are none. */
    private void earlySound(Leg leg) {
        if (bells.count() == 1 && !run.caller.answered()) {
            early.from(leg);
        }
    }

    private Optional<Bells.Bell> answered(Bells.Bell bell) {
        if (!bell.mustConfirm()) {
            return Optional.of(bells.take(bell.leg()));
        }
        if (mobiles != null) {
            bells.asking(bell.leg(), mobiles.ask(bell.leg()));
        }
        return Optional.empty();
    }

    private boolean confirms(Leg leg) {
        return bells.of(leg).map(b -> b.mustConfirm() && leg.answered()).orElse(false);
    }
}
