package ringdown.audio.callerid;

import java.util.Locale;
import java.util.Set;

/** Which scheme the telephones and most exchanges of a country use (facts/hardware.md §6.3). Stateless. */
public final class CountryCallerId {
    private static final Set<String> BELLCORE = Set.of("US", "CA", "CN", "AU", "HK", "MX", "TW");
    private static final Set<String> DTMF = Set.of("NL", "BE", "DK", "FI", "SE", "BR", "IN", "IS", "SA", "UY");

    private CountryCallerId() {}

    /** The scheme of an ISO 3166 country; ETSI FSK after the first ring where nothing else is known. */
    public static CallerIdScheme scheme(String country) {
        String code = country.toUpperCase(Locale.ROOT);
        if (code.equals("GB")) {
            return CallerIdScheme.BT;
        }
        if (BELLCORE.contains(code)) {
            return CallerIdScheme.BELLCORE;
        }
        return DTMF.contains(code) ? CallerIdScheme.DTMF : CallerIdScheme.ETSI;
    }
}
