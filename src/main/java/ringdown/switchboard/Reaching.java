package ringdown.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.call.Arrival;
import ringdown.call.CallEvent;
import ringdown.call.CallerLeft;
import ringdown.ledger.StageEntry;
import ringdown.number.Extension;
import ringdown.number.Language;
import ringdown.office.CallerClass;
import ringdown.office.RingTarget;
import ringdown.office.Stage;
import ringdown.routing.Called;
import ringdown.routing.Enquiry;
import ringdown.routing.Plan;
import ringdown.routing.Resolved;
import ringdown.routing.Router;
import ringdown.routing.Step;

/** Carries out the stages of one caller's way and writes each down. One for a call; runs on the call's thread. */
final class Reaching implements AutoCloseable {
    /** A telephone that has just been told to stop ringing is idle within milliseconds. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    private final CallRun run;
    private final Arrival.FromOutside arrival;
    private final Called called;
    private final Sounds sounds;
    private final RingBack ringBack;
    private Caller caller;
    private Language language;
    private @Nullable String firstTeam;
    private @Nullable String lastTeam;
    private @Nullable String skipped;
    private StageEntry.Result last = StageEntry.Result.UNREACHABLE;

    /**
     * What a stage needs to know of the call.
     *
     * @param rank of the caller's class in a queue, 0 the highest
     * @param first goes before every class (SITUATIONS rule 14)
     */
    record Wish(@Nullable String responsible, Language language, int rank, boolean first) {}

    Reaching(CallRun run, Arrival.FromOutside arrival, Called called, Sounds sounds) {
        this.run = run;
        this.arrival = arrival;
        this.called = called;
        this.sounds = sounds;
        this.ringBack = new RingBack(run, sounds);
        this.caller = Caller.stranger(arrival.caller());
        this.language = run.office.info().language();
    }

    void identified(Caller known) {
        caller = known;
    }

    /** The team that was meant first in this call; null: none yet. */
    @Nullable
    String firstTeam() {
        return firstTeam;
    }

    /** The team that was meant last. */
    @Nullable
    String lastTeam() {
        return lastTeam;
    }

    /** Rings or waits until {@code limit} at the latest. */
    Reached reach(Step.Reach reach, Plan plan, long limit) {
        language = plan.language();
        return switch (reach.stage()) {
            case Stage.Ring ring -> ring(ring, reach.responsible(), limit);
            case Stage.Queue queue -> {
                long until = Math.min(limit, run.deadline(queue.time()));
                Enquiry enquiry = enquiry();
                yield new Waiting(run, this, sounds, wish(reach, plan), queue, enquiry).await(until);
            }
        };
    }

    private Wish wish(Step.Reach reach, Plan plan) {
        List<CallerClass> classes = run.office.classes();
        int rank = (int) classes.stream()
                .takeWhile(one -> !one.name().equals(plan.callerClass()))
                .count();
        return new Wish(reach.responsible(), language, rank, plan.firstInQueue());
    }

    /** Duty may be handed over while it rings: from that moment on whoever has it then is rung (SITUATIONS 18). */
    private Reached ring(Stage stage, @Nullable String responsible, long limit) {
        while (true) {
            Ringer ringer = ringer();
            try (Closing handOver = handOver(stage)) {
                Reached reached = ring(stage, ringer, responsible, limit);
                if (reached instanceof Reached.By || !ringer.notAnyMore().containsValue(StillThere.HANDED_OVER)) {
                    return reached;
                }
            }
            run.event("duty is handed over");
        }
    }

    /** Ends a wait for a moment. */
    private interface Closing extends AutoCloseable {
        @Override
        void close();
    }

    private Closing handOver(Stage stage) {
        Optional<Instant> at = stage.target() instanceof RingTarget.Duty
                ? run.office.dutyRoster().handOverAfter(run.now())
                : Optional.empty();
        return at.map(moment -> run.desk
                        .clock()
                        .at(
                                moment,
                                "duty of call " + run.id(),
                                () -> run.inbox.post(new CallEvent.Asked(new StillThere.HandOver()))))
                .<Closing>map(alarm -> alarm::cancel)
                .orElse(() -> {});
    }

    private Reached ring(Stage stage, Ringer ringer, @Nullable String responsible, long limit) {
        Resolved resolved = resolve(stage, responsible, enquiry());
        long begun = run.desk.clock().nanos();
        StageEntry.Result how = StageEntry.Result.CALLER_LEFT;
        try {
            RingResult result = resolved.nobody()
                    ? new RingResult.Nobody(nobody(causes(resolved)))
                    : ringer.ring(begun(stage, resolved), limit);
            how = word(result);
            last = how;
            return result instanceof RingResult.Taken taken ? new Reached.By(taken.by()) : new Reached.Nobody();
        } catch (DialledMeanwhile taken) {
            how = StageEntry.Result.ANSWERED;
            throw taken;
        } catch (CallerLeft left) {
            how = StageEntry.Result.CALLER_LEFT;
            throw left;
        } finally {
            Map<String, String> notRung = causes(resolved);
            notRung.putAll(ringer.notRung());
            double seconds = ringer.rang().isEmpty() ? 0 : run.secondsSince(begun);
            notRung.keySet().removeAll(ringer.rang());
            notRung.putAll(ringer.notAnyMore());
            write(target(stage, resolved), ringer.rang(), notRung, seconds, how);
        }
    }

