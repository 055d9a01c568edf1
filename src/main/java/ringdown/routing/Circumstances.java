package ringdown.routing;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;
import ringdown.schedule.ActiveOverride;

/**
 * What holds at the moment of a call besides the office file.
 *
 * @param override what somebody has set and nobody has ended, null: the office keeps its hours
 * @param clockTrusted false: the box does not know the time, so hours decide nothing and no moment is spoken
 * @param onLeave who has said that they are not there today, beside the absences of the office file
 */
public record Circumstances(@Nullable ActiveOverride override, boolean clockTrusted, Set<Extension> onLeave) {
    /** Nothing is set, and the time is known. */
    public static final Circumstances USUAL = new Circumstances(null, true, Set.of());

    public Circumstances {
        onLeave = Set.copyOf(onLeave);
    }
}
