package ringdown.routing.year;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import ringdown.office.Office;
import ringdown.office.Person;
import ringdown.office.PersonNow;
import ringdown.office.PersonState;
import ringdown.office.Phone;
import ringdown.office.StateOfPeople;

/** What all the staff may be doing at once. */
public enum Staff {
    FREE,
    BUSY,
    UNREGISTERED;

    /** Everybody of the office in this state. */
    public StateOfPeople of(Office office) {
        return new StateOfPeople(office.people().stream().collect(Collectors.toMap(Person::extension, this::now)));
    }

    private PersonNow now(Person person) {
        return switch (this) {
            case FREE -> new PersonNow(PersonState.AVAILABLE, new HashSet<>(person.phones()), null);
            case BUSY -> new PersonNow(PersonState.BUSY, Set.of(), null);
            case UNREGISTERED -> new PersonNow(PersonState.AVAILABLE, copper(person), null);
        };
    }

    /** An analog telephone needs no registration. */
    private static Set<Phone> copper(Person person) {
        return person.phones().stream().filter(Phone.Analog.class::isInstance).collect(Collectors.toSet());
    }
}
