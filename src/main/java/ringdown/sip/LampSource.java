package ringdown.sip;

import java.util.Optional;
import ringdown.number.Extension;

/** Where telephones' lamps get what they show; wired at the roof. May wait for the disk; safe from any thread. */
public interface LampSource {
    /** @param name an extension, a line ({@code fxo1}) or a trunk, as a key of a telephone names it; empty: there is no such thing */
    Optional<LampState> lamp(String name);

    /** What waits for a person. */
    WaitingMail mail(Extension who);
}
