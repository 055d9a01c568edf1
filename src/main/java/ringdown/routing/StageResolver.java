package ringdown.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;
import ringdown.office.RingTarget;
import ringdown.office.Stage;
import ringdown.office.StateOfPeople;
import ringdown.office.Strategy;

/** Turns the target of one stage into those who ring now. */
final class StageResolver {
    private final TargetFinder finder;
    private final Availability availability;
    private final StateOfPeople now;

    StageResolver(Enquiry enquiry, StateOfPeople now, @Nullable String lastTeam, @Nullable String responsible) {
        this.now = now;
        this.finder = new TargetFinder(enquiry, lastTeam, responsible);
        this.availability = new Availability(enquiry, now);
    }

    Resolved resolve(Stage stage) {
        return switch (stage) {
            case Stage.Queue queue -> ring(queue.target(), queue.time(), Strategy.TOGETHER, null);
            case Stage.Ring ring -> {
                var first = ring(ring.target(), ring.time(), ring.strategy(), ring.within());
                yield first.nobody() && ring.orElse() != null ? instead(first, ring, ring.orElse()) : first;
            }
        };
    }

    private Resolved instead(Resolved first, Stage.Ring ring, RingTarget orElse) {
        var second = ring(orElse, ring.time(), ring.strategy(), ring.within());
        var notRung = new LinkedHashMap<Extension, Resolved.NotRung>();
        first.notRung().forEach(one -> notRung.put(one.person(), one));
        second.notRung().forEach(one -> notRung.put(one.person(), one));
        var team = second.team() == null ? first.team() : second.team();
        return new Resolved(second.turns(), List.copyOf(notRung.values()), team, second.skipped());
    }

    private Resolved ring(RingTarget target, Duration time, Strategy strategy, @Nullable Duration within) {
        if (target instanceof RingTarget.OutsideNumber outside) {
            var bell = new Resolved.Bell.Outside(outside.number());
            return new Resolved(List.of(new Resolved.Turn(List.of(bell), time)), List.of(), null, null);
        }
        var found = finder.find(target, within);
        if (found.people().isEmpty()) {
            return new Resolved(List.of(), List.of(), found.team(), found.skipped());
        }
        var notRung = new ArrayList<Resolved.NotRung>();
        var bells = new LinkedHashMap<Extension, Resolved.Bell.OfPerson>();
        found.people().forEach(person -> availability.bells(person, bells, notRung));
        if (bells.isEmpty() && found.reserve() != null) {
            availability.bells(found.reserve(), bells, notRung);
        }
        return new Resolved(turns(bells, time, strategy), notRung, found.team(), null);
    }

    private List<Resolved.Turn> turns(Map<Extension, Resolved.Bell.OfPerson> bells, Duration time, Strategy strategy) {
        if (bells.isEmpty()) {
            return List.of();
        }
        return switch (strategy) {
            case TOGETHER -> List.of(new Resolved.Turn(List.copyOf(bells.values()), time));
            case IN_ORDER -> oneByOne(bells.values(), time);
            case LONGEST_IDLE -> oneByOne(longestIdleFirst(bells.values()), time);
            case ROUND_ROBIN -> oneByOne(afterTheLastOne(List.copyOf(bells.values())), time);
        };
    }

    /** The stage's time is shared out evenly. */
    private static List<Resolved.Turn> oneByOne(Collection<Resolved.Bell.OfPerson> bells, Duration time) {
        var each = time.dividedBy(bells.size());
        return bells.stream()
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
