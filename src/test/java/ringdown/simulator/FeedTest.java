package ringdown.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringdown.call.Arrival;
import ringdown.call.OutsideLine;
import ringdown.number.Extension;

/** Lines of optical terminals, and dials of all kinds (LINES rules 5, 9 and 13). */
class FeedTest {
    private final Bench bench = new Bench("UA");
    private final OutsideLine line = bench.edge.line("fxo:1").orElseThrow();

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource({"24, 200, 40, 25", "48, 1500, 45, 50", "60, 0, 90, 16.7", "30, 600, 25, 20"})
    void aLineOfAnyFeedIsLearntRingsAndIsSeenInUse(double battery, double ohm, double vrms, double hz)
            throws SimulatorFault {
        bench.far.exchange(1, ExchangeChange.feed(new LineFeed(battery, ohm, vrms, hz)));
        bench.run(11_000);
        assertThat(line.state()).isEqualTo(OutsideLine.State.IDLE);
        bench.far.exchange(1, ExchangeChange.parallelPhone(true));
        bench.run(500);
        assertThat(line.state()).isEqualTo(OutsideLine.State.IN_USE);
        bench.run(20_000);
        assertThat(line.state()).as("however long").isEqualTo(OutsideLine.State.IN_USE);
        bench.far.exchange(1, ExchangeChange.parallelPhone(false));
        bench.run(500);
        bench.far.ring(1, bench.order("0501112233", null, RingScheme.NONE));
        Bench.Call call = bench.arrives(600);
        call.leg.answer();
        bench.run(1000);
        assertThat(bench.far.lineView(1).state()).isEqualTo(LineView.State.TALKING);
        assertThat(line.state()).isEqualTo(OutsideLine.State.TALKING);
    }

    @ParameterizedTest
    @CsvSource({"15", "20", "24"})
    void aLineMovedToALowFeedIsLearntByItsFirstRingAndItsCallerIsTakenForNobodyElses(double battery)
            throws SimulatorFault {
        bench.run(2000); // what it is like at rest must be known
        bench.far.exchange(1, ExchangeChange.feed(new LineFeed(battery, 200.0, 40.0, 25.0)));
        bench.run(1000);
        assertThat(line.state()).as("who knows").isEqualTo(OutsideLine.State.IN_USE);
        bench.far.ring(1, bench.order("0501112233", null, RingScheme.NONE));
        Bench.Call call = bench.arrives(600);
        bench.run(3000);
        assertThat(bench.far.lineView(1).state()).isEqualTo(LineView.State.RINGING);
        call.leg.answer();
        bench.run(1000);
        assertThat(line.state()).isEqualTo(OutsideLine.State.TALKING);
        call.leg.hangUp(ringdown.call.HangupCause.NORMAL);
        bench.run(4000);
        assertThat(line.state()).isEqualTo(OutsideLine.State.IDLE);
        bench.far.exchange(1, ExchangeChange.parallelPhone(true));
        bench.run(500);
        assertThat(line.state()).isEqualTo(OutsideLine.State.IN_USE);
    }

    @Test
    void ringingBelowTheDetectorsThresholdIsNone() throws SimulatorFault {
        bench.far.exchange(1, ExchangeChange.feed(new LineFeed(null, null, 9.0, null)));
        bench.far.ring(1, bench.order("0501112233", null, RingScheme.NONE));
        bench.run(6000);
        assertThat(bench.arrived).isEmpty();
        assertThatThrownBy(() -> new LineFeed(null, null, 200.0, null)).hasMessageContaining("ringVrms is 0 to 130");
    }

    @ParameterizedTest
    @CsvSource({"8, 55", "8, 70", "10, 60", "12, 55", "12, 70"})
    void aNumberIsDialledByADialOfAnySpeed(double pps, double broken) throws SimulatorFault {
        bench.far.offHook(1);
        bench.run(500);
        bench.far.pulse(1, "202", pps, broken);
        Bench.Call call = bench.arrives(8000);
        assertThat(call.arrival).isEqualTo(new Arrival.FromPhone(new Extension("201"), "fxs:1", "202"));
    }
}
