package ringdown.office;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;

/**
 * People who answer together.
 *
 * @param members in the order of the file
 * @param head rings when nobody of the team answers
 * @param level of support: 1 takes and dispatches, 2 and 3 solve
 */
public record Team(
        String name, List<Extension> members, @Nullable Extension head, int level) {
    public Team {
        members = List.copyOf(members);
    }
}
