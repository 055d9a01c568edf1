package ringdown.switchboard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import ringdown.call.Arrival;
import ringdown.call.CallerLeft;
import ringdown.call.Handset;
import ringdown.call.HangupCause;
import ringdown.conversation.Talk;
import ringdown.conversation.TalkEnd;
import ringdown.ledger.Ending;
import ringdown.ledger.Outcome;
import ringdown.ledger.StageEntry;
import ringdown.office.Menu;
import ringdown.office.Stage;
import ringdown.routing.Called;
import ringdown.routing.Plan;
import ringdown.routing.Resolved;
import ringdown.routing.Router;
import ringdown.routing.Step;

/** Carries one plan out for one caller: greets, rings, joins, and hands over to {@link Leaving} when nobody talked. */
final class Answering {
    /** While nobody of a queue's target is free, people are looked at again this often. */
    private static final Duration QUEUE_LOOK = Duration.ofSeconds(1);

    private static final Duration NO_LIMIT = Duration.ofDays(1);

    private final CallRun run;
    private final Arrival.FromOutside arrival;
    private final Called called;
    private final Tally tally;
    private final Sounds sounds;
    private final Leaving leaving;
    private Caller caller;
    private @Nullable String lastTeam;
    /** A key pressed in the greeting of a menu ends the greeting and counts (SITUATIONS 17); so does the urgent key after hours (18). */
    private @Nullable Character early;

    private boolean ratingAnnounced;
    /** Nothing rings or waits beyond this moment. */
    private long limit;

    Answering(CallRun run, Arrival.FromOutside arrival, Called called) {
        this.run = run;
        this.arrival = arrival;
        this.called = called;
        this.tally = new Tally(run);
        this.sounds = new Sounds(run.desk.prompts(), run.office.info().country());
        this.caller = Caller.stranger(arrival.caller());
        this.leaving = new Leaving(run, tally, arrival);
        this.limit = run.deadline(NO_LIMIT);
    }

    void identified(Caller known) {
        caller = known;
        leaving.identified(known);
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
        for (Step step : plan.steps()) {
            Optional<Ending> ending = take(step, plan);
            if (ending.isPresent()) {
                return ending.get();
            }
        }
        return leaving.gaveUp();
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
        boolean rating = plan.askRating() && !ratingAnnounced;
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
        Character key = early == null ? run.handset(run.caller).key(menu.after()) : early;
        early = null;
        Menu.Choice choice =
                key == null ? menu.otherwise() : menu.keys().getOrDefault(key.toString(), menu.otherwise());
        run.event(key == null ? "no key pressed" : "key " + key + " pressed");
        return Optional.of(
                follow(Router.choose(choice, plan, caller.enquiry(run.desk, run.office, called, run.now()))));
    }

    private Optional<Ending> reach(Step.Reach reach, Plan plan) {
        leaving.responsible(reach.responsible());
        if (left(limit).isZero()) {
            run.event(reach.stage().target() + ": the time to answer is over");
            return Optional.empty();
        }
        return switch (reach.stage()) {
            case Stage.Ring ring -> ring(ring, reach, plan, limit);
            case Stage.Queue queue -> queue(queue, reach, plan, limit);
        };
    }

    private Optional<Ending> ring(Stage stage, Step.Reach reach, Plan plan, long limit) {
        Resolved resolved = resolve(stage, reach);
        long begun = run.desk.clock().nanos();
        Map<String, String> notRung = causes(resolved);
        List<String> rang = new ArrayList<>();
        try {
            StageEntry.Result why = StageEntry.Result.UNREACHABLE;
            for (Resolved.Turn turn : resolved.turns()) {
                rang.addAll(Bellings.who(turn));
                RingResult result = ringer(plan).ring(turn, left(limit));
                if (result instanceof RingResult.Taken taken) {
                    write(stage, rang, notRung, begun, StageEntry.Result.ANSWERED);
                    return talk(taken.by(), plan);
                }
                why = ((RingResult.Nobody) result).why();
            }
            write(stage, rang, notRung, begun, resolved.nobody() ? nobody(notRung) : why);
            return Optional.empty();
        } catch (CallerLeft left) {
            write(stage, rang, notRung, begun, StageEntry.Result.CALLER_LEFT);
            throw left;
        }
    }

