package ringdown.switchboard;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import ringdown.call.Arrival;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.Leg;
import ringdown.conversation.Talk;
import ringdown.conversation.TalkEnd;
import ringdown.ledger.Ending;
import ringdown.ledger.Outcome;
import ringdown.office.Menu;
import ringdown.office.Stage;
import ringdown.routing.Called;
import ringdown.routing.Plan;
import ringdown.routing.Router;
import ringdown.routing.Step;

/** Carries one plan out for one caller: greets, rings, joins, and hands over to {@link Leaving} when nobody talked. */
@SuppressWarnings("ReferenceEquality") // a leg is itself, whatever it may be equal to
final class Answering implements AutoCloseable {
    private static final Duration NO_LIMIT = Duration.ofDays(1);

    private final CallRun run;
    private final Called called;
    private final Tally tally;
    private final Sounds sounds;
    private final Leaving leaving;
    private final Reaching reaching;
    private Caller caller;
    /** A key pressed in the greeting of a menu ends the greeting and counts (SITUATIONS 17); so does the urgent key after hours (18). */
    private @Nullable Character early;

    private boolean ratingAnnounced;
    private final Patience patience = new Patience();
    private @Nullable Plan followed;
    /** Who put the caller through last. */
    private @Nullable Talker sending;

    /** Nothing rings or waits beyond this moment. */
    private long limit;

    Answering(CallRun run, Arrival.FromOutside arrival, Called called) {
        this.run = run;
        this.called = called;
        this.tally = new Tally(run);
        this.sounds = new Sounds(run.desk.prompts(), run.office.info());
        this.caller = Caller.stranger(arrival.caller());
        this.reaching = new Reaching(run, arrival, called, sounds);
        OwnFax fax = new OwnFax(run, reaching, tally, sounds);
        this.leaving = new Leaving(run, tally, arrival, reaching, () -> followed != null && fax.reached(followed));
        this.limit = run.deadline(NO_LIMIT);
        run.listen(patience);
    }

    void identified(Caller known) {
        caller = known;
        leaving.identified(known);
        reaching.identified(known);
    }

    /** What stands if even the ending cannot be worked out: the ledger makes the promise itself. */
    Ending lastResort() {
        return tally.ending(Outcome.GAVE_UP, true, null);
    }

    /** The caller left before anybody talked, or while waiting for somebody again. */
    Ending gaveUp() {
        return leaving.gaveUp();
    }

    /** Goes through the plan; returns how the call ended. */
    Ending follow(Plan plan) {
        leaving.follows(plan);
        run.desk.dialling().waits(run.inbox, caller.shown(), caller.contactId());
        followed = plan;
        for (Step step : plan.steps()) {
            Optional<Ending> ending =
                    crossed(plan).or(() -> patience.during(step, () -> take(step, plan), () -> crossed(plan)));
            if (ending.isPresent()) {
                return ending.get();
            }
        }
        return leaving.gaveUp();
    }

    /** Whoever is being dialled at this moment need not wait for anybody else. */
    private Optional<Ending> crossed(Plan plan) {
        return Crossing.of(run, caller).flatMap(bell -> talk(bell, plan));
    }

    private Optional<Ending> take(Step step, Plan plan) {
        return switch (step) {
            case Step.Greet greet -> {
                greet(greet, plan);
                yield Optional.empty();
            }
            case Step.Keys keys -> keys(keys.menu(), plan);
            case Step.AnswerWithin within -> {
                limit = run.deadline(within.time() == null ? NO_LIMIT : within.time());
                yield Optional.empty();
            }
            case Step.Reach reach -> reach(reach, plan);
            case Step.TakeMessage take -> Optional.of(message(plan));
            case Step.PromiseOnly promise -> Optional.of(leaving.promiseOnly());
            case Step.Refuse refuse -> Optional.of(refused(refuse));
        };
    }

    /** The box has done what the caller wanted; nobody is owed anything. */
    Ending served() {
        return leaving.refused();
    }

    private Ending refused(Step.Refuse refuse) {
        run.event("refused by rule: " + refuse.rule());
        return leaving.refused();
    }

    private void greet(Step.Greet greet, Plan plan) {
        if (early != null) {
            return;
        }
        run.caller.answer();
        run.event("greeting");
        Announcements announcements = new Announcements(run.desk.prompts());
        boolean rating = plan.askRating() && !ratingAnnounced && !plan.closed();
        ratingAnnounced = ratingAnnounced || rating;
        short[] sound = announcements.sound(greet.announcement(), rating).samples();
        early = run.handset(run.caller).playUntilKey(sound, plan.keysDuring(greet));
    }

    /** The urgent key works until the tone; where it reaches nobody the promise is spoken all the same. */
    private Ending message(Plan plan) {
        Plan.Urgent urgent = plan.urgent();
        boolean pressed = early != null;
        early = null;
        if (urgent == null) {
            return leaving.message();
        }
        if (!pressed && !leaving.announced(urgent.key())) {
            return leaving.recorded();
        }
        run.event("key " + urgent.key() + " pressed: urgent");
        return reach(new Step.Reach(urgent.stage(), plan.responsible()), plan).orElseGet(leaving::message);
    }

    private Optional<Ending> keys(Menu menu, Plan plan) {
        Menu.Choice choice = Choosing.of(run, sounds, menu, early);
        early = null;
        return Optional.of(
                follow(Router.choose(choice, plan, caller.enquiry(run.desk, run.office, called, run.now()))));
    }

