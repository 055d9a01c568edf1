package ringdown.switchboard;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.Leg;
import ringdown.conversation.TalkEnd;
import ringdown.ledger.Ending;
import ringdown.ledger.Outcome;
import ringdown.office.Stage;
import ringdown.routing.Plan;
import ringdown.routing.Step;

/**
 * Somebody of the office puts a caller from outside through to somebody else. Unanswered it comes back to them, who owe the call from now
 * on; then the team, then message (SITUATIONS 1). One for a call; used by the call's own thread only.
 */
@SuppressWarnings("ReferenceEquality") // a leg is itself, whatever it may be equal to
final class PutThrough {
    /** Who is gone sooner had left before they were joined. */
    private static final Duration MISSED = Duration.ofSeconds(1);

    private final CallRun run;
    private final Tally tally;
    private final Leaving leaving;
    private final Reaching reaching;
    private final Sounds sounds;
    private final Way way;
    /** Who put the caller through last. */
    private @Nullable Talker sending;
    /** Who has parked the caller, whom nobody has taken yet. */
    private @Nullable String parkedBy;

    /** What the call itself does for the caller. */
    interface Way {
        /** Rings; empty if nobody took the call. */
        Optional<Ending> reach(Step.Reach reach, Plan plan);

        /** Whoever rings already goes on ringing; empty if nobody took the call. */
        Optional<Ending> goesOn(List<Bells.Bell> ringing, Plan plan);

        /** They talk; empty if the caller is to be passed on. */
        Optional<Ending> talk(Bells.Bell by, Plan plan);

        /** The time in which the caller was to be answered is over and done with. */
        void unhurried();
    }

    PutThrough(CallRun run, Tally tally, Leaving leaving, Reaching reaching, Sounds sounds, Way way) {
        this.run = run;
        this.tally = tally;
        this.leaving = leaving;
        this.reaching = reaching;
        this.sounds = sounds;
        this.way = way;
    }

    /** Empty: the caller stays with whoever wanted to put them through. */
    Optional<Ending> asked(TalkEnd end, Talker office, Plan plan) {
        CallEvent.TransferAsked asked = Objects.requireNonNull(end.passedOn());
        InPark park = new InPark(run, sounds, tally, office);
        return park.means(asked) ? parked(park, end, office, plan) : putThrough(asked, office, plan);
    }

    /** The caller waits in a place; whom nobody takes from there comes back to whoever has parked them, who owe the call from now on. */
    private Optional<Ending> parked(InPark park, TalkEnd end, Talker office, Plan plan) {
        Optional<InPark.Waits> place = park.place(end);
        if (place.isEmpty()) {
            park.full();
            return office.there() ? Optional.empty() : back(office.who(), plan);
        }
        leaving.owes(office.who());
        sending = null;
        parkedBy = office.who();
        way.unhurried();
        return place.get().await().flatMap(bell -> way.talk(bell, plan)).or(() -> back(office.who(), plan));
    }

    /** Another telephone of the office takes this one's place; empty: it may not, or its talk has come to nothing. */
    Optional<Ending> replaced(PickUp asked, TalkEnd end, Talker office, Plan plan) {
        if (!office.yieldsTo(asked, end)) {
            asked.refuse();
            return Optional.empty();
        }
        return asked.take(run).flatMap(bell -> {
            run.event(bell.who() + " takes the talk from the telephone of " + office.who());
            if (!bell.who().equals(office.who())) {
                tally.transferred();
            }
            sending = null;
            Bells.Bell by = office.yields(bell);
            office.told(null);
            return way.talk(by, plan).or(() -> back(office.who(), plan));
        });
    }

    private Optional<Ending> putThrough(CallEvent.TransferAsked asked, Talker office, Plan plan) {
        return switch (Consulted.of(run, asked)) {
            case Consulted.Joined joined -> {
                run.event(office.who() + " puts the caller through to "
                        + joined.bell().who() + " after asking");
                tally.transferred();
                sending = office;
                yield way.talk(joined.bell(), plan).or(() -> back(office.who(), plan));
            }
            case Consulted.Outsider other -> together(other.bell(), office, plan);
            case Consulted.Elsewhere elsewhere -> Optional.empty();
            case Consulted.Impossible not -> {
                run.event(office.who() + " cannot put the caller through to " + asked.target());
                office.leg().transferEnded(HangupCause.REJECTED);
                yield Optional.empty();
            }
            case Consulted.Ringing ringing -> rung(asked, office, plan, ringing.bells());
            case Consulted.Nobody nobody -> rung(asked, office, plan, List.of());
        };
    }

