package ringdown.number;

import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Emergency numbers of each country. 112 reaches help from any network that follows 3GPP TS 22.101 §10.1, so it is always among them.
 * Countries the product was made for are listed; the rest comes from libphonenumber.
 */
final class EmergencyNumbers {
    private static final String EVERYWHERE = "112";
    private static final Set<String> FORMER_USSR = Set.of("101", "102", "103", "104");
    private static final Map<String, Set<String>> BY_COUNTRY = Map.ofEntries(
            Map.entry("UA", FORMER_USSR),
            Map.entry("RU", FORMER_USSR),
            Map.entry("BY", FORMER_USSR),
            Map.entry("KZ", FORMER_USSR),
            Map.entry("US", Set.of("911")),
            Map.entry("CA", Set.of("911")),
            Map.entry("GB", Set.of("999")),
            Map.entry("AU", Set.of("000")),
            Map.entry("CN", Set.of("110", "119", "120", "122")),
            Map.entry("BR", Set.of("190", "192", "193")),
            Map.entry("IN", Set.of("100", "101", "108")),
            Map.entry("DE", Set.of("110")),
            Map.entry("FR", Set.of("15", "17", "18")));
    private static final Map<String, String> FORMER_USSR_WORDS = Map.of(
            "101", "the fire brigade", "102", "the police", "103", "the ambulance", "104", "the gas emergency service");

    private EmergencyNumbers() {}

    static Set<String> of(String country) {
        var numbers = new TreeSet<String>();
        numbers.add(EVERYWHERE);
        numbers.addAll(BY_COUNTRY.getOrDefault(country, Set.of()));
        return BY_COUNTRY.containsKey(country) ? numbers : withLibraryOf(country, numbers);
    }

    /** What answers there, for a person who must choose another extension. */
    static String service(String number, String country) {
        var listed = BY_COUNTRY.getOrDefault(country, Set.of());
        return listed == FORMER_USSR && FORMER_USSR_WORDS.containsKey(number)
                ? FORMER_USSR_WORDS.getOrDefault(number, "")
                : "an emergency number";
    }

    private static Set<String> withLibraryOf(String country, Set<String> numbers) {
        var shortNumbers = ShortNumberInfo.getInstance();
        for (var n = 10; n < 1000; n++) {
            var number = Integer.toString(n);
            if (shortNumbers.isEmergencyNumber(number, country)) {
                numbers.add(number);
            }
        }
        return numbers;
    }
}
