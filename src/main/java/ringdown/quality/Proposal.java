package ringdown.quality;

import java.util.List;
import java.util.Map;

/**
 * A change of the office file that would mend what repeats itself.
 *
 * @param id the same as long as nobody has decided about its group
 * @param change what is changed, in one word; {@code args} are what its sentence needs
 * @param file the office file with the change, without contacts and secrets
 */
public record Proposal(
        String id,
        Deviation.Group group,
        List<Deviation> seen,
        String change,
        Map<String, String> args,
        FileDiff diff,
        String file) {
    public Proposal {
        seen = List.copyOf(seen);
    }
}
