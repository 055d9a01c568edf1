package ringdown.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringdown.call.Arrival;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.OutsideLine;

/** Taking and seizing a line: no digit without dial tone, no caller lost who was about to ring (LINES rules 2, 6 and 7). */
class SeizingTest {
    private final Bench bench = new Bench("UA");
    private final OutsideLine line = bench.edge.line("fxo:1").orElseThrow();

    @AfterEach
    void close() {
        bench.close();
    }

    private Bench.Call dial() {
        return bench.call(inbox -> line.dial("0501112233", null, inbox));
    }

    private void habits(LineHabits habits) throws SimulatorFault {
        bench.far.exchange(1, ExchangeChange.habits(habits));
    }

    private void glare() throws SimulatorFault {
        RingWay glare = new RingWay(RingWay.UNTIL_SEIZED, null, 0);
        bench.far.ring(1, new RingOrder("0501112244", null, RingScheme.ETSI, Duration.ofSeconds(60), glare));
    }

    private static LineHabits dialTone(DialToneHabit habit) {
        return new LineHabits(null, habit, null, null, null, null, null, null, null);
    }

    @Test
    void aLineIsClearingUntilDialToneHasBeenHeardAfterTheOfficeHungUpFirst() throws SimulatorFault {
        habits(new LineHabits(null, null, 20.0, null, null, null, null, null, null));
        bench.far.ring(1, bench.order("0501112244", null, RingScheme.NONE));
        Bench.Call caller = bench.arrives(1000);
        caller.leg.answer();
        bench.run(2000);
        assertThat(line.clearing()).isFalse();
        caller.leg.hangUp(HangupCause.NORMAL);
        bench.run(6500);
        assertThat(line.clearing()).isTrue();
        Bench.Call out = dial();
        assertThat(out.awaits(CallEvent.Gone.class, 6000).cause()).isEqualTo(HangupCause.CONGESTION);
        assertThat(bench.noted).containsExactly("no dial tone on fxo:1: nothing is dialled");
        assertThat(bench.far.lineView(1).dialled()).isNull();
        bench.run(500);
        assertThat(bench.far.lineView(1).state()).as("on hook").isEqualTo(LineView.State.IDLE);
        bench.run(18_000);
        dial().awaits(CallEvent.EarlySound.class, 9000);
        assertThat(line.clearing()).isFalse();
    }

    @Test
    void aCallerWhoSpeaksInPlaceOfDialToneIsAnIncomingCall() throws SimulatorFault {
        glare();
        bench.far.say(1, Sounds.speech(3, 4));
        Bench.Call out = dial();
        assertThat(out.awaits(CallEvent.Gone.class, 3000).cause()).isEqualTo(HangupCause.CONGESTION);
        Bench.Call caller = bench.arrived.getLast();
        assertThat(caller.arrival).isInstanceOf(Arrival.FromOutside.class);
        assertThat(caller.leg.answered()).isTrue();
        assertThat(bench.noted).containsExactly("a caller was on fxo:1 when it was seized");
        assertThat(bench.far.heard(1)).as("no digit").matches(Sounds::silent, "silence");
    }

    @Test
    void aCallerWhoListensHearsRingBackAndIsACallByTheFirstWord() throws SimulatorFault {
        glare();
        Bench.Call out = dial();
        assertThat(out.awaits(CallEvent.Gone.class, 5500).cause()).isEqualTo(HangupCause.CONGESTION);
        bench.run(2000);
        assertThat(bench.arrived).isEmpty();
        assertThat(bench.far.heard(1)).matches(heard -> !Sounds.silent(heard), "ring back");
        bench.far.say(1, Sounds.speech(2, 5));
        Bench.Call caller = bench.arrives(1500);
        assertThat(caller.seen(CallEvent.Gone.class)).isNull();
        bench.far.hangUp(1, HangUpSignal.BUSY_TONE);
        caller.awaits(CallEvent.Gone.class, 5000);
    }

    @Test
    void aSilentCallerWhoHangsUpIsACallToo() throws SimulatorFault {
        glare();
        dial().awaits(CallEvent.Gone.class, 5500);
        bench.far.hangUp(1, HangUpSignal.BUSY_TONE);
        Bench.Call caller = bench.arrives(5000);
        caller.awaits(CallEvent.Gone.class, 100);
        bench.run(500);
        assertThat(bench.far.lineView(1).state()).isEqualTo(LineView.State.IDLE);
    }

    @Test
    void aDeadNetworkIsNoCaller() throws SimulatorFault {
        habits(dialTone(new DialToneHabit(DialToneHabit.Kind.NONE, 0)));
        dial().awaits(CallEvent.Gone.class, 5500);
        bench.run(12_000);
        assertThat(bench.arrived).isEmpty();
        assertThat(bench.far.lineView(1).state()).isEqualTo(LineView.State.IDLE);
        assertThat(bench.far.lineView(1).dialled()).isNull();
    }

    @Test
    void dialToneThatComesLateIsAwaitedForFiveSecondsAndNoDigitGoesBeforeIt() throws SimulatorFault {
        habits(dialTone(DialToneHabit.after(3800)));
        Bench.Call out = dial();
        bench.run(4000);
        assertThat(bench.far.lineView(1).dialled()).isNull();
        out.awaits(CallEvent.EarlySound.class, 6000);
        assertThat(bench.far.lineView(1).dialled()).isEqualTo("0501112233");
    }

