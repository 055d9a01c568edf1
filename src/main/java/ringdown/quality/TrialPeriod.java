package ringdown.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.office.CurrentOffice;
import ringdown.office.Office;
import ringdown.office.Trial;

/**
 * The trial period (SITUATIONS 21): every talk without a class stands on its taker's list; it ends on the first day from {@code to} on at
 * whose end at most one talk in twenty has none, and until then it goes on. Safe from any thread.
 */
public final class TrialPeriod {
    /** So much may be left without a class at the end. */
    public static final double MOST_UNCLASSED = 0.05;

    private final CurrentOffice office;
    private final OfficeClock clock;
    private final QualityOnDisk disk;

    TrialPeriod(CurrentOffice office, OfficeClock clock, QualityOnDisk disk) {
        this.office = office;
        this.clock = clock;
        this.disk = disk;
    }

    /** Where the period stands; the words of the API are the names in small letters. */
    public enum State {
        /** It has not begun. */
        BEFORE,
        /** As planned. */
        RUNNING,
        /** Too much had no class at its end: it goes on. */
        EXTENDED,
        /** Over. */
        ENDED
    }

    /** One class's talks; {@code callerClass} null: without a class. {@code share} from 0 to 1. */
    public record Share(@Nullable String callerClass, int calls, double share) {}

    /** Talks of one person that have no class, oldest first. */
    public record Taker(String person, List<String> calls) {}

    /**
     * How it stands.
     *
     * @param endedOn the last day; null while it goes on
     * @param daysLeft today included; 0 after {@code to}
     * @param unclassed share of the talks without a class, 0 to 1
     * @param proposals while there are talks to learn from
     */
    public record Report(
            Trial trial,
            State state,
            @Nullable LocalDate endedOn,
            int daysLeft,
            int talks,
            double unclassed,
            List<Share> shares,
            List<Taker> takers,
            List<ProposedScript> proposals) {
        /** True if it could end now. */
        public boolean holds() {
            return unclassed <= MOST_UNCLASSED;
        }
    }

    /** Empty if the office file has no trial period. */
    public Optional<Report> report() {
        Office now = office.get();
        return Optional.ofNullable(now.trial()).map(trial -> report(now, trial));
    }

    private Report report(Office now, Trial trial) {
        ZoneId zone = now.info().timeZone();
        LocalDate today = clock.now().atZone(zone).toLocalDate();
        List<CallFact> talks = new ArrayList<>(talks(trial.from(), earlier(trial.to(), today), zone));
        LocalDate ended = ended(trial, today, talks, zone);
        List<CallFact> without =
                talks.stream().filter(call -> call.callerClass() == null).toList();
        long left = ChronoUnit.DAYS.between(today.isBefore(trial.from()) ? trial.from() : today, trial.to()) + 1;
        return new Report(
                trial,
                state(trial, today, ended),
                ended,
                (int) Math.max(0, left),
                talks.size(),
                unclassed(talks),
                shares(talks),
                takers(without),
                new ProposedScripts(now).of(talks));
    }

    private List<CallFact> talks(LocalDate first, LocalDate last, ZoneId zone) {
        return disk.callsIn(start(first, zone), start(last.plusDays(1), zone)).stream()
                .filter(CallFact::talked)
                .toList();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static State state(Trial trial, LocalDate today, @Nullable LocalDate ended) {
        if (ended != null) {
            return State.ENDED;
        }
        if (today.isBefore(trial.from())) {
            return State.BEFORE;
        }
        return today.isAfter(trial.to()) ? State.EXTENDED : State.RUNNING;
    }

    /**
     * The first day from the planned last one on at whose end little enough was left, as the classes stand now. {@code talks} up to the
     * planned last day; those of each further day are added, so that a period long over costs no look at the years since.
     */
    private @Nullable LocalDate ended(Trial trial, LocalDate today, List<CallFact> talks, ZoneId zone) {
        for (LocalDate day = trial.to(); day.isBefore(today); day = day.plusDays(1)) {
            if (unclassed(talks) <= MOST_UNCLASSED) {
                return day;
            }
            talks.addAll(talks(day.plusDays(1), day.plusDays(1), zone));
        }
        return null;
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static double unclassed(List<CallFact> talks) {
        long without = talks.stream().filter(call -> call.callerClass() == null).count();
        return talks.isEmpty() ? 0 : (double) without / talks.size();
    }

    private static List<Share> shares(List<CallFact> talks) {
        Map<Optional<String>, Integer> counts = new LinkedHashMap<>();
        talks.forEach(call -> counts.merge(Optional.ofNullable(call.callerClass()), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> new Share(
                        entry.getKey().orElse(null), entry.getValue(), (double) entry.getValue() / talks.size()))
                .sorted(Comparator.comparingInt(Share::calls).reversed())
                .toList();
    }

    private static List<Taker> takers(List<CallFact> without) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (CallFact call : without) {
            String who = Objects.requireNonNullElse(call.answeredBy(), "");
            lists.computeIfAbsent(who, any -> new ArrayList<>()).add(call.id());
        }
        return lists.entrySet().stream()
                .map(entry -> new Taker(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt((Taker taker) -> taker.calls().size())
                        .reversed())
                .toList();
    }
}
