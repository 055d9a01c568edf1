package ringdown.contacts;

import java.time.Instant;
import java.util.Optional;
import ringdown.number.Extension;
import ringdown.number.PhoneNumber;

/** What was learned about numbers that belong to no contact yet. Implemented by the store; safe from any thread. */
public interface ClassLearning {

    /** The class last given to the number. */
    Optional<String> classOf(PhoneNumber number);

    /** Somebody classed the caller, by key after the call or on the page. */
    void classed(Classed fact);

    /**
     * One statement of a person.
     *
     * @param by who said so
     */
    record Classed(PhoneNumber number, String callerClass, Extension by, Instant at) {}
}
