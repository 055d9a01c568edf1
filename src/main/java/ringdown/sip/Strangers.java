package ringdown.sip;

import java.util.List;
import ringdown.number.Extension;
import ringdown.office.Person;
import ringdown.office.Phone;
import ringdown.office.Secret;

/** Somebody for whom all is done that is done for a person of the office, and who is none. Pure. */
final class Strangers {
    /** No telephone has it: nobody dials eight zeros. */
    private static final Extension NOBODY = new Extension("00000000");

    private Strangers() {}

    static Person one(String secret) {
        return new Person(
                NOBODY,
                "",
                List.of(new Phone.Sip()),
                new Secret.Plain(secret),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                null);
    }
}
