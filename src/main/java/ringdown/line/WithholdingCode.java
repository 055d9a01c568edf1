package ringdown.line;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a country's exchanges take before a number that is to be called without showing one's own; where nothing is known, the installer says it. Stateless. */
final class WithholdingCode {
    private static final Map<String, String> TONE =
            Map.of("US", "*67", "CA", "*67", "GB", "141", "AU", "1831", "JP", "184", "FR", "3651", "DE", "*31#");
    /** North America's code for a dial without an asterisk. */
    private static final Map<String, String> PULSE =
            Map.of("US", "1167", "CA", "1167", "GB", "141", "AU", "1831", "JP", "184", "FR", "3651");

    private WithholdingCode() {}

    /** Null: not known. */
    static @Nullable String of(String country, boolean pulse) {
        return (pulse ? PULSE : TONE).get(country.toUpperCase(Locale.ROOT));
    }
}
