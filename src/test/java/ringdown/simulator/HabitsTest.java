package ringdown.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringdown.audio.Level;
import ringdown.board.simulated.ExchangePair;
import ringdown.call.CallEvent;
import ringdown.call.RingRequest;
import ringdown.number.CallerId;

/** The exchange's habits as whoever stands at its wires meets them; the box's own line is not asked. */
class HabitsTest {
    private static final RingRequest REQUEST = new RingRequest(CallerId.UNKNOWN, "bench", false, null);

    private final Bench bench = new Bench("UA");
    private final ExchangePair wires = bench.board.exchangePairs().getFirst();

    @AfterEach
    void close() {
        bench.close();
    }

    private void habits(LineHabits habits) throws SimulatorFault {
        bench.far.exchange(1, ExchangeChange.habits(habits));
    }

    private static LineHabits dialTone(DialToneHabit habit) {
        return new LineHabits(null, habit, null, null, null, null, null, null, null);
    }

    private void hook(boolean off, int millis) {
        bench.board.fxo().getFirst().hook(off);
        bench.run(millis);
    }

    private double hears() {
        short[] frame = new short[80];
        double loudest = Level.SILENCE_DBM0;
        for (int i = 0; i < 30; i++) {
            bench.run(10);
            bench.board.fxo().getFirst().receive(frame);
            loudest = Math.max(loudest, Level.dbm0(frame));
        }
        return loudest;
    }

    private LineView line() throws SimulatorFault {
        return bench.far.lineView(1);
    }

    @Test
    void dialToneComesLateOrNever() throws SimulatorFault {
        habits(dialTone(DialToneHabit.after(3000)));
        hook(true, 2000);
        assertThat(hears()).isLessThan(-50);
        bench.run(1000);
        assertThat(hears()).isGreaterThan(-20);
        hook(false, 1000);
        habits(dialTone(DialToneHabit.of("none").orElseThrow()));
        hook(true, 9000);
        assertThat(hears()).isLessThan(-50);
        assertThat(line().seizures()).isEqualTo(2);
        assertThat(line().answered()).isFalse();
        assertThatThrownBy(() -> DialToneHabit.after(-1)).hasMessageContaining("dialTone");
    }

    @Test
    void aCallerHoldsTheLineAfterTheOfficeHasHungUp() throws SimulatorFault {
        habits(new LineHabits(null, null, 8.0, null, null, null, null, null, null));
        bench.far.ring(1, bench.order("0501112233", null, RingScheme.NONE));
        bench.run(300);
        hook(true, 2000);
        assertThat(line().answered()).isTrue();
        assertThat(line().chargedSeconds()).isBetween(1.9, 2.1);
        assertThat(line().seizures()).as("answering is no seizure").isZero();
        hook(false, 1000);
        assertThat(line().state()).isEqualTo(LineView.State.IDLE);
        assertThatThrownBy(() -> bench.far.ring(1, bench.order(null, null, RingScheme.NONE)))
                .hasMessageContaining("held");
        hook(true, 1500);
        assertThat(line().state()).isEqualTo(LineView.State.TALKING);
        assertThat(hears()).isLessThan(-50);
        hook(false, 9000);
        hook(true, 1000);
        assertThat(line().state()).isEqualTo(LineView.State.DIALLING);
        assertThat(hears()).isGreaterThan(-20);
    }

    @Test
    void theLoopBreaksAndThePolarityTurnsAtTheAnswer() throws SimulatorFault {
        habits(new LineHabits(null, null, null, 200, true, null, null, null, null));
        bench.far.ring(1, bench.order("0501112233", null, RingScheme.NONE));
        bench.run(300);
        hook(true, 50);
        assertThat(bench.board.fxo().getFirst().volts()).isNegative();
        bench.run(150);
        assertThat(bench.board.fxo().getFirst().milliamps()).isZero();
        bench.run(300);
        assertThat(bench.board.fxo().getFirst().milliamps()).isGreaterThan(10);
        bench.far.hangUp(1, HangUpSignal.BUSY_TONE);
        bench.run(50);
        assertThat(bench.board.fxo().getFirst().volts()).as("and back").isPositive();
    }

