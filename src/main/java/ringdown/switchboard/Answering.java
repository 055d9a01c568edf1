package ringdown.switchboard;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import ringdown.call.Arrival;
import ringdown.conversation.Talk;
import ringdown.conversation.TalkEnd;
import ringdown.ledger.CallEntry;
import ringdown.ledger.Ending;
import ringdown.ledger.Outcome;
import ringdown.number.Language;
import ringdown.office.Menu;
import ringdown.routing.Called;
import ringdown.routing.Plan;
import ringdown.routing.Router;
import ringdown.routing.Step;

/** Carries one plan out for one caller: greets, rings, joins, and hands over to {@link Leaving} when nobody talked. */
@SuppressWarnings("ReferenceEquality") // a leg is itself, whatever it may be equal to
final class Answering implements PutThrough.Way, AutoCloseable {
    private static final Duration NO_LIMIT = Duration.ofDays(1);

    private final CallRun run;
    private final Called called;
    private final Tally tally;
    private final Sounds sounds;
    private final Leaving leaving;
    private final Reaching reaching;
    private final FaxWatch fax;
    private final PutThrough putThrough;
    private Caller caller;
    private final Patience patience = new Patience();
    private final Greeting greeting;
    private final Taping taping;
    private @Nullable Plan followed;
    /** Nothing rings or waits beyond this moment. */
    private long limit;

    Answering(CallRun run, Arrival.FromOutside arrival, Called called) {
        this.run = run;
        this.called = called;
        this.tally = new Tally(run);
        this.taping = new Taping(run);
        this.sounds = new Sounds(run.desk.prompts(), run.office.info());
        this.greeting = new Greeting(run, sounds, taping);
        this.caller = Caller.stranger(arrival.caller());
        this.reaching = new Reaching(run, arrival, called, sounds);
        this.fax = new FaxWatch(run);
        OwnFax own = new OwnFax(run, reaching, tally, sounds);
        this.leaving = new Leaving(run, tally, arrival, reaching, () -> reaches(own));
        this.limit = run.deadline(NO_LIMIT);
        this.putThrough = new PutThrough(run, tally, leaving, reaching, sounds, this);
        run.listen(patience);
    }

