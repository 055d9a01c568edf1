package ringdown.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringdown.number.Extension;
import ringdown.number.Language;
import ringdown.office.StateOfPeople;
import ringdown.office.Strategy;

/** In which order those who can answer are rung. Whoever speaks the language that the caller asked for goes before the others. */
final class Turns {
    private final Enquiry enquiry;
    private final StateOfPeople now;
    private final Language caller;

    Turns(Enquiry enquiry, StateOfPeople now) {
        this.enquiry = enquiry;
        this.now = now;
        this.caller = Party.language(enquiry);
    }

    List<Resolved.Turn> of(Map<Extension, Resolved.Bell.OfPerson> bells, Duration time, Strategy strategy) {
        if (bells.isEmpty()) {
            return List.of();
        }
        return switch (strategy) {
            case TOGETHER -> together(List.copyOf(bells.values()), time);
            case IN_ORDER -> oneByOne(bells.values(), time);
            case LONGEST_IDLE -> oneByOne(longestIdleFirst(bells.values()), time);
            case ROUND_ROBIN -> oneByOne(afterTheLastOne(List.copyOf(bells.values())), time);
        };
    }

    /** All at once; where only some speak the caller's language, they ring alone for half the time. */
    private List<Resolved.Turn> together(List<Resolved.Bell.OfPerson> bells, Duration time) {
        var first = bells.stream().filter(this::speaks).toList();
        if (first.isEmpty() || first.size() == bells.size()) {
            return List.of(new Resolved.Turn(List.copyOf(bells), time));
        }
        var half = time.dividedBy(2);
        return List.of(new Resolved.Turn(List.copyOf(first), half), new Resolved.Turn(List.copyOf(bells), half));
    }

    /** Only where the caller's language is not what everybody here speaks. */
    private boolean speaks(Resolved.Bell.OfPerson bell) {
        return caller != enquiry.office().info().language()
                && enquiry.office()
                        .person(bell.person())
                        .filter(person -> person.language() == caller)
                        .isPresent();
    }

    /** The stage's time is shared out evenly. */
    private List<Resolved.Turn> oneByOne(Collection<Resolved.Bell.OfPerson> bells, Duration time) {
        var each = time.dividedBy(bells.size());
        return bells.stream()
                .sorted(Comparator.comparing((Resolved.Bell.OfPerson bell) -> !speaks(bell)))
                .map(bell -> new Resolved.Turn(List.of(bell), each))
                .toList();
    }

    /** Who has not talked yet has been idle longest. */
    private List<Resolved.Bell.OfPerson> longestIdleFirst(Collection<Resolved.Bell.OfPerson> bells) {
        return bells.stream().sorted(Comparator.comparing(this::idleSince)).toList();
    }

    /** The one after who talked last, then the others in their order. */
    private List<Resolved.Bell.OfPerson> afterTheLastOne(List<Resolved.Bell.OfPerson> bells) {
        var last = Optional.of(bells.stream()
                        .max(Comparator.comparing(this::idleSince))
                        .orElseThrow())
                .filter(bell -> idleSince(bell).isAfter(Instant.MIN));
        var start = last.map(bell -> bells.indexOf(bell) + 1).orElse(0);
        var turned = new ArrayList<Resolved.Bell.OfPerson>();
        for (var i = 0; i < bells.size(); i++) {
            turned.add(bells.get((start + i) % bells.size()));
        }
        return turned;
    }

    private Instant idleSince(Resolved.Bell.OfPerson bell) {
        var since = now.of(bell.person()).idleSince();
        return since == null ? Instant.MIN : since;
    }
}
