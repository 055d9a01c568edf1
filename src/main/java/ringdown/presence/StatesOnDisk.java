package ringdown.presence;

import java.time.Instant;
import java.util.Map;
import ringdown.number.Extension;
import ringdown.office.PersonState;

/** Keeps what people said of themselves over a restart. Implemented by the store. */
public interface StatesOnDisk {
    /** All states that differ from available. */
    Map<Extension, PersonState> load();

    /** Durable when it returns. */
    void save(Extension person, PersonState state, Instant since);
}
