package ringdown.office;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;

/**
 * A snapshot of everybody, filled by presence when a stage starts. People who are missing have no telephone that rings.
 *
 * @param lastRung who was rung last in a target that is rung in turn ("team care"), over restarts
 */
public record StateOfPeople(Map<Extension, PersonNow> people, Map<String, Extension> lastRung) {
    private static final PersonNow UNKNOWN = new PersonNow(PersonState.AVAILABLE, Set.of(), null);

    public StateOfPeople {
        people = Map.copyOf(people);
        lastRung = Map.copyOf(lastRung);
    }

    /** Nobody was rung in turn yet. */
    public StateOfPeople(Map<Extension, PersonNow> people) {
        this(people, Map.of());
    }

    public PersonNow of(Extension extension) {
        return people.getOrDefault(extension, UNKNOWN);
    }

    /** Who of the target was rung last in turn; null: nobody yet. */
    public @Nullable Extension lastRung(String target) {
        return lastRung.get(target);
    }
}
