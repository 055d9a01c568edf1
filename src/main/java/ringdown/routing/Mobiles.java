package ringdown.routing;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;
import ringdown.number.PhoneNumber;
import ringdown.office.Person;
import ringdown.office.PersonState;
import ringdown.office.StateOfPeople;
import ringdown.office.Team;

/** Whose mobiles are rung while the office is away (SITUATIONS rule 12): the caller's manager, the backups, the team, its head. */
final class Mobiles {
    /** One after another, each over a line that callers need: not more than so many. */
    private static final int MOST = 3;

    private final Enquiry enquiry;
    private final Party party;
    private final Availability availability;
    private final StateOfPeople now;

    Mobiles(Enquiry enquiry, StateOfPeople now, Availability availability) {
        this.enquiry = enquiry;
        this.party = Party.of(enquiry);
        this.availability = availability;
        this.now = now;
    }

    List<Resolved.Turn> turns(@Nullable String responsible, Duration each) {
        var numbers = new LinkedHashSet<PhoneNumber>();
        wanted(responsible).flatMap(this::present).forEach(person -> add(person, numbers));
        return numbers.stream()
                .limit(MOST)
                .map(number -> new Resolved.Turn(List.of(new Resolved.Bell.Outside(number)), each))
                .toList();
    }

    private void add(Person person, Set<PhoneNumber> numbers) {
        if (person.mobile() != null && now.of(person.extension()).state() != PersonState.DO_NOT_DISTURB) {
            numbers.add(person.mobile());
        }
    }

    private Stream<Extension> wanted(@Nullable String responsible) {
        var team = enquiry.office()
                .team(responsible == null ? "" : responsible)
                .or(() -> enquiry.office().teams().stream().findFirst());
        var one = enquiry.office().people().stream()
                .map(Person::extension)
                .filter(extension -> extension.digits().equals(responsible));
        return Stream.of(
                        Stream.ofNullable(party.manager()),
                        party.backups().stream(),
                        one,
                        team.stream().flatMap(t -> t.members().stream()),
                        team.stream().map(Team::head).flatMap(Stream::ofNullable))
                .flatMap(people -> people);
    }

    private Stream<Person> present(Extension extension) {
        return enquiry.office().person(extension).stream()
                .flatMap(person -> availability.isHere(person)
                        ? Stream.of(person)
                        : availability.standIns(person).stream().flatMap(e -> enquiry.office().person(e).stream()))
                .filter(availability::isHere);
    }
}
