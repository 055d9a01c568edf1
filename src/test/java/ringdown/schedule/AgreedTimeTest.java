package ringdown.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static ringdown.schedule.Plans.at;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgreedTimeTest {
    private final OfficeHours contract = Plans.inUkraine(Plans.ofContract());

    @ParameterizedTest(name = "{0} said at {1}: {2}")
    @CsvSource({
        "1730, 2026-11-20T12:00+02:00, 2026-11-20T17:30+02:00",
        "2000, 2026-11-20T12:00+02:00, 2026-11-20T20:00+02:00", // agreed is agreed, also after closing
        "1100, 2026-11-20T12:00+02:00, 2026-11-21T11:00+02:00",
        "1500, 2026-11-20T17:00+02:00, 2026-11-23T15:00+02:00", // on Saturday they work until two
        "0700, 2026-11-20T12:00+02:00, 2026-11-21T07:00+02:00",
        "1200, 2026-11-20T12:00+02:00, 2026-11-21T12:00+02:00",
    })
    void theNextSuchMoment(String hhmm, String now, String then) {
        assertThat(AgreedTime.of(hhmm, at(now), contract)).isEqualTo(at(then));
    }

    /** On 25 October 2026 the hour from three to four is struck twice in Kyiv: somebody at work in it means the next such moment. */
    @ParameterizedTest(name = "{0} said at {1}: {2}")
    @CsvSource({
        "0345, 2026-10-25T03:10+03:00, 2026-10-25T03:45+03:00",
        "0345, 2026-10-25T03:50+03:00, 2026-10-25T03:45+02:00",
        "0345, 2026-10-25T03:10+02:00, 2026-10-25T03:45+02:00",
        "0330, 2026-10-25T03:50+02:00, 2026-10-26T03:30+02:00",
        "0330, 2026-03-29T02:50+02:00, 2026-03-29T04:30+03:00",
    })
    void inTheHourThatAutumnDoublesTheNextOneIsMeant(String hhmm, String now, String then) {
        OfficeHours always = Plans.inUkraine(Plans.week("00:00-24:00", null, new HolidayRule.None()));
        assertThat(AgreedTime.of(hhmm, at(now), always)).isEqualTo(at(then));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2400", "1260", "173", "", "17300", "#"})
    void whatIsNoTimeIsRefused(String hhmm) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AgreedTime.of(hhmm, at("2026-11-20T12:00+02:00"), contract));
    }
}
