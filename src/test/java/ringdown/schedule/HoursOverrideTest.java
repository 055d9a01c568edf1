package ringdown.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static ringdown.schedule.Plans.at;

import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever sets "until 14:00" at 14:10 comes late, and does not mean tomorrow. */
class HoursOverrideTest {
    private final OfficeHours contract = Plans.inUkraine(Plans.ofContract());
    private final OfficeHours always =
            Plans.inUkraine(Plans.week("00:00-24:00", "00:00-24:00", new HolidayRule.None()));

    private static HoursOverride until(String hour) {
        return new HoursOverride("lunch", LocalTime.parse(hour), null, null, null);
    }

    @ParameterizedTest(name = "until {0} set at {1}: over {2}")
    @CsvSource({
        "14:00, 2026-11-23T12:30+02:00, false",
        "14:00, 2026-11-23T13:59:59+02:00, false",
        "14:00, 2026-11-23T14:00+02:00, true",
        "14:00, 2026-11-23T14:10+02:00, true",
        "14:00, 2026-11-23T23:59+02:00, true",
        "14:00, 2026-11-24T00:10+02:00, false",
        "14:00, 2026-11-20T14:10+02:00, true", // on Friday: on Saturday the office opens at ten
        "14:00, 2026-11-22T14:10+02:00, true", // on Sunday it would close Monday's morning
        "09:00, 2026-11-23T15:00+02:00, false", // closed early, until the morning
        "09:00, 2026-11-21T12:00+02:00, false",
        "10:00, 2026-11-22T12:00+02:00, true", // the first hour of Monday is nobody's early closing
        "00:00, 2026-11-23T10:00+02:00, false", // the end of the day
    })
    void theHourIsTodaysUnlessTheOfficeIsClosedUntilThen(String until, String now, boolean over) {
        assertThat(until(until).over(at(now), contract)).isEqualTo(over);
    }

    /** A night shift's break goes over midnight. */
    @ParameterizedTest(name = "until {0} set at {1}: over {2}")
    @CsvSource({
        "02:00, 2026-11-23T23:30+02:00, false",
        "02:00, 2026-11-24T02:10+02:00, true",
        "02:00, 2026-11-23T13:59+02:00, true",
        "02:00, 2026-11-23T14:00+02:00, false",
    })
    void anHourWithinHalfADayIsMeantWhereTheOfficeNeverCloses(String until, String now, boolean over) {
        assertThat(until(until).over(at(now), always)).isEqualTo(over);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T14:10+02:00", "2026-11-23T03:00+02:00"})
    void whatSomebodyMustReleaseIsNeverOver(String now) {
        assertThat(new HoursOverride("shelter", null, null, null, null).over(at(now), contract))
                .isFalse();
    }
}
