package ringdown.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringdown.call.OutsideLine;
import ringdown.notice.Alarm;

/** Battery is not life (LINES rule 9). The bench's office is always open. */
class LifeTest {
    private final Bench bench = new Bench("UA");
    private final OutsideLine line = bench.edge.line("fxo:1").orElseThrow();

    @AfterEach
    void close() {
        bench.close();
    }

    private void hoursPass(int hours) {
        bench.clock.moveTo(bench.clock.now().plus(Duration.ofHours(hours)));
    }

    private int seizures(int n) throws SimulatorFault {
        return bench.far.lineView(n).seizures();
    }

    @Test
    void aLineOnWhichNobodyHasCalledForFourHoursIsListenedToForTwoSeconds() throws SimulatorFault {
        bench.run(30_000);
        assertThat(seizures(1)).isZero();
        hoursPass(3);
        bench.run(25_000);
        assertThat(seizures(1)).isZero();
        hoursPass(2);
        bench.run(35_000);
        assertThat(seizures(1)).isEqualTo(1);
        assertThat(bench.far.lineView(1).dialled()).isNull();
        assertThat(bench.far.lineView(1).state()).isEqualTo(LineView.State.IDLE);
        assertThat(line.mute()).isNull();
        assertThat(bench.alarms.list(true)).isEmpty();
        assertThat(bench.arrived).isEmpty();
        bench.run(30_000);
        assertThat(seizures(1)).as("it lives").isEqualTo(1);
    }

    @Test
    void aLineWithoutDialToneIsDeafSinceItsLastSignOfLifeUntilTheNextOne() throws SimulatorFault {
        Instant began = bench.clock.now();
        bench.far.exchange(
                1,
                ExchangeChange.habits(new LineHabits(
                        null, DialToneHabit.of("none").orElseThrow(), null, null, null, null, null, null, null)));
        hoursPass(5);
        bench.run(60_000);
        assertThat(Duration.between(began, Objects.requireNonNull(line.mute()))).isLessThan(Duration.ofMinutes(1));
        assertThat(bench.alarms.list(true)).extracting(Alarm::what).containsExactly("lineMute");
        assertThat(bench.far.lineView(1).state()).isEqualTo(LineView.State.IDLE);
        assertThat(bench.arrived).isEmpty();
        bench.far.ring(1, bench.order("0501112233", null, RingScheme.NONE));
        bench.arrives(1000);
        assertThat(line.mute()).isNull();
        assertThat(bench.alarms.list(true)).isEmpty();
    }

    @Test
    void interruptedDialToneSaysThatTheProviderMayBeDivertingTheLine() throws SimulatorFault {
        bench.far.exchange(
                1,
                ExchangeChange.habits(new LineHabits(
                        null, DialToneHabit.of("stutter").orElseThrow(), null, null, null, null, null, null, null)));
        hoursPass(5);
        bench.run(45_000);
        assertThat(bench.alarms.list(true)).extracting(Alarm::what).containsExactly("lineDiverted");
        assertThat(line.mute()).isNull();
    }

    @Test
    void noLineIsListenedToWhileAnotherRings() throws SimulatorFault {
        hoursPass(5);
        bench.far.ring(2, bench.order("0501112233", null, RingScheme.NONE));
        bench.run(40_000);
        assertThat(seizures(1)).isZero();
    }
}
