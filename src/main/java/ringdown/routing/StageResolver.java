package ringdown.routing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;
import ringdown.number.Language;
import ringdown.number.PhoneNumber;
import ringdown.office.Office;
import ringdown.office.Person;
import ringdown.office.RingTarget;
import ringdown.office.Stage;
import ringdown.office.StateOfPeople;
import ringdown.office.Strategy;

/** Turns the target of one stage into those who ring now. */
final class StageResolver {
    private final Enquiry enquiry;
    private final Office office;
    private final @Nullable Language language;
    private final TargetFinder finder;
    private final Availability availability;
    private final Mobiles mobiles;
    private final StateOfPeople now;
    private final @Nullable String responsible;

    StageResolver(Enquiry enquiry, StateOfPeople now, @Nullable String lastTeam, @Nullable String responsible) {
        this.enquiry = enquiry;
        this.office = enquiry.office();
        this.now = now;
        this.finder = new TargetFinder(enquiry, lastTeam, responsible);
        this.availability = new Availability(enquiry, now);
        this.mobiles = new Mobiles(enquiry, now, availability);
        this.responsible = responsible;
        var spoken = Party.language(enquiry);
        this.language = spoken == office.info().language() ? null : spoken;
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
        return new Resolved(
                second.turns(), List.copyOf(notRung.values()), team, second.rotation(), second.skipped(), orElse);
    }

    private Resolved ring(Stage.Ring ring, RingTarget target) {
        if (target instanceof RingTarget.OutsideNumber outside) {
            return outside(outside.number(), ring);
        }
        if (target instanceof RingTarget.Mobiles) {
            var each = mobiles.turns(responsible, ring.time());
            return new Resolved(each, List.of(), null, null, each.isEmpty() ? "nobody has a mobile" : null);
        }
        var found = finder.find(target, ring.within());
        if (found.people().isEmpty()) {
            return new Resolved(List.of(), List.of(), found.team(), null, found.skipped());
        }
        if (found.team() != null && !enquiry.serves(found.team())) {
            return outsideHours(found);
        }
        var notRung = new ArrayList<Resolved.NotRung>();
        if (found.reserve() != null) {
            return new Resolved(duty(found, found.reserve(), ring, notRung), notRung, found.team(), null, null);
        }
        var inTurn = ring.strategy() == Strategy.ROUND_ROBIN;
        var people = inTurn ? afterTheLast(found.people(), now.lastRung(target.toString())) : found.people();
        var rung = turns(ring).of(bells(people, found.team() != null, notRung), ring.time(), ring.strategy());
        return new Resolved(rung, notRung, found.team(), inTurn ? target.toString() : null, null);
    }

    /** A team outside its own hours takes no time, whoever of it is at their desk. */
    private static Resolved outsideHours(TargetFinder.Found found) {
        var notRung = found.people().stream()
                .map(person -> new Resolved.NotRung(person, Resolved.Cause.OUTSIDE_HOURS))
                .toList();
        return new Resolved(List.of(), notRung, found.team(), null, null);
    }

    private Turns turns(Stage.Ring ring) {
        return new Turns(now, bell -> wanted(bell.person(), ring.skill()));
    }

    /** Of a team only members ring as long as one can; else deputies and successors of those who are not there. */
    private List<Resolved.Bell.OfPerson> bells(List<Extension> people, boolean ofTeam, List<Resolved.NotRung> notRung) {
        var bells = new LinkedHashMap<Extension, Resolved.Bell.OfPerson>();
        if (ofTeam) {
            people.forEach(person -> availability.bellOf(person, bells, notRung));
        }
        if (bells.isEmpty()) {
            people.forEach(person -> availability.bells(person, bells, notRung));
        }
        return List.copyOf(bells.values());
    }

    /** Who has duty rings, then the reserve, each for the stage's time; only where both are missing somebody else. */
    private List<Resolved.Turn> duty(
            TargetFinder.Found found, Extension reserve, Stage.Ring ring, List<Resolved.NotRung> notRung) {
        var rung = new ArrayList<Resolved.Turn>();
        for (var person : List.of(found.people().getFirst(), reserve)) {
            var bell = new LinkedHashMap<Extension, Resolved.Bell.OfPerson>();
            availability.bellOf(person, bell, notRung);
            rung.addAll(turns(ring).of(List.copyOf(bell.values()), ring.time(), Strategy.TOGETHER));
        }
        return rung.isEmpty()
                ? turns(ring).of(bells(found.people(), false, notRung), ring.time(), Strategy.TOGETHER)
                : rung;
    }

    /** The mobile of somebody who is on leave or gone is as little rung as their desk (SITUATIONS rule 9). */
    private Resolved outside(PhoneNumber number, Stage.Ring ring) {
        var notRung = new ArrayList<Resolved.NotRung>();
        office.people().stream()
                .filter(person -> number.equals(person.mobile()))
                .findFirst()
                .ifPresent(person -> availability.notHere(person, notRung));
        if (!notRung.isEmpty()) {
            return new Resolved(List.of(), notRung, null, null, null);
        }
        var bell = new Resolved.Bell.Outside(number, ring.byKey());
        return new Resolved(List.of(new Resolved.Turn(List.of(bell), ring.time())), List.of(), null, null, null);
    }

    private int wanted(Extension extension, @Nullable String skill) {
        var person = office.person(extension);
        var skilled =
                skill != null && person.map(Person::skills).orElse(List.of()).contains(skill);
        var speaks = language != null && person.stream().anyMatch(p -> p.speaks(language));
        return (skilled ? 2 : 0) + (speaks ? 1 : 0);
    }

    /** Begins with whoever follows the one rung last; a deputy or successor was rung in the place of somebody. */
    private List<Extension> afterTheLast(List<Extension> people, @Nullable Extension last) {
        var turned = new ArrayList<>(people);
        if (last != null) {
            var at = people.indexOf(last) >= 0 ? people.indexOf(last) : placeOf(last, people);
            Collections.rotate(turned, -(at + 1));
        }
        return turned;
    }

    private int placeOf(Extension standIn, List<Extension> people) {
        for (var i = 0; i < people.size(); i++) {
            var person = office.person(people.get(i));
            if (person.stream().anyMatch(p -> p.deputies().contains(standIn) || standIn.equals(p.successor()))) {
                return i;
            }
        }
        return people.size() - 1;
    }
}