    @Test
    void aSplashIsNoRingingUnlessSomebodyIsNamed() throws SimulatorFault {
        RingWay splash = new RingWay(null, 200, 0);
        bench.far.ring(1, new RingOrder(null, null, RingScheme.COUNTRY, RingOrder.ORDINARY, splash));
        bench.run(1000);
        assertThat(line().state()).isEqualTo(LineView.State.IDLE);
        assertThat(bench.arrived).isEmpty();
        bench.far.ring(1, new RingOrder("0501112233", null, RingScheme.ETSI, RingOrder.ORDINARY, splash));
        bench.run(1000);
        assertThat(line().state()).isEqualTo(LineView.State.RINGING);
        bench.arrives(4000);
    }

    @Test
    void theCallerHangsUpInThePauseAfterTheSecondBurst() throws SimulatorFault {
        habits(new LineHabits(List.of(800, 3200), null, null, null, null, null, null, null, null));
        RingWay leaves = new RingWay(null, null, 2);
        bench.far.ring(1, new RingOrder("0501112233", null, RingScheme.ETSI, RingOrder.ORDINARY, leaves));
        bench.run(5200);
        assertThat(line().state()).isEqualTo(LineView.State.RINGING);
        bench.run(300);
        assertThat(line().state()).isEqualTo(LineView.State.IDLE);
    }

    @Test
    void whoeverSeizesALineWithGlareMeetsTheCaller() throws SimulatorFault {
        RingWay glare = new RingWay(RingWay.UNTIL_SEIZED, null, 0);
        bench.far.ring(1, new RingOrder("0501112233", null, RingScheme.ETSI, Duration.ofSeconds(30), glare));
        bench.run(7000);
        assertThat(bench.arrived).isEmpty();
        hook(true, 1000);
        assertThat(line().state()).isEqualTo(LineView.State.TALKING);
        assertThat(hears()).isLessThan(-50);
        assertThat(wires.boxOffHook()).isTrue();
    }

    @Test
    void aSecondCallKnocksInATalkAndRingsAfterIt() throws SimulatorFault {
        habits(new LineHabits(null, null, null, null, null, null, null, true, null));
        bench.far.ring(1, bench.order("0501112233", null, RingScheme.NONE));
        bench.run(300);
        hook(true, 1000);
        assertThat(hears()).isLessThan(-50);
        bench.far.ring(1, bench.order("0501112244", null, RingScheme.NONE));
        bench.run(100);
        assertThat(hears()).isGreaterThan(-20);
        hook(false, 1000);
        bench.runUntil("it rings", 3000, () -> bench.board.fxo().getFirst().ringing());
    }

    @Test
    void onlyPulsesAreHeardByAnOldExchangeAndItMeasuresThem() throws SimulatorFault {
        habits(new LineHabits(null, null, null, null, null, true, null, null, null));
        hook(true, 1000);
        for (int i = 0; i < 5; i++) {
            hook(false, 60);
            hook(true, 40);
        }
        bench.run(600);
        assertThat(line().dialled()).isEqualTo("5");
        assertThat(line().pulse()).isEqualTo(new LineView.Pulse(10, 60));
    }

    @Test
    void manyBellsOnLongWiresDoNotRingAndAFaxMachineLifts() throws SimulatorFault {
        Bench.Call call =
                bench.call(inbox -> bench.edge.telephone("fxs:1").orElseThrow().ring(REQUEST, inbox));
        bench.run(600);
        assertThat(bench.far.telephoneView(1).ringing()).isTrue();
        bench.far.devices(2, new TelephoneDevices(null, null, 8.0, 3000.0));
        bench.far.devices(1, new TelephoneDevices(null, true, null, null));
        bench.call(inbox -> bench.edge.telephone("fxs:2").orElseThrow().ring(REQUEST, inbox));
        bench.run(1000);
        assertThat(bench.far.telephoneView(2).ringing()).isFalse();
        call.awaits(CallEvent.Answered.class, 5000);
        bench.far.devices(2, new TelephoneDevices(true, null, 1.0, 100.0));
        bench.run(500);
        assertThat(bench.far.telephoneView(2).offHook())
                .as("the other telephone is lifted, not this one")
                .isFalse();
    }
}
