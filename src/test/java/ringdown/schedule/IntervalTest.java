package ringdown.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {

    @ParameterizedTest
    @CsvSource({
        "09:00-18:00, 540, 1080",
        "9:00 - 18:00, 540, 1080",
        "22:00-06:00, 1320, 1800",
        "00:00-24:00, 0, 1440",
        "20:00-24:00, 1200, 1440",
        "18:00-00:00, 1080, 1440",
    })
    void readsHours(String text, int from, int to) {
        assertThat(Interval.parse(text)).isEqualTo(new Interval(from, to));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "9-18", "09:00", "25:00-26:00", "09:60-18:00", "09:00-09:00", "24:00-06:00", "09:00-18:00x"})
    void refusesWhatAreNoHours(String text) {
        assertThatThrownBy(() -> Interval.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"09:00-18:00", "22:00-06:00", "00:00-24:00", "09:00-13:00, 14:00-18:00", "closed"})
    void writesWhatItHasRead(String text) {
        assertThat(DayHours.parse(text)).hasToString(text);
    }

    @Test
    void aDayCannotHaveOverlappingHours() {
        assertThatThrownBy(() -> DayHours.parse("09:00-13:00, 12:00-18:00")).hasMessageContaining("overlap");
    }
}