    @Test
    void theSecondDialToneIsAwaitedAndNoDigitIsLost() throws SimulatorFault {
        bench.dials(new ringdown.office.Line.DialMode(false, "8", "8", null));
        habits(new LineHabits(null, null, null, null, null, null, "8", null, null));
        dial().awaits(CallEvent.EarlySound.class, 12_000);
        bench.run(300);
        assertThat(bench.far.lineView(1).dialled()).isEqualTo("80501112233");
    }

    @Test
    void withoutTheSecondDialToneTheCallTakesAnotherLine() throws SimulatorFault {
        bench.dials(new ringdown.office.Line.DialMode(false, "8", "8", null));
        Bench.Call out = dial();
        assertThat(out.awaits(CallEvent.Gone.class, 12_000).cause()).isEqualTo(HangupCause.CONGESTION);
        assertThat(bench.noted).containsExactly("no second dial tone on fxo:1: dialled in vain");
        assertThat(bench.far.lineView(1).dialled()).isEqualTo("8");
    }

    @Test
    void nobodyIsSpokenToBeforeTheLineHasBeenListenedTo() throws SimulatorFault {
        bench.far.ring(1, bench.order("0501112244", null, RingScheme.NONE));
        Bench.Call caller = bench.arrives(1000);
        caller.leg.answer();
        bench.run(500);
        assertThat(bench.far.lineView(1).state()).isEqualTo(LineView.State.TALKING);
        assertThat(caller.leg.answered()).isFalse();
        bench.run(400);
        assertThat(caller.leg.answered()).isTrue();
    }

    @Test
    void whoeverLiftsForACallerWhoHasGoneNeverHearsDialTone() throws SimulatorFault {
        habits(new LineHabits(List.of(1000, 4000), null, null, null, null, null, null, null, null));
        RingWay leaves = new RingWay(null, null, 1);
        bench.far.ring(1, new RingOrder("0501112244", null, RingScheme.NONE, RingOrder.ORDINARY, leaves));
        Bench.Call caller = bench.arrives(1000);
        bench.run(3000);
        caller.leg.answer();
        int from = caller.heard.heard().length;
        assertThat(caller.awaits(CallEvent.Gone.class, 2500).cause()).isEqualTo(HangupCause.CANCELLED);
        assertThat(caller.leg.answered()).isFalse();
        short[] heard = caller.heard.heard();
        assertThat(java.util.Arrays.copyOfRange(heard, from, heard.length)).matches(Sounds::silent, "silence");
        assertThat(bench.noted).containsExactly("the far end has gone: dial tone");
    }

    /** LINES rule 1: a caller who merely rings does not block a call for help. */
    @Test
    void aRingingLineIsTakenForHelpByAnsweringAndLayingDown() throws SimulatorFault {
        bench.far.ring(1, bench.order("0501112244", null, RingScheme.NONE));
        Bench.Call caller = bench.arrives(1000);
        assertThat(line.use()).isEqualTo(OutsideLine.Use.RINGING);
        line.preempt();
        Bench.Call help = bench.call(inbox -> line.dial("112", null, inbox));
        assertThat(caller.awaits(CallEvent.Gone.class, 100).cause()).isEqualTo(HangupCause.LOST);
        assertThat(line.use()).isEqualTo(OutsideLine.Use.EMERGENCY);
        help.awaits(CallEvent.EarlySound.class, 6000);
        assertThat(bench.far.lineView(1).dialled()).isEqualTo("112");
        assertThat(bench.arrived).as("nobody else").hasSize(1);
    }

    @Test
    void aLineThatItsRingingCallerHoldsIsLeftForTheNextOne() throws SimulatorFault {
        habits(new LineHabits(null, null, 20.0, null, null, null, null, null, null));
        bench.far.ring(1, bench.order("0501112244", null, RingScheme.NONE));
        Bench.Call caller = bench.arrives(1000);
        line.preempt();
        Bench.Call help = bench.call(inbox -> line.dial("112", null, inbox));
        assertThat(caller.awaits(CallEvent.Gone.class, 100).cause()).isEqualTo(HangupCause.LOST);
        bench.run(300);
        assertThat(offHook()).as("an answer ends the ringing").isTrue();
        bench.run(700);
        assertThat(offHook()).as("laid down for two seconds").isFalse();
        assertThat(line.use()).isEqualTo(OutsideLine.Use.EMERGENCY);
        bench.runUntil("it is tried", 3000, this::offHook);
        assertThat(help.awaits(CallEvent.Gone.class, 6000).cause()).isEqualTo(HangupCause.CONGESTION);
        assertThat(bench.noted).as("it was tried").contains("no dial tone on fxo:1: nothing is dialled");
        assertThat(bench.far.lineView(1).dialled()).isNull();
        bench.run(300);
        assertThat(offHook()).as("left for the next one").isFalse();
        assertThat(line.clearing()).as("its caller may hold it still").isTrue();
        bench.run(20_000);
        dial().awaits(CallEvent.EarlySound.class, 9000);
    }

    private boolean offHook() {
        return bench.board.exchangePairs().getFirst().boxOffHook();
    }
}
