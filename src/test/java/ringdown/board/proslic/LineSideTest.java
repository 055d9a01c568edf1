package ringdown.board.proslic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineSideTest {
    /** The Si3018 makes four of the sixteen terminations; the Si3019 all. */
    @ParameterizedTest
    @CsvSource({"US, 0, 0", "DE, 3, 3", "GB, 5, 3", "FR, 2, 3", "IN, 4, 4", "CN, 15, 15"})
    void aLineIsTerminatedAsNearlyAsItsLineSideCan(String country, int si3019, int si3018) {
        assertThat(CountryRow.of(country).acTermination(3)).isEqualTo(si3019);
        assertThat(CountryRow.of(country).acTermination(1)).isEqualTo(si3018);
    }
}