    /** Whoever rings already goes on ringing, for this caller from now on. */
    Reached goesOn(Stage stage, List<Bells.Bell> ringing, long limit) {
        long begun = run.desk.clock().nanos();
        List<String> rings = ringing.stream().map(Bells.Bell::who).distinct().toList();
        StageEntry.Result how = StageEntry.Result.CALLER_LEFT;
        begins(stage, rings, Map.of());
        try {
            RingResult result = ringer().goOn(ringing, Math.min(limit, run.deadline(stage.time())));
            how = word(result);
            last = how;
            return result instanceof RingResult.Taken taken ? new Reached.By(taken.by()) : new Reached.Nobody();
        } finally {
            write(stage, rings, Map.of(), run.secondsSince(begun), how);
        }
    }

    private List<Resolved.Turn> begun(Stage stage, Resolved resolved) {
        List<Resolved.Turn> turns = inTurn(resolved);
        List<String> first =
                turns.getFirst().bells().stream().map(Bellings::who).toList();
        Map<String, String> others = causes(resolved);
        others.keySet().removeAll(first);
        StageEntry rings = entry(target(stage, resolved), first, others, 0, StageEntry.Result.CALLER_LEFT);
        run.desk.ledger().begins(run.id(), run.now(), rings);
        return turns;
    }

    /** Remembers whoever is rung first, so that the next call begins with the one after. */
    private List<Resolved.Turn> inTurn(Resolved resolved) {
        String target = resolved.rotation();
        if (target != null && resolved.turns().getFirst().bells().getFirst() instanceof Resolved.Bell.OfPerson first) {
            run.desk.presence().rang(target, first.person());
        }
        return resolved.turns();
    }

    static StageEntry.Result word(RingResult result) {
        return switch (result) {
            case RingResult.Taken taken -> StageEntry.Result.ANSWERED;
            case RingResult.Nobody nobody -> nobody.why();
        };
    }

    static StageEntry.Result nobody(Map<String, String> notRung) {
        return notRung.containsValue("busy") ? StageEntry.Result.BUSY : StageEntry.Result.UNREACHABLE;
    }

    private Enquiry enquiry() {
        return caller.enquiry(run.desk, run.office, called, run.now()).since(run.startedAt);
    }

    /** How the last stage that rang ended. */
    StageEntry.Result how() {
        return last;
    }

    /** Who can be rung now. */
    Resolved resolve(Stage stage, @Nullable String responsible, Enquiry enquiry) {
        Enquiry now = enquiry.at(run.now());
        Resolved resolved = Router.resolve(stage, now, run.desk.presence().snapshot(), lastTeam, responsible);
        if (madeWay(resolved)) {
            resolved = Router.resolve(stage, now, run.desk.presence().snapshot(), lastTeam, responsible);
        }
        if (resolved.team() != null) {
            lastTeam = resolved.team();
            firstTeam = firstTeam == null ? lastTeam : firstTeam;
        }
        RingTarget meant = resolved.instead() == null ? stage.target() : resolved.instead();
        String why = resolved.skipped() == null ? null : meant + ": " + resolved.skipped();
        if (why != null && !why.equals(skipped)) {
            run.event(why);
        }
        skipped = why;
        return resolved;
    }

    /** Whom only the box itself keeps busy is free for a caller, once their telephone is quiet. */
    private boolean madeWay(Resolved resolved) {
        List<Extension> freed = resolved.notRung().stream()
                .map(Resolved.NotRung::person)
                .filter(run.desk.boxCalls()::giveWay)
                .toList();
        run.settle(
                QUIET,
                () -> freed.stream()
                        .noneMatch(who -> run.desk.presence().now(who).ready().isEmpty()));
        return !freed.isEmpty();
    }

    static Map<String, String> causes(Resolved resolved) {
        Map<String, String> causes = new LinkedHashMap<>();
        resolved.notRung().forEach(n -> causes.put(n.person().digits(), Bellings.word(n.cause())));
        return causes;
    }

    Ringer ringer() {
        Mobiles mobiles = new Mobiles(run, sounds, () -> sounds.officeCalls(caller, language));
        return new Ringer(run, caller.display(), arrival.called(), ringBack, mobiles, false);
    }

    /** Who was really meant stands beside what the script says: a head in place of a manager is an escalation (SITUATIONS 10). */
    private static String target(Stage stage, Resolved resolved) {
        return resolved.instead() == null
                ? stage.target().toString()
                : stage.target() + StageEntry.ELSE + resolved.instead();
    }

    void begins(Stage stage, List<String> rings, Map<String, String> notRung) {
        Map<String, String> others = new LinkedHashMap<>(notRung);
        others.keySet().removeAll(rings);
        StageEntry entry = entry(stage.target().toString(), rings, others, 0, StageEntry.Result.CALLER_LEFT);
        run.desk.ledger().begins(run.id(), run.now(), entry);
    }

    void write(Stage stage, List<String> rang, Map<String, String> notRung, double seconds, StageEntry.Result result) {
        write(stage.target().toString(), rang, notRung, seconds, result);
    }

    private void write(
            String target, List<String> rang, Map<String, String> notRung, double seconds, StageEntry.Result result) {
        run.desk.ledger().stage(run.id(), entry(target, rang, notRung, seconds, result));
    }

    private static StageEntry entry(
            String target, List<String> rang, Map<String, String> notRung, double seconds, StageEntry.Result result) {
        return new StageEntry(target, new ArrayList<>(rang), new LinkedHashMap<>(notRung), seconds, result);
    }

    @Override
    public void close() {
        ringBack.close();
    }
}
