package ringdown.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static ringdown.quality.Given.at;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the office closed last; a lunch break is no closing. */
class ClosingTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-24 08:30, 2026-11-23 18:00",
        "2026-11-24 14:30, 2026-11-23 18:00",
        "2026-11-24 22:00, 2026-11-23 18:00",
        "2026-11-23 08:30, 2026-11-21 14:00",
        "2026-11-22 12:00, 2026-11-21 14:00",
        "2026-11-21 09:00, 2026-11-20 18:00"
    })
    void theLastClosingIsThatOfADayBefore(String now, String closed) {
        assertThat(new Closing(Given.office()).before(at(now))).isEqualTo(at(closed));
    }
}