    private static StageEntry.Result nobody(Map<String, String> notRung) {
        return notRung.containsValue("busy") ? StageEntry.Result.BUSY : StageEntry.Result.UNREACHABLE;
    }

    private Resolved resolve(Stage stage, Step.Reach reach) {
        Resolved resolved = Router.resolve(
                stage,
                caller.enquiry(run.desk, run.office, called, run.now()),
                run.desk.presence().snapshot(),
                lastTeam,
                reach.responsible());
        if (resolved.team() != null) {
            lastTeam = resolved.team();
        }
        if (resolved.skipped() != null) {
            run.event(stage.target() + ": " + resolved.skipped());
        }
        return resolved;
    }

    private static Map<String, String> causes(Resolved resolved) {
        Map<String, String> causes = new LinkedHashMap<>();
        resolved.notRung().forEach(n -> causes.put(n.person().digits(), Bellings.word(n.cause())));
        return causes;
    }

    private void write(
            Stage stage, List<String> rang, Map<String, String> notRung, long begun, StageEntry.Result result) {
        boolean nobodyRang = rang.isEmpty();
        run.desk
                .ledger()
                .stage(
                        run.id(),
                        new StageEntry(
                                stage.target().toString(),
                                List.copyOf(rang),
                                notRung,
                                nobodyRang ? 0 : run.secondsSince(begun),
                                result));
    }

    private Duration left(long limit) {
        return Duration.ofNanos(Math.max(0, limit - run.desk.clock().nanos()));
    }

    private Ringer ringer(Plan plan) {
        return new Ringer(run, caller.display(), arrival.called(), sounds, plan.language(), false);
    }

    /** Waits with music until somebody of the target is free, then rings them, until the time is over. */
    private Optional<Ending> queue(Stage.Queue queue, Step.Reach reach, Plan plan, long limit) {
        run.caller.answer();
        long until = Math.min(limit, run.deadline(queue.time()));
        Handset handset = run.handset(run.caller);
        while (run.desk.clock().nanos() < until) {
            Resolved resolved = resolve(queue, reach);
            if (resolved.nobody()) {
                handset.waitWith(sounds.music(), shorter(QUEUE_LOOK, left(until)));
                continue;
            }
            Optional<Ending> ending = ring(queue, reach, plan, until);
            if (ending.isPresent()) {
                return ending;
            }
        }
        return Optional.empty();
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private Optional<Ending> talk(Bells.Bell by, Plan plan) {
        run.caller.answer();
        tally.connected(by.who());
        run.desk.ledger().talking(run.id(), run.now(), by.who());
        TalkEnd end = new Talk(
                        run.caller,
                        by.leg(),
                        run.inbox,
                        run.desk.clock(),
                        run.desk.matrix(),
                        true,
                        sounds::music,
                        run::otherwise)
                .run();
        tally.talked(end);
        if (by.reservation() != null) {
            by.reservation().talked();
        }
        by.leg().hangUp(HangupCause.NORMAL);
        if (by.reservation() != null) {
            by.reservation().close();
        }
        if (vanished(end, by)) {
            run.event("the telephone of " + by.who() + " vanished; the caller is passed on");
            run.desk.ledger().ringing(run.id());
            return Optional.empty();
        }
        Ending ending = leaving.afterTalk(end, by, run.caller);
        if (plan.askRating() && end.left() == by.leg() && ending.settled()) {
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

    /** The office's telephone died in the middle of a talk: that is not the caller's end of it. */
    private static boolean vanished(TalkEnd end, Bells.Bell by) {
        return end.left() == by.leg()
                && switch (end.gone().cause()) {
                    case LOST, UNREACHABLE, FAULT -> true;
                    case NORMAL,
                            CANCELLED,
                            BUSY,
                            NO_ANSWER,
                            REJECTED,
                            NO_SUCH_NUMBER,
                            CONGESTION,
                            NOT_ACCEPTABLE,
                            ANSWERED_ELSEWHERE,
                            SILENCE,
                            REFUSED,
                            SHUTDOWN -> false;
                };
    }
}
