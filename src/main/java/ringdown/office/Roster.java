package ringdown.office;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;
import java.util.stream.Collectors;
import ringdown.number.Extension;

/** The people of an office in the order of the file, found by extension at once: a call asks some hundred times. Unchangeable. */
final class Roster extends AbstractList<Person> implements RandomAccess {
    private final List<Person> people;
    private final Map<Extension, Person> byExtension;
    private final Set<String> extensions;

    private Roster(List<Person> people) {
        this.people = List.copyOf(people);
        byExtension = HashMap.newHashMap(people.size());
        for (Person person : this.people) {
            byExtension.putIfAbsent(person.extension(), person);
        }
        extensions = byExtension.keySet().stream().map(Extension::digits).collect(Collectors.toUnmodifiableSet());
    }

    static Roster of(List<Person> people) {
        return people instanceof Roster roster ? roster : new Roster(people);
    }

    Optional<Person> find(Extension extension) {
        return Optional.ofNullable(byExtension.get(extension));
    }

    /** Their digits; the same set each time, since each call asks. */
    Set<String> extensions() {
        return extensions;
    }

    @Override
    public Person get(int index) {
        return people.get(index);
    }

    @Override
    public int size() {
        return people.size();
    }
}
