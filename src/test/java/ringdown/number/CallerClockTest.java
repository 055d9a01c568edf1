package ringdown.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerClockTest {

    /** The office names its own clock only to those who live by another one. */
    @ParameterizedTest(name = "{0} calls {2} on {3}: {4}")
    @CsvSource({
        "+380501112233, UA, Europe/Kyiv, 2026-11-20T10:00:00Z, false",
        "+493012345678, UA, Europe/Kyiv, 2026-11-20T10:00:00Z, true",
        "+40213101234, UA, Europe/Kyiv, 2026-11-20T10:00:00Z, false",
        "+905321234567, UA, Europe/Kyiv, 2026-11-20T10:00:00Z, true",
        "+905321234567, UA, Europe/Kyiv, 2026-07-20T10:00:00Z, false",
        "+74232201234, RU, Europe/Moscow, 2026-11-20T10:00:00Z, true",
        "+74951234567, RU, Europe/Moscow, 2026-11-20T10:00:00Z, false",
        "+79161234567, RU, Europe/Moscow, 2026-11-20T10:00:00Z, false",
        "+77172123456, RU, Europe/Moscow, 2026-11-20T10:00:00Z, true"
    })
    void aCallerLivesByAnotherClock(String number, String country, String zone, String at, boolean another) {
        assertThat(new NumberingPlan(country)
                        .livesByAnotherClock(new PhoneNumber(number), ZoneId.of(zone), Instant.parse(at)))
                .isEqualTo(another);
    }
}