    private Optional<Ending> reach(Step.Reach reach, Plan plan) {
        leaving.responsible(reach.responsible());
        if (limit - run.desk.clock().nanos() <= 0) {
            run.event(reach.stage().target() + ": the time to answer is over");
            return Optional.empty();
        }
        return switch (reaching.reach(reach, plan, limit)) {
            case Reached.By by -> talk(by.bell(), plan);
            case Reached.Nobody nobody -> Optional.empty();
            case Reached.CallBackInstead
                    asked -> // the place stays when the call is over: it belongs to the promise from now on
                Optional.of(leaving.callBackInstead(promise -> run.desk.queue().keep(asked.placeId(), promise.id())));
        };
    }

    /** Whatever happens in the talk, the telephone is hung up and its person free again after it. */
    private Optional<Ending> talk(Bells.Bell by, Plan plan) {
        try (Talker office = Talker.withOutside(run, by)) {
            connected(by);
            TalkEnd end = converse(by, null);
            while (end.passedOn() != null) {
                Optional<Ending> onward = passedOn(end.passedOn(), office, plan);
                if (onward.isPresent()) {
                    return onward;
                }
                end = converse(by, end);
            }
            office.laysDown();
            return over(end, office, plan);
        }
    }

    private Optional<Ending> over(TalkEnd end, Talker office, Plan plan) {
        Bells.Bell by = office.bell();
        if (office.vanished(end)) {
            run.event("the telephone of " + by.who() + " vanished; the caller is passed on");
            run.desk.ledger().ringing(run.id());
            return Optional.empty();
        }
        Ending ending = leaving.afterTalk(end, by, run.caller);
        boolean talked = ending.outcome() == Outcome.TALKED && ending.settled();
        if (plan.askRating() && end.left() == by.leg() && talked) {
            rate(ending, plan);
        }
        return Optional.of(ending);
    }

    /** Empty: the caller stays with whoever wanted to put them through. */
    private Optional<Ending> passedOn(CallEvent.TransferAsked asked, Talker office, Plan plan) {
        return switch (Consulted.of(run, asked)) {
            case Consulted.Joined joined -> {
                run.event(office.who() + " puts the caller through to "
                        + joined.bell().who() + " after asking");
                tally.transferred();
                sending = office;
                yield talk(joined.bell(), plan).or(() -> back(office.who(), plan));
            }
            case Consulted.Elsewhere elsewhere -> Optional.empty();
            case Consulted.Impossible not -> {
                run.event(office.who() + " cannot put the caller through to " + asked.target());
                office.leg().transferEnded(HangupCause.REJECTED);
                yield Optional.empty();
            }
            case Consulted.Nobody nobody -> rung(asked, office, plan);
        };
    }

    /** Unanswered it comes back to whoever passed the caller on, who owes the call from now on; then the team, then message (SITUATIONS 1). */
    private Optional<Ending> rung(CallEvent.TransferAsked asked, Talker office, Plan plan) {
        run.event(office.who() + " puts the caller through to " + asked.target());
        tally.transferred();
        leaving.owes(office.who());
        Leg unanswered = asked.other(); // whoever was dialled has not lifted: from now on they are rung for the caller
        if (unanswered != null) {
            unanswered.hangUp(HangupCause.NORMAL);
        }
        run.desk.ledger().ringing(run.id());
        limit = run.deadline(NO_LIMIT);
        office.asks();
        sending = office;
        PassingOn way = new PassingOn(run);
        Optional<Stage> meant = way.meant(asked.target());
        Optional<Ending> ending = meant.flatMap(stage -> through(stage, way, plan));
        if (ending.isEmpty()) {
            office.told(meant.isEmpty() ? HangupCause.NO_SUCH_NUMBER : PassingOn.cause(reaching.how()));
        }
        return ending.or(() -> back(office.who(), plan));
    }

    private Optional<Ending> back(String to, Plan plan) {
        PassingOn way = new PassingOn(run);
        for (Stage stage : way.back(to)) {
            Optional<Ending> ending = through(stage, way, plan);
            if (ending.isPresent()) {
                return ending;
            }
        }
        return Optional.of(leaving.message());
    }

    private Optional<Ending> through(Stage stage, PassingOn way, Plan plan) {
        way.settle(stage);
        return reach(new Step.Reach(stage, plan.responsible()), plan);
    }

    /** The talk is over and written before the question: who leaves in it, or a crash, takes nothing from it. */
    private void rate(Ending ending, Plan plan) {
        run.desk.ledger().close(run.id(), ending);
        Rating rating = new Rating(run, plan.language());
        OptionalInt mark = rating.ask();
        mark.ifPresent(leaving::rated);
        rating.thank(mark.isPresent());
    }

    private void connected(Bells.Bell by) {
        patience.over();
        run.caller.answer();
        tally.connected(by.who());
        run.desk.ledger().talking(run.id(), run.now(), by.who());
        if (sending != null) {
            run.listen(new BackKey(run, by.leg(), sending.who()));
            sending.told(null);
        }
        run.keysOf(by.leg(), by.who());
    }

    private TalkEnd converse(Bells.Bell by, @Nullable TalkEnd before) {
        Talk talk = run.talk(by.leg(), true, sounds).mayPassOn(by.leg());
        TalkEnd end = (before == null ? talk : talk.goesOn(before)).run();
        tally.talked(end);
        return end;
    }

    @Override
    public void close() {
        run.desk.dialling().waitsNoMore(run.id());
        reaching.close();
    }
}
