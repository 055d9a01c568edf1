package ringdown.office;

import java.util.Map;
import java.util.Set;
import ringdown.number.Extension;

/** A snapshot of everybody, filled by presence when a stage starts. People who are missing have no telephone that rings. */
public record StateOfPeople(Map<Extension, PersonNow> people) {
    private static final PersonNow UNKNOWN = new PersonNow(PersonState.AVAILABLE, Set.of(), null);

    public StateOfPeople {
        people = Map.copyOf(people);
    }

    public PersonNow of(Extension extension) {
        return people.getOrDefault(extension, UNKNOWN);
    }
}
