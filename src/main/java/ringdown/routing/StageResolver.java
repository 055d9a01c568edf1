package ringdown.routing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Mobiles mobiles;
    private final Turns turns;
    private final @Nullable String responsible;

    StageResolver(Enquiry enquiry, StateOfPeople now, @Nullable String lastTeam, @Nullable String responsible) {
        this.finder = new TargetFinder(enquiry, lastTeam, responsible);
        this.availability = new Availability(enquiry, now);
        this.mobiles = new Mobiles(enquiry, now, availability);
        this.turns = new Turns(enquiry, now);
        this.responsible = responsible;
    }

    Resolved resolve(Stage stage) {
        return switch (stage) {
            case Stage.Queue queue ->
                ring(new Stage.Ring(queue.target(), null, queue.time(), Strategy.TOGETHER, null), queue.target());
            case Stage.Ring ring -> {
                var first = ring(ring, ring.target());
                yield first.nobody() && ring.orElse() != null ? instead(first, ring, ring.orElse()) : first;
            }
        };
    }

    private Resolved instead(Resolved first, Stage.Ring ring, RingTarget orElse) {
        var second = ring(ring, orElse);
        var notRung = new LinkedHashMap<Extension, Resolved.NotRung>();
        first.notRung().forEach(one -> notRung.put(one.person(), one));
        second.notRung().forEach(one -> notRung.put(one.person(), one));
        var team = second.team() == null ? first.team() : second.team();
        return new Resolved(second.turns(), List.copyOf(notRung.values()), team, second.skipped());
    }

    private Resolved ring(Stage.Ring ring, RingTarget target) {
        if (target instanceof RingTarget.OutsideNumber outside) {
            var bell = new Resolved.Bell.Outside(outside.number(), ring.byKey());
            return new Resolved(List.of(new Resolved.Turn(List.of(bell), ring.time())), List.of(), null, null);
        }
        if (target instanceof RingTarget.Mobiles) {
            var each = mobiles.turns(responsible, ring.time());
            return new Resolved(each, List.of(), null, each.isEmpty() ? "nobody has a mobile" : null);
        }
        var found = finder.find(target, ring.within());
        if (found.people().isEmpty()) {
            return new Resolved(List.of(), List.of(), found.team(), found.skipped());
        }
        var notRung = new ArrayList<Resolved.NotRung>();
        var rung = found.reserve() == null
                ? turns.of(bells(found, notRung), ring.time(), ring.strategy())
                : duty(found, found.reserve(), ring.time(), notRung);
        return new Resolved(rung, notRung, found.team(), null);
    }

    /** Of a team only members ring as long as one can; else deputies and successors of those who are not there. */
    private Map<Extension, Resolved.Bell.OfPerson> bells(TargetFinder.Found found, List<Resolved.NotRung> notRung) {
        var bells = new LinkedHashMap<Extension, Resolved.Bell.OfPerson>();
        if (found.team() != null) {
            found.people().forEach(person -> availability.bellOf(person, bells, notRung));
        }
        if (bells.isEmpty()) {
            found.people().forEach(person -> availability.bells(person, bells, notRung));
        }
        return bells;
    }

    /** Who has duty rings, then the reserve, each for the stage's time; only where both are missing somebody else. */
    private List<Resolved.Turn> duty(
            TargetFinder.Found found, Extension reserve, Duration time, List<Resolved.NotRung> notRung) {
        var rung = new ArrayList<Resolved.Turn>();
        for (var person : List.of(found.people().getFirst(), reserve)) {
            var bell = new LinkedHashMap<Extension, Resolved.Bell.OfPerson>();
            availability.bellOf(person, bell, notRung);
            rung.addAll(turns.of(bell, time, Strategy.TOGETHER));
        }
        return rung.isEmpty() ? turns.of(bells(found, notRung), time, Strategy.TOGETHER) : rung;
    }
}
