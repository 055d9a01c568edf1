package ringdown.routing;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;
import ringdown.office.Person;
import ringdown.office.PersonState;
import ringdown.office.Phone;
import ringdown.office.StateOfPeople;

/** Whether people can answer now, and why not. Deputies stand in for the absent, the successor for who has left (SITUATIONS rule 9). */
final class Availability {
    private final Enquiry enquiry;
    private final StateOfPeople now;
    private final LocalDate today;

    Availability(Enquiry enquiry, StateOfPeople now) {
        this.enquiry = enquiry;
        this.now = now;
        this.today = enquiry.at().atZone(enquiry.office().info().timeZone()).toLocalDate();
    }

    /** Adds the person's bell, or the cause and the bells of those who stand in. */
    void bells(Extension person, Map<Extension, Resolved.Bell.OfPerson> bells, List<Resolved.NotRung> notRung) {
        add(person, bells, notRung, new HashSet<>(), true);
    }

    /** Adds the person's bell, or the cause. */
    void bellOf(Extension person, Map<Extension, Resolved.Bell.OfPerson> bells, List<Resolved.NotRung> notRung) {
        add(person, bells, notRung, new HashSet<>(), false);
    }

    private void add(
            Extension extension,
            Map<Extension, Resolved.Bell.OfPerson> bells,
            List<Resolved.NotRung> notRung,
            Set<Extension> seen,
            boolean standIns) {
        var known = enquiry.office().person(extension);
        if (known.isEmpty() || !seen.add(extension) || bells.containsKey(extension)) {
            return;
        }
        var person = known.get();
        var cause = cause(person);
        if (cause == null) {
            bells.put(extension, new Resolved.Bell.OfPerson(extension, phones(person)));
            return;
        }
        var refusal = new Resolved.NotRung(extension, cause);
        if (!notRung.contains(refusal)) {
            notRung.add(refusal);
        }
        if (standIns) {
            standIns(person).forEach(other -> add(other, bells, notRung, seen, true));
        }
    }

    /** Adds why the person is not reached anywhere, if they are on leave or gone. */
    void notHere(Person person, List<Resolved.NotRung> notRung) {
        if (!isHere(person)) {
            var left = person.leftBefore(today);
            notRung.add(new Resolved.NotRung(person.extension(), left ? Resolved.Cause.LEFT : Resolved.Cause.ABSENT));
        }
    }

    /** Who stands in today; nobody for somebody who is in the office, whatever they are doing. */
    List<Extension> standIns(Person person) {
        if (person.leftBefore(today) && person.successor() != null) {
            return List.of(person.successor());
        }
        return isHere(person) ? List.of() : person.deputies();
    }

    /** Neither absent today nor gone for good. */
    boolean isHere(Person person) {
        return !person.leftBefore(today)
                && !person.absentOn(today)
                && now.of(person.extension()).state() != PersonState.ON_LEAVE;
    }

    private Resolved.@Nullable Cause cause(Person person) {
        if (person.leftBefore(today)) {
            return Resolved.Cause.LEFT;
        }
        if (person.absentOn(today)) {
            return Resolved.Cause.ABSENT;
        }
        if (person.phones().isEmpty()) {
            return Resolved.Cause.NO_TELEPHONE;
        }
        return switch (now.of(person.extension()).state()) {
            case BUSY -> Resolved.Cause.BUSY;
            case AFTER_CALL -> Resolved.Cause.AFTER_CALL;
            case DO_NOT_DISTURB -> Resolved.Cause.DO_NOT_DISTURB;
            case BREAK -> Resolved.Cause.BREAK;
            case AWAY -> Resolved.Cause.AWAY;
            case ON_LEAVE -> Resolved.Cause.ABSENT;
            case NOT_ANSWERING -> Resolved.Cause.NOT_ANSWERING;
            case AVAILABLE -> phones(person).isEmpty() ? Resolved.Cause.UNREGISTERED : null;
        };
    }

    private List<Phone> phones(Person person) {
        var ready = now.of(person.extension()).ready();
        return person.phones().stream().filter(ready::contains).toList();
    }
}
