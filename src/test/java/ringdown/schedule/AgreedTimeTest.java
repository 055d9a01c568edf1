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

    @ParameterizedTest
    @ValueSource(strings = {"2400", "1260", "173", "", "17300", "#"})
    void whatIsNoTimeIsRefused(String hhmm) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AgreedTime.of(hhmm, at("2026-11-20T12:00+02:00"), contract));
    }
}
