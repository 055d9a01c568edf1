package ringdown.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import ringdown.office.StateOfPeople;
import ringdown.office.Strategy;

/**
 * In which turns the people of a stage ring. The stage's time is shared out evenly among the turns. Whoever is wanted more than the
 * others (a skill, the caller's language) comes first; where all ring together the others join after half the time.
 */
final class Turns {
    private final StateOfPeople now;
    private final ToIntFunction<Resolved.Bell.OfPerson> wanted;

    /** @param wanted how much of what the call asks for a person has; the same for all where it asks for nothing */
    Turns(StateOfPeople now, ToIntFunction<Resolved.Bell.OfPerson> wanted) {
        this.now = now;
        this.wanted = wanted;
    }

    /** Of those who can answer, in the order in which the strategy begins. */
    List<Resolved.Turn> of(List<Resolved.Bell.OfPerson> bells, Duration time, Strategy strategy) {
        if (bells.isEmpty()) {
            return List.of();
        }
        return switch (strategy) {
            case TOGETHER -> together(bells, time);
            case IN_ORDER, ROUND_ROBIN -> oneByOne(wantedFirst(bells), time);
            case LONGEST_IDLE -> oneByOne(wantedFirst(longestIdleFirst(bells)), time);
            case GROWING -> growing(wantedFirst(bells), time);
        };
    }

    private List<Resolved.Turn> together(List<Resolved.Bell.OfPerson> bells, Duration time) {
        int most = bells.stream().mapToInt(wanted).max().orElse(0);
        var first =
                bells.stream().filter(bell -> wanted.applyAsInt(bell) == most).toList();
        if (first.size() == bells.size()) {
            return List.of(new Resolved.Turn(List.copyOf(bells), time));
        }
        var half = time.dividedBy(2);
        return List.of(new Resolved.Turn(List.copyOf(first), half), new Resolved.Turn(List.copyOf(bells), half));
    }

    private List<Resolved.Bell.OfPerson> wantedFirst(List<Resolved.Bell.OfPerson> bells) {
        return bells.stream().sorted(Comparator.comparingInt(wanted).reversed()).toList();
    }

    private static List<Resolved.Turn> oneByOne(List<Resolved.Bell.OfPerson> bells, Duration time) {
        var each = time.dividedBy(bells.size());
        return bells.stream()
                .map(bell -> new Resolved.Turn(List.of(bell), each))
                .toList();
    }

    private static List<Resolved.Turn> growing(List<Resolved.Bell.OfPerson> bells, Duration time) {
        var each = time.dividedBy(bells.size());
        return IntStream.rangeClosed(1, bells.size())
                .mapToObj(many -> new Resolved.Turn(new ArrayList<>(bells.subList(0, many)), each))
                .toList();
    }

    /** Who has not talked yet has been idle longest. */
    private List<Resolved.Bell.OfPerson> longestIdleFirst(List<Resolved.Bell.OfPerson> bells) {
        return bells.stream().sorted(Comparator.comparing(this::idleSince)).toList();
    }

    private Instant idleSince(Resolved.Bell.OfPerson bell) {
        var since = now.of(bell.person()).idleSince();
        return since == null ? Instant.MIN : since;
    }
}
