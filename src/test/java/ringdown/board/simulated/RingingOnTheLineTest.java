package ringdown.board.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LINES rule 5: ringing of every kind, whatever the moment in which it begins, is a burst of its own length. */
class RingingOnTheLineTest {
    private final Bay bay = new Bay("UA", 1, 0);

    @ParameterizedTest
    @CsvSource({"16.7,25", "16.7,90", "20,25", "20,90", "25,25", "25,90", "50,25", "50,90"})
    void aBurstIsSeenFromItsBeginningToItsEndAtEveryPhase(double hz, double vrms) {
        bay.exchange().ringing(hz, vrms);
        for (int phase = 0; phase < 32; phase++) {
            bay.exchange().ringFrom(phase * Math.PI / 16);
            bay.run(300 + phase % 4 * 10); // the looks are every 8 ms: frames do not begin with one
            assertThat(bay.line().ringing()).as("quiet before").isFalse();
            bay.exchange().ring(true);
            int begun = bay.until(100, bay.line()::ringing);
            assertThat(begun).as("seen after, phase %d", phase).isBetween(0, 60);
            for (int i = begun; i < 1000; i += 10) {
                assertThat(bay.line().ringing())
                        .as("at %d ms, phase %d", i, phase)
                        .isTrue();
                bay.run(10);
            }
            bay.exchange().ring(false);
            int ended = bay.until(100, () -> !bay.line().ringing());
            assertThat(1000 - begun + ended).as("length, phase %d", phase).isBetween(960, 1040);
        }
    }

    @Test
    void whatIsBelowTheThresholdIsNoRingingAndNeitherIsAReversal() {
        bay.exchange().ringing(25, 10);
        bay.exchange().ring(true);
        assertThat(bay.until(1000, bay.line()::ringing)).isEqualTo(-1);
        bay.exchange().ring(false);
        bay.exchange().battery(ExchangePair.Battery.REVERSED);
        assertThat(bay.until(1000, bay.line()::ringing)).isEqualTo(-1);
        assertThat(bay.line().volts()).isBetween(-55.0, -53.0);
    }

    @Test
    void theBatteryIsReadThroughTheRinging() {
        bay.exchange().ringing(25, 90);
        bay.run(500);
        bay.exchange().ring(true);
        for (int i = 0; i < 100; i++) {
            bay.run(10);
            assertThat(bay.line().volts()).isBetween(50.0, 58.0);
        }
    }

    @Test
    void aSeizedLineShowsItsVoltageItsCurrentAndItsBreaks() {
        bay.line().hook(true);
        bay.run(20);
        assertThat(bay.exchange().boxOffHook()).isTrue();
        assertThat(bay.line().volts()).isBetween(9.0, 10.0);
        assertThat(bay.line().milliamps()).isBetween(43.0, 46.0);
        bay.exchange().battery(ExchangePair.Battery.OPEN);
        bay.run(20);
        assertThat(bay.line().milliamps()).isZero();
        bay.exchange().battery(ExchangePair.Battery.NORMAL);
        bay.line().hook(false);
        bay.exchange().parallelPhone(true);
        bay.run(20);
        assertThat(bay.line().volts()).as("a telephone beside the box").isBetween(9.0, 10.0);
    }
}
