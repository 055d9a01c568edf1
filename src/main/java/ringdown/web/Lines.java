package ringdown.web;

import java.util.List;
import java.util.Optional;
import ringdown.call.OutsideLine;
import ringdown.call.Telephone;
import ringdown.number.Extension;
import ringdown.office.Phone;

/** What is plugged in and registered. Wired to the edges at the roof; safe from any thread. */
public interface Lines {
    /** Lines of the city and trunks, in order. */
    List<OutsideLine> outsideLines();

    /** A person's telephone; empty when the edges know none. */
    Optional<Telephone> telephone(Extension person, Phone phone);
}
