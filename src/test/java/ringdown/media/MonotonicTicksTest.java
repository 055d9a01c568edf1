package ringdown.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import ringdown.clock.HandClock;

class MonotonicTicksTest {
    private final HandClock clock = new HandClock();
    private final MonotonicTicks ticks = new MonotonicTicks(clock);

    private int after(int millis) {
        clock.passes(Duration.ofMillis(millis));
        return ticks.await();
    }

    @Test
    void aDelayIsMadeGoodUpToATenthOfASecondAndCostsSilenceBeyond() {
        assertThat(after(10)).isEqualTo(1);
        assertThat(after(15)).isEqualTo(1);
        assertThat(after(5)).isEqualTo(1);
        assertThat(after(70)).isEqualTo(7);
        assertThat(after(100)).isEqualTo(10);
        assertThat(ticks.lost()).isZero();
        assertThat(after(250)).isEqualTo(10);
        assertThat(ticks.lost()).isEqualTo(15);
        assertThat(after(10)).isEqualTo(1);
    }

    @Test
    void whoWaitsForAClosedOneIsTold() {
        ticks.close();
        assertThat(ticks.await()).isZero();
    }
}
