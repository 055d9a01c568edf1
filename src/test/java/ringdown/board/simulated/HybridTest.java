package ringdown.board.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The digital hybrid's sets of coefficients (facts 2.6, there as unsigned octets), from the line's choice to the chip's registers. */
class HybridTest {
    private static List<Integer> coefficients(Bay bay) {
        return IntStream.rangeClosed(45, 52).map(bay.si3050()::read).boxed().toList();
    }

    @Test
    void aSetIsWrittenWhenItIsChosenAndHoldsOverAReset() {
        Bay bay = new Bay("US", 1, 0);
        assertThat(bay.line().hybrids()).isEqualTo(8);
        assertThat(coefficients(bay)).as("the plain one").containsOnly(0);
        bay.line().hybrid(7);
        bay.run(10);
        assertThat(coefficients(bay)).containsExactly(249, 244, 8, 12, 245, 252, 0, 1);
        assertThat(bay.si3050().read(2)).as("the hybrid is on again").isEqualTo(3);
        bay.board.silicon().exchangeChips().getFirst().reset();
        bay.run(1000);
        assertThat(coefficients(bay)).containsExactly(249, 244, 8, 12, 245, 252, 0, 1);
        bay.line().hybrid(1);
        bay.run(10);
        assertThat(coefficients(bay)).containsExactly(0, 6, 1, 254, 2, 255, 0, 0);
        assertThatThrownBy(() -> bay.line().hybrid(8)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aLineWithTheEuropeanTerminationHasSetsOfItsOwn() {
        Bay bay = new Bay("FR", 1, 0);
        assertThat(bay.line().hybrids()).isEqualTo(6);
        bay.line().hybrid(5);
        bay.run(10);
        assertThat(coefficients(bay)).containsExactly(3, 251, 250, 2, 253, 255, 255, 255);
    }
}
