package ringdown.presence;

import java.util.Set;
import ringdown.office.Person;
import ringdown.office.Phone;

/** What the edges know of a person's telephones; wired at the roof. Safe from any thread. */
public interface Telephones {
    /** Those that would ring now: registered or plugged in, and idle. */
    Set<Phone> ready(Person person);

    /** True if at least one could be rung if it were idle. */
    boolean registered(Person person);
}
