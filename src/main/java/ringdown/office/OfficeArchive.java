package ringdown.office;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The office file as text, every version ever in force. Durable when a method returns; safe from any thread. */
public interface OfficeArchive {
    /** What is in force; empty in a new data folder. */
    Optional<Kept> current();

    /** The one that was in force before that version; empty for the first. */
    Optional<Kept> before(String version);

    /**
     * Puts a new text in force.
     *
     * @param onlyIf the version it was made from; null: whatever stands
     * @return the new version, or empty if another stands than {@code onlyIf}
     */
    Optional<Kept> replace(String text, String by, Instant at, @Nullable String onlyIf);

    /**
     * One version of the file.
     *
     * @param version opaque, fit for an ETag
     * @param by the account, or "start"
     */
    record Kept(String text, String version, Instant at, String by) {}
}
