package ringdown.board.proslic;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The maker's own table of ringing coefficients (facts 3.5). */
class RingGeneratorTest {
    @ParameterizedTest
    @CsvSource({
        "16.67, 7F4C, 60, 10C", "16.67, 7F4C, 89, 18E", "20, 7EFD, 65, 15D", "20, 7EFD, 75, 193",
        "25, 7E6D, 70, 1D6", "25, 7E6D, 89, 256", "50, 79BC, 60, 32B", "50, 79BC, 89, 4B3"
    })
    void coefficientsAreThoseOfTheTable(double hz, String coefficient, int volts, String amplitude) {
        assertThat(RingGenerator.coefficient(hz)).isCloseTo(Integer.parseInt(coefficient, 16), Offset.offset(1));
        assertThat(RingGenerator.amplitude(hz, volts)).isCloseTo(Integer.parseInt(amplitude, 16), Offset.offset(2));
    }
}
