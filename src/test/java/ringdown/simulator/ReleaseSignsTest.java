package ringdown.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringdown.board.simulated.ExchangePair;
import ringdown.board.simulated.ExchangePair.Battery;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;

/** No talk is ended by one single sign (LINES rules 10 and 11). */
class ReleaseSignsTest {
    private final Bench bench = new Bench("UA");
    private final ExchangePair wires = bench.board.exchangePairs().getFirst();

    @AfterEach
    void close() {
        bench.close();
    }

    private Bench.Call talk() throws SimulatorFault {
        bench.far.ring(1, bench.order("0501112233", null, RingScheme.NONE));
        Bench.Call call = bench.arrives(3000);
        call.leg.answer();
        bench.run(2500);
        return call;
    }

    private void breaks(int millis) {
        wires.battery(Battery.OPEN);
        bench.run(millis);
        wires.battery(Battery.NORMAL);
    }

    private static void isOver(Bench.Call call, int millis) {
        assertThat(call.awaits(CallEvent.Gone.class, millis).byFarEnd()).isTrue();
    }

    @Test
    void aBreakOfTheLoopInATalkIsNoReleaseWhileTheFarEndSpeaks() throws SimulatorFault {
        Bench.Call call = talk();
        breaks(600);
        bench.far.say(1, Sounds.speech(6, 3));
        bench.run(9000);
        assertThat(call.seen(CallEvent.Gone.class)).isNull();
    }

    @Test
    void aBreakThatSilenceFollowsIsARelease() throws SimulatorFault {
        Bench.Call call = talk();
        breaks(600);
        bench.run(3000);
        assertThat(call.seen(CallEvent.Gone.class)).isNull();
        isOver(call, 1500);
        assertThat(bench.noted).containsExactly("the far end has gone: a break of the loop, then silence");
    }

    @ParameterizedTest
    @EnumSource(
            value = HangUpSignal.class,
            names = {"LOOP_BREAK", "REVERSAL"})
    void whatALineHasShownThreeTimesIsBelievedByItself(HangUpSignal signal) throws SimulatorFault {
        for (int i = 0; i < 3; i++) {
            Bench.Call call = talk();
            bench.far.hangUp(1, signal);
            isOver(call, 5000);
            bench.run(4000);
        }
        assertThat(bench.noted).hasSize(3).allMatch(what -> what.endsWith(", then silence"));
        Bench.Call call = talk();
        bench.far.hangUp(1, signal);
        isOver(call, 400);
    }

