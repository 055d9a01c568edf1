package ringdown.call;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an installer wants to know of a line on copper (LINES rule 18).
 *
 * @param volts between the wires now, with sign
 * @param milliamps through the closed loop now
 * @param idleVolts learnt of the line at rest; 0: not yet
 * @param lastSign when a call, a ring or dial tone last showed that it lives, the box's start if nothing has since
 * @param clearing its last caller may still hold it
 * @param held for longer than anybody talks it has been in use beside the box: its alarm stands
 * @param muteSince a seizure found no dial tone: nobody may have got through since, at the latest; null: it lives
 * @param releases how the far end's going was known, newest first, ten at most
 */
public record CopperReadings(
        double volts,
        double milliamps,
        double idleVolts,
        Instant lastSign,
        boolean clearing,
        boolean held,
        @Nullable Instant muteSince,
        List<Release> releases) {
    /** One call's end by the far end, in the words of the call's record. */
    public record Release(Instant at, String how) {}

    public CopperReadings {
        releases = List.copyOf(releases);
    }
}
