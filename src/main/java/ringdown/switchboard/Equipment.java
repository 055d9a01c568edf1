package ringdown.switchboard;

import java.util.List;
import java.util.Optional;
import ringdown.call.OutsideLine;
import ringdown.call.Telephone;
import ringdown.number.Extension;
import ringdown.office.Phone;

/** What is plugged in and registered; wired at the roof from the edges. Safe from any thread. */
public interface Equipment {
    /** A telephone of a person; empty if the edge does not know it (no such port on the board). */
    Optional<Telephone> telephone(Extension person, Phone phone);

    /** All lines and trunks, analog lines first, each in the order of the office file. */
    List<OutsideLine> outsideLines();
}
