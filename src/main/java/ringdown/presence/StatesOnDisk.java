package ringdown.presence;

import java.time.Instant;
import java.util.Map;
import ringdown.number.Extension;
import ringdown.office.PersonState;

/** Keeps what people said of themselves, and whose turn it is, over a restart. Implemented by the store. */
public interface StatesOnDisk {
    /** What somebody has said, and when: some states end with the day on which they began. */
    record Kept(PersonState state, Instant since) {}

    /** All states that differ from available. */
    Map<Extension, Kept> load();

    /** Durable when it returns. */
    void save(Extension person, PersonState state, Instant since);

    /** When each person's last talk ended. */
    Map<Extension, Instant> idleSince();

    /** A talk has ended; queued, not waited for. */
    void idle(Extension person, Instant since);

    /** Who was rung last in each target that is rung in turn. */
    Map<String, Extension> lastRung();

    /** Rung in turn; queued, not waited for. */
    void rang(String target, Extension person);
}
