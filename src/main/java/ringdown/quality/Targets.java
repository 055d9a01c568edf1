package ringdown.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import ringdown.ledger.Outcome;
import ringdown.office.Office;
import ringdown.office.Script;

/** The figures of a period against {@code targets:} of the office file. Pure. */
final class Targets {
    /** Whoever has to call again within so long was not served the first time. */
    static final Duration AGAIN_WITHIN = Duration.ofDays(7);

    private static final double SOON_SECONDS = 20;

    private final Office office;
    private final Instant now;

    Targets(Office office, Instant now) {
        this.office = office;
        this.now = now;
    }

    /**
     * Every figure, in the order of {@link Target.Name}.
     *
     * @param calls in of the period
     * @param following calls in of the period and of {@link #AGAIN_WITHIN} after it, oldest first
     */
    List<Target> of(List<CallFact> calls, List<CallFact> following) {
        List<CallFact> wanted = calls.stream().filter(CallFact::toBeAnswered).toList();
        List<CallFact> talks =
                calls.stream().filter(call -> call.talked() && call.settled()).toList();
        Map<String, List<CallFact>> later = byParty(following);
        return List.of(
                share(
                        Target.Name.ANSWERED_IN_20S,
                        wanted,
                        call -> call.answeredBy() != null && call.waitSeconds() <= SOON_SECONDS),
                share(Target.Name.LOST, calls, call -> call.lost(now)),
                share(Target.Name.REACHED_HEAD, wanted, CallFact::reachedHead),
                promises(calls),
                share(
                        Target.Name.FIRST_CALL_SOLVED,
                        talks.stream().filter(talk -> talk.party() != null).toList(),
                        talk -> !calledAgain(talk, later)),
                rating(calls),
                share(
                        Target.Name.RATING_SHARE,
                        talks.stream().filter(this::asked).toList(),
                        talk -> talk.rating() != null));
    }

    private Target share(Target.Name name, List<CallFact> all, Predicate<CallFact> which) {
        Part part = Part.of(all, which);
        List<String> others =
                all.stream().filter(which.negate()).map(CallFact::id).toList();
        return target(name, part.n(), part.of(), part.calls(), others);
    }

    /** One promise may cover several calls; those still waiting say nothing yet. */
    private Target promises(List<CallFact> calls) {
        Map<String, CallFact.Owed> decided = new LinkedHashMap<>();
        List<String> inTime = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (CallFact call : calls) {
            CallFact.Owed promise = call.promise();
            if (promise != null && (promise.kept() || promise.lost(now))) {
                decided.put(promise.id(), promise);
                (kept(promise) ? inTime : others).add(call.id());
            }
        }
        int n = (int) decided.values().stream().filter(Targets::kept).count();
        return target(Target.Name.PROMISES_IN_TIME, n, decided.size(), inTime, others);
    }

    private static boolean kept(CallFact.Owed promise) {
        return promise.kept() && !promise.late();
    }

    /** By party, so that each talk is compared with the few calls of the same one only. */
    private static Map<String, List<CallFact>> byParty(List<CallFact> following) {
        Map<String, List<CallFact>> all = new HashMap<>();
        for (CallFact call : following) {
            if (call.party() != null && call.outcome() != Outcome.REFUSED) {
                all.computeIfAbsent(call.party(), party -> new ArrayList<>()).add(call);
            }
        }
        return all;
    }

    private static boolean calledAgain(CallFact talk, Map<String, List<CallFact>> following) {
        List<CallFact> same = talk.party() == null ? List.of() : following.getOrDefault(talk.party(), List.of());
        return same.stream()
                .filter(call -> call.startedAt().isAfter(talk.startedAt())
                        && !call.startedAt().isAfter(talk.startedAt().plus(AGAIN_WITHIN)))
                .anyMatch(call -> call.topic() == null
                        || talk.topic() == null
                        || call.topic().equals(talk.topic()));
    }

    private Target rating(List<CallFact> calls) {
        List<CallFact> rated =
                calls.stream().filter(call -> call.rating() != null).toList();
        int sum = rated.stream()
                .mapToInt(call -> Objects.requireNonNullElse(call.rating(), 0))
                .sum();
        return target(
                Target.Name.RATING,
                sum,
                rated.size(),
                rated.stream().map(CallFact::id).toList(),
                List.of());
    }

    private boolean asked(CallFact talk) {
        String name = talk.script();
        return talk.rating() != null
                || (name != null && office.script(name).map(Script::askRating).orElse(false));
    }

    private Target target(Target.Name name, int n, int of, List<String> calls, List<String> others) {
        String written = office.targets().get(name.word());
        Double figure = of == 0 ? null : Double.valueOf((double) n / of);
        Boolean met = written == null || figure == null ? null : Boolean.valueOf(name.reached(figure, number(written)));
        return new Target(name, written, figure, met, n, of, calls, others);
    }

    /** "90%" is 0.9, "4.7" itself. */
    static double number(String written) {
        String text = written.strip().replace(',', '.');
        return text.endsWith("%")
                ? Double.parseDouble(text.substring(0, text.length() - 1).strip()) / 100
                : Double.parseDouble(text);
    }

    /** Callers of the period who had to call again, each once. */
    static int repeats(List<CallFact> calls, List<CallFact> following) {
        Map<String, List<CallFact>> later = byParty(following);
        Set<@Nullable String> again = new HashSet<>();
        calls.stream()
                .filter(call -> call.talked() && call.party() != null && calledAgain(call, later))
                .forEach(call -> again.add(call.party()));
        return again.size();
    }
}