    private boolean reaches(OwnFax own) {
        fax.close();
        return followed != null && own.reached(followed);
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

    /** At a telephone that hangs on the line beside the box (LINES rule 10): nobody is owed anything. */
    Ending talkedElsewhere() {
        tally.connected(CallEntry.PARALLEL);
        return tally.ending(Outcome.TALKED, true, null);
    }

    /** Goes through the plan; returns how the call ended. */
    Ending follow(Plan plan) {
        try {
            return steps(plan);
        } catch (FaxCalls machine) {
            return leaving.fax();
        }
    }

    private Ending steps(Plan plan) {
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

    /** Whoever calls over a modem that cannot hear and speak at once is told things and listened to, and joined with nobody. */
    private boolean joinable() {
        return OneWayLines.joinable(run);
    }

    private Optional<Ending> crossed(Plan plan) {
        if (!joinable()) {
            return Optional.empty();
        }
        fax.talks();
        return Crossing.of(run, caller).flatMap(bell -> joined(bell, plan));
    }

    /** No step has come to the rule yet by which the talk is recorded: it holds all the same, and both are told first (SITUATIONS 19). */
    private Optional<Ending> joined(Bells.Bell bell, Plan plan) {
        plan.recorded().filter(rule -> taping.unruled()).ifPresent(taping::rule);
        return talk(bell, plan);
    }

    private Optional<Ending> take(Step step, Plan plan) {
        fax.listens();
        return switch (step) {
            case Step.Greet greet -> {
                greeting.say(greet, plan);
                yield Optional.empty();
            }
            case Step.Keys keys -> keys(keys.menu(), plan);
            case Step.AnswerWithin within -> {
                limit = run.deadline(within.time() == null ? NO_LIMIT : within.time());
                yield Optional.empty();
            }
            case Step.Reach reach -> reach(reach, plan);
            case Step.Recorded record -> {
                taping.rule(record);
                yield Optional.empty();
            }
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

    /** The urgent key works until the tone; where it reaches nobody the promise is spoken all the same. */
    private Ending message(Plan plan) {
        Plan.Urgent urgent = plan.urgent();
        boolean pressed = greeting.key() != null;
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
        Menu.Choice choice = Choosing.of(run, sounds, menu, greeting.key());
        return Optional.of(
                follow(Router.choose(choice, plan, caller.enquiry(run.desk, run.office, called, run.now()))));
    }

    @Override
    public Optional<Ending> reach(Step.Reach reach, Plan plan) {
        leaving.responsible(reach.responsible());
        fax.listens();
        if (!joinable()) {
            run.event(reach.stage().target() + ": not rung, the line's modem cannot hear and speak at once");
            return Optional.empty();
        }
        if (limit - run.desk.clock().nanos() <= 0) {
            run.event(reach.stage().target() + ": the time to answer is over");
            return Optional.empty();
        }
        greeting.tellThatItIsRecorded(plan);
        return switch (reaching.reach(reach, plan, limit)) {
            case Reached.By by -> talk(by.bell(), plan);
            case Reached.Nobody nobody -> Optional.empty();
            case Reached.CallBackInstead
                    asked -> // the place stays when the call is over: it belongs to the promise from now on
                Optional.of(leaving.callBackInstead(promise -> run.desk.queue().keep(asked.placeId(), promise.id())));
        };
    }

    @Override
    public Optional<Ending> goesOn(List<Bells.Bell> ringing, Plan plan) {
        fax.listens();
        Reached reached = reaching.goesOn(PassingOn.of(ringing.getFirst()), ringing, limit);
        return reached instanceof Reached.By by ? talk(by.bell(), plan) : Optional.empty();
    }

    @Override
    public void unhurried() {
        limit = run.deadline(NO_LIMIT);
    }

    /** Whatever happens in the talk, the telephone is hung up and its person free again after it. */
    @Override
    public Optional<Ending> talk(Bells.Bell by, Plan plan) {
        try (Talker office = Talker.withOutside(run, by)) {
            connected(by);
            TalkEnd end = converse(by, null);
            while (end.passedOn() != null || end.asked() != null) {
                Optional<Ending> onward =
                        end.passedOn() == null ? wanted(end, office, plan) : putThrough.asked(end, office, plan);
                if (onward.isPresent()) {
                    return onward;
                }
                end = converse(by, end);
            }
            office.laysDown();
            return over(end, office, plan);
        }
    }

    /** The talk has ended for somebody else: a fax machine calls, or another call joins its caller with this one's. */
    private Optional<Ending> wanted(TalkEnd end, Talker office, Plan plan) {
        if (end.asked() instanceof PickUp asked) {
            return putThrough.replaced(asked, end, office, plan);
        }
        if (end.asked() instanceof Taking taking) {
            String shown = caller.shown();
            return putThrough.gives(taking, office, shown == null ? run.caller.via() : shown);
        }
        fax.close();
        throw new FaxCalls();
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
        fax.talks();
        run.answer();
        tally.connected(by.who());
        run.desk.ledger().talking(run.id(), run.now(), by.who());
        by.leg().shows(caller.display());
        putThrough.taken(by);
        run.keysOf(by.leg(), by.who());
    }

    private TalkEnd converse(Bells.Bell by, @Nullable TalkEnd before) {
        Language language = followed == null ? run.office.info().language() : followed.language();
        TalkEnd end = new Outsiders(run, sounds).talk(by.leg(), language, before, last -> talk(by, last));
        taping.over(run.caller, by.leg());
        tally.talked(end);
        return end;
    }

    private Talk talk(Bells.Bell by, @Nullable TalkEnd before) {
        Talk talk = run.talk(by.leg(), true, sounds)
                .mayPassOn(by.leg())
                .endsFor(request -> (fax.ends(request) && !machine(by))
                        || (request instanceof Taking taking && taking.means(by.leg()))
                        || (request instanceof PickUp asked && asked.replaces(by.leg())))
                .beginsWith(greeting.untold(followed))
                .heardBy(taping.tap(by.who(), false));
        return before == null ? talk : talk.goesOn(before);
    }

    /** Whoever has lifted is the office's own fax. */
    private boolean machine(Bells.Bell by) {
        return run.office
                .faxExtension()
                .filter(own -> own.digits().equals(by.who()))
                .isPresent();
    }

    @Override
    public void close() {
        fax.close();
        tally.over();
        run.desk.dialling().waitsNoMore(run.id());
        run.desk.parking().leave(run);
        taping.close();
        reaching.close();
    }
}
