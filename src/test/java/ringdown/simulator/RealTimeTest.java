package ringdown.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import ringdown.Patience;
import ringdown.audio.Companding;
import ringdown.board.simulated.SimulatedBoard;
import ringdown.clock.BoxClock;
import ringdown.line.ShelfTicks;
import ringdown.media.MediaClock;
import ringdown.media.SwitchingMatrix;

class RealTimeTest {
    @Test
    void theFramesOfTheBoardAreTheMediaClock() throws Exception {
        try (BoxClock clock = new BoxClock(() -> true)) {
            SimulatedBoard board = new SimulatedBoard(clock, 1, 1, Companding.A_LAW, "UA");
            Simulator far = new Simulator(board, "UA", clock);
            CountDownLatch ticks = new CountDownLatch(50);
            try (SwitchingMatrix matrix = new SwitchingMatrix(new MediaClock(new ShelfTicks(board)))) {
                far.offHook(1);
                matrix.everyTick(ticks::countDown);
                assertThat(ticks.await(Patience.LONG.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
                assertThat(far.earpiece(1)).hasSizeGreaterThan(45 * 80);
            }
            assertThat(board.await()).isFalse();
        }
    }
}