    /** Two callers talk on without the office; one who was gone already brings the other back. */
    private Optional<Ending> together(Bells.Bell other, Talker office, Plan plan) {
        run.event(office.who() + " joins the caller with " + other.who() + " after asking");
        tally.transferred();
        tally.connected(other.who());
        run.desk.ledger().talking(run.id(), run.now(), other.who());
        office.told(null);
        TalkEnd end = new Outsiders(run, sounds).joined(other.leg(), plan.language());
        tally.talked(end);
        boolean missed = end.left() == other.leg() && end.talked().compareTo(MISSED) < 0;
        return missed ? back(office.who(), plan) : Optional.of(tally.ending(Outcome.TALKED, true, null));
    }

    /** Another call joins its caller with this one's: this call is over, its caller is not. Empty: they are not wanted any more. */
    Optional<Ending> gives(Taking taking, Talker office, String who) {
        if (!taking.give(() -> List.of(new Bells.Bell(run.caller, who, null, false)))) {
            return Optional.empty();
        }
        run.event(office.who() + " joins this talk with call " + taking.askerId());
        tally.transferred();
        office.told(null);
        return Optional.of(tally.ending(Outcome.TALKED, true, null));
    }

    /** Somebody has taken the caller: whoever put them through is told, and may get them back by key. */
    void taken(Bells.Bell by) {
        run.desk.parking().leave(run);
        if (parkedBy != null && !parkedBy.equals(by.who())) {
            tally.transferred();
        }
        parkedBy = null;
        if (sending != null) {
            run.listen(new BackKey(run, by.leg(), sending.who()));
            sending.told(null);
        }
    }

    /** {@code ringing}: whom the sender dialled, and who has not lifted yet. */
    private Optional<Ending> rung(CallEvent.TransferAsked asked, Talker office, Plan plan, List<Bells.Bell> ringing) {
        run.event(office.who() + " puts the caller through to " + asked.target());
        tally.transferred();
        leaving.owes(office.who());
        Leg unanswered = asked.other();
        if (unanswered != null) {
            unanswered.hangUp(HangupCause.NORMAL);
        }
        run.desk.ledger().ringing(run.id());
        way.unhurried();
        office.asks();
        sending = office;
        return (ringing.isEmpty() ? named(asked.target(), office, plan) : goesOn(ringing, office, plan))
                .or(() -> back(office.who(), plan));
    }

    private Optional<Ending> goesOn(List<Bells.Bell> ringing, Talker office, Plan plan) {
        office.rings();
        Optional<Ending> ending = way.goesOn(ringing, plan);
        if (ending.isEmpty()) {
            office.told(PassingOn.cause(reaching.how()));
        }
        return ending;
    }

    private Optional<Ending> named(String target, Talker office, Plan plan) {
        PassingOn further = new PassingOn(run);
        Optional<Stage> meant = further.meant(target);
        Optional<Ending> ending = meant.flatMap(stage -> through(stage, further, plan));
        if (ending.isEmpty()) {
            office.told(meant.isEmpty() ? HangupCause.NO_SUCH_NUMBER : PassingOn.cause(reaching.how()));
        }
        return ending;
    }

    private Optional<Ending> back(String to, Plan plan) {
        PassingOn further = new PassingOn(run);
        for (Stage stage : further.back(to)) {
            Optional<Ending> ending = through(stage, further, plan);
            if (ending.isPresent()) {
                return ending;
            }
        }
        run.desk.parking().leave(run);
        return Optional.of(leaving.message());
    }

    private Optional<Ending> through(Stage stage, PassingOn further, Plan plan) {
        further.settle(stage);
        return way.reach(new Step.Reach(stage, plan.responsible()), plan);
    }
}
