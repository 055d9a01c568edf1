package ringdown.office;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;
import ringdown.number.PhoneNumber;

/**
 * People who answer together.
 *
 * @param members in the order of the file
 * @param head rings when nobody of the team answers
 * @param level of support: 1 takes and dispatches, 2 and 3 solve
 * @param shows the office's number that those see whom they call over a trunk that has it; null: the trunk's first
 */
public record Team(
        String name,
        List<Extension> members,
        @Nullable Extension head,
        int level,
        @Nullable PhoneNumber shows) {
    public Team {
        members = List.copyOf(members);
    }
}