    @Test
    void aVoiceAfterTheSignTakesWhatWasLearntBack() throws SimulatorFault {
        for (int i = 0; i < 2; i++) {
            Bench.Call call = talk();
            bench.far.hangUp(1, HangUpSignal.LOOP_BREAK);
            isOver(call, 5000);
            bench.run(4000);
        }
        Bench.Call lied = talk();
        breaks(600);
        bench.run(300);
        bench.far.say(1, Sounds.speech(4, 5));
        bench.run(5000);
        bench.far.hangUp(1, HangUpSignal.BUSY_TONE);
        isOver(lied, 5000);
        bench.run(4000);
        for (int i = 0; i < 3; i++) {
            Bench.Call call = talk();
            bench.far.hangUp(1, HangUpSignal.LOOP_BREAK);
            bench.run(1000);
            assertThat(call.seen(CallEvent.Gone.class)).as("time " + i).isNull();
            isOver(call, 5000);
            bench.run(4000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"loopBreak", "reversal"})
    void whatTheInstallerNamesIsBelievedAtOnce(String sign) throws SimulatorFault {
        bench.release("busyTone", sign);
        Bench.Call call = talk();
        bench.far.hangUp(1, HangUpSignal.of(sign).orElseThrow());
        isOver(call, 400);
    }

    @Test
    void whatTheInstallerDoesNotNameEndsNothing() throws SimulatorFault {
        bench.release("busyTone");
        Bench.Call call = talk();
        breaks(600);
        bench.run(9000);
        assertThat(call.seen(CallEvent.Gone.class)).isNull();
        bench.far.hangUp(1, HangUpSignal.BUSY_TONE);
        isOver(call, 5000);
        assertThat(bench.noted).containsExactly("the far end has gone: busy tone");
    }

    @Test
    void breaksAndTurnsAtTheAnswerAreNoRelease() throws SimulatorFault {
        bench.far.exchange(
                1, ExchangeChange.habits(new LineHabits(null, null, null, 250, true, null, null, null, null)));
        bench.release("busyTone", "loopBreak", "reversal");
        Bench.Call call = talk();
        bench.run(8000);
        assertThat(call.seen(CallEvent.Gone.class)).isNull();
        bench.far.hangUp(1, HangUpSignal.BUSY_TONE);
        isOver(call, 5000);
    }

    @Test
    void theMessageEndsWhereTheSignCame() throws SimulatorFault {
        Bench.Call call = talk();
        bench.far.say(1, Sounds.speech(3, 8));
        bench.run(3100);
        int spoken = call.heard.heard().length;
        bench.far.hangUp(1, HangUpSignal.LOOP_BREAK);
        isOver(call, 6000);
        int message = call.heard.heard().length - call.leg.voice().endToneSamples();
        assertThat(message - spoken).isBetween(-2400, 800);
    }

    @Test
    void silenceEndsATalkWhereTheInstallerSaysSo() throws SimulatorFault {
        bench.release("busyTone", "silence");
        Bench.Call call = talk();
        bench.far.hangUp(1, HangUpSignal.SILENCE);
        bench.run(50_000);
        assertThat(call.seen(CallEvent.Gone.class)).isNull();
        assertThat(call.awaits(CallEvent.Gone.class, 15_000).cause()).isEqualTo(HangupCause.SILENCE);
    }

    @Test
    void whoeverLiftsATelephoneBesideTheBoxHasTheCall() throws SimulatorFault {
        bench.far.ring(1, bench.order("0501112233", null, RingScheme.NONE));
        Bench.Call call = bench.arrives(3000);
        bench.run(1700);
        bench.far.exchange(1, ExchangeChange.parallelPhone(true));
        assertThat(call.awaits(CallEvent.Gone.class, 1000).cause()).isEqualTo(HangupCause.ANSWERED_ELSEWHERE);
        assertThat(bench.noted).containsExactly("somebody has lifted a telephone beside the box");
        bench.run(20_000);
        bench.far.exchange(1, ExchangeChange.parallelPhone(false));
        bench.run(3000);
        assertThat(bench.arrived).hasSize(1);
        assertThat(bench.edge.line("fxo:1").orElseThrow().free()).isTrue();
    }

    @Test
    void callWaitingMeteringAndStutteringEndNothing() throws SimulatorFault {
        bench.far.exchange(
                1, ExchangeChange.habits(new LineHabits(null, null, null, null, null, null, null, true, 1.0)));
        Bench.Call call = talk();
        bench.far.exchange(
                1, ExchangeChange.habits(new LineHabits(null, null, null, null, null, null, null, true, null)));
        bench.run(30_000);
        assertThat(call.seen(CallEvent.Gone.class)).isNull();
        bench.far.exchange(1, ExchangeChange.tones(Map.of("busy", "425 1000,4000")));
        bench.far.hangUp(1, HangUpSignal.BUSY_TONE);
        bench.run(20_000);
        assertThat(call.seen(CallEvent.Gone.class))
                .as("ring back of a transfer")
                .isNull();
    }

    @Test
    void anInstallerSeesVoltageCurrentAndTheLastTenReleases() throws SimulatorFault {
        var line = bench.edge.line("fxo:1").orElseThrow();
        for (int i = 0; i < 11; i++) {
            Bench.Call call = talk();
            assertThat(line.readings().orElseThrow().milliamps()).isGreaterThan(10);
            bench.far.hangUp(1, i == 10 ? HangUpSignal.LOOP_BREAK : HangUpSignal.BUSY_TONE);
            isOver(call, 5000);
            bench.run(4000);
        }
        var readings = line.readings().orElseThrow();
        assertThat(readings.volts()).isBetween(50.0, 58.0);
        assertThat(readings.releases()).hasSize(10);
        assertThat(readings.releases().getFirst().how()).isEqualTo("a break of the loop, then silence");
        assertThat(readings.releases().getLast().how()).isEqualTo("busy tone");
    }

    @Test
    void aLineHeldForTwoMinutesIsAnAlarmUntilItIsFree() throws SimulatorFault {
        bench.run(2000); // what it is like at rest must be known
        bench.far.exchange(1, ExchangeChange.parallelPhone(true));
        bench.run(119_000);
        assertThat(bench.alarms.list(true)).isEmpty();
        bench.run(2500);
        assertThat(bench.alarms.list(true))
                .extracting(ringdown.notice.Alarm::what)
                .containsExactly("lineHeld");
        var line = bench.edge.line("fxo:1").orElseThrow();
        assertThat(line.readings().orElseThrow().held()).isTrue();
        bench.far.exchange(1, ExchangeChange.parallelPhone(false));
        bench.run(500);
        assertThat(bench.alarms.list(true)).isEmpty();
        assertThat(line.readings().orElseThrow().held()).isFalse();
    }
}
