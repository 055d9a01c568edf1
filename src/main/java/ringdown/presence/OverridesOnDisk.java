package ringdown.presence;

import java.time.Instant;
import java.util.List;

/** Keeps which overrides are set over a restart. Implemented by the store. */
public interface OverridesOnDisk {
    /** One that is set. */
    record Kept(String name, Instant since, String by) {}

    /** All that were set and not ended. */
    List<Kept> load();

    /** Durable when it returns. */
    void set(Kept override);

    /** Durable when it returns. */
    void ended(String name);
}
