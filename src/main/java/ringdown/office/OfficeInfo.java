package ringdown.office;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringdown.number.Language;

/**
 * Where the office is and how it speaks.
 *
 * @param country ISO 3166 alpha-2: tones, numbering, holidays, emergency numbers, line electrics
 * @param region ISO 3166-2 subdivision without the country, for regional holidays
 * @param outsidePrefix that telephones may dial before outside numbers; may be empty
 * @param areaCode completes local numbers
 * @param music heard by whoever waits or is held, null: the shipped one
 * @param emergencyNumbers in place of the country's; empty: the country's
 * @param openingRing whoever owes calls is rung when the day opens
 * @param ringsAtOnce so many analog telephones have ringing voltage at the same moment
 * @param testCalls when each line is called from another one
 * @param ownNetworks of the office beside those that the box stands in: nobody there is ever banned
 * @param parkFor so long somebody waits in a parking place before it rings at whoever has parked them
 */
public record OfficeInfo(
        String name,
        String country,
        @Nullable String region,
        Language language,
        ZoneId timeZone,
        String outsidePrefix,
        @Nullable String areaCode,
        @Nullable String music,
        Set<String> emergencyNumbers,
        boolean openingRing,
        int ringsAtOnce,
        TestCalls testCalls,
        List<Network> ownNetworks,
        Duration parkFor) {
    /** What the power supply of a board bears (LINES rule 14). */
    public static final int RINGS_AT_ONCE = 3;

    public static final Duration PARK_FOR = Duration.ofMinutes(2);

    public static final String OUTSIDE_PREFIX = "9";

    public OfficeInfo {
        emergencyNumbers = Set.copyOf(emergencyNumbers);
        ownNetworks = List.copyOf(ownNetworks);
        if (ringsAtOnce < 1) {
            throw new IllegalArgumentException("at least one telephone rings at a time");
        }
    }

    /** As offices are that say nothing of it: the opening rings. */
    public OfficeInfo(
            String name,
            String country,
            @Nullable String region,
            Language language,
            ZoneId timeZone,
            String outsidePrefix,
            @Nullable String areaCode,
            @Nullable String music,
            Set<String> emergencyNumbers) {
        this(
                name,
                country,
                region,
                language,
                timeZone,
                outsidePrefix,
                areaCode,
                music,
                emergencyNumbers,
                true,
                RINGS_AT_ONCE,
                TestCalls.USUAL,
                List.of(),
                PARK_FOR);
    }
}
