package ringdown.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringdown.audio.tone.CadencedTone;
import ringdown.audio.tone.Tone;
import ringdown.call.CallEvent;
import ringdown.call.LineLesson;
import ringdown.call.LineTrait;
import ringdown.call.OutsideLine;
import ringdown.notice.Alarm;

/** Each finished call improves the line's profile, with its evidence (LINES rules 9, 11, 12, 18). */
class LessonsTest {
    private static final String FOREIGN = "480+620 350,350";

    private final Bench bench = new Bench("UA");
    private final OutsideLine line = bench.edge.line("fxo:1").orElseThrow();

    @AfterEach
    void close() {
        bench.close();
    }

    private Bench.Call call(RingScheme scheme, HangUpSignal end) throws SimulatorFault {
        bench.far.ring(1, bench.order("0501112233", null, scheme));
        Bench.Call call = bench.arrives(8000);
        bench.run(8000);
        call.leg.answer();
        bench.run(1000);
        call.mouth.say(Sounds.speech(4, 11));
        bench.run(4200);
        bench.far.say(1, Sounds.speech(3, 5));
        bench.run(3300);
        bench.far.hangUp(1, end);
        call.awaits(CallEvent.Gone.class, 8000);
        bench.run(7000);
        return call;
    }

    private void calls(int n, HangUpSignal end) throws SimulatorFault {
        for (int i = 0; i < n; i++) {
            call(RingScheme.NONE, end);
        }
    }

    private Optional<LineLesson> lesson(LineTrait trait) {
        return line.lessons().stream().filter(one -> one.trait() == trait).findFirst();
    }

    private LineLesson known(LineTrait trait) {
        return lesson(trait).orElseThrow(() -> new AssertionError(trait + " in " + line.lessons()));
    }

    private List<String> alarms() {
        return bench.alarms.list(true).stream().map(Alarm::what).toList();
    }

    @Test
    void anExchangesOwnBusyToneIsLearntFromThreeCallsWithinFiveHertzAndTwentyMilliseconds() throws SimulatorFault {
        bench.far.exchange(1, ExchangeChange.tones(Map.of("busy", FOREIGN)));
        calls(2, HangUpSignal.BUSY_TONE);
        assertThat(known(LineTrait.BUSY_TONE).believed()).isFalse();
        calls(1, HangUpSignal.BUSY_TONE);
        LineLesson lesson = known(LineTrait.BUSY_TONE);
        assertThat(lesson.believed()).isTrue();
        assertThat(lesson.evidence()).hasSize(3).allMatch(one -> one.sound() && one.callId() != null);
        CadencedTone tone = CadencedTone.parse(lesson.value());
        assertThat(tone.steps().getFirst().tone()).isInstanceOfSatisfying(Tone.Dual.class, dual -> {
            assertThat(dual.first()).isCloseTo(480, within(5.0));
            assertThat(dual.second()).isCloseTo(620, within(5.0));
        });
        assertThat(tone.steps())
                .hasSize(2)
                .allSatisfy(step -> assertThat(step.millis()).isBetween(330, 370));
        assertThat(bench.noted.getFirst()).contains("a repeating tone");
        calls(1, HangUpSignal.BUSY_TONE);
        assertThat(bench.noted.getLast()).as("known now").isEqualTo("the far end has gone: busy tone");
    }

    @Test
    void aFindingThatIsUndoneIsLearntOnlyFromNewCalls() throws SimulatorFault {
        bench.far.exchange(1, ExchangeChange.tones(Map.of("busy", FOREIGN)));
        calls(3, HangUpSignal.BUSY_TONE);
        line.forget(LineTrait.BUSY_TONE);
        assertThat(lesson(LineTrait.BUSY_TONE)).isEmpty();
        assertThat(lesson(LineTrait.RELEASE)).as("only the one").isPresent();
        calls(2, HangUpSignal.BUSY_TONE);
        assertThat(known(LineTrait.BUSY_TONE).believed()).isFalse();
        calls(1, HangUpSignal.BUSY_TONE);
        assertThat(known(LineTrait.BUSY_TONE).believed()).isTrue();
    }

    @Test
    void anotherBusyToneThanTheOneKnownIsAnAlarmUntilItIsLearnt() throws SimulatorFault {
        calls(3, HangUpSignal.BUSY_TONE);
        assertThat(known(LineTrait.BUSY_TONE).value()).startsWith("425 ");
        bench.far.exchange(1, ExchangeChange.tones(Map.of("busy", FOREIGN)));
        calls(1, HangUpSignal.BUSY_TONE);
        assertThat(alarms()).as("once is none").isEmpty();
        calls(1, HangUpSignal.BUSY_TONE);
        assertThat(alarms()).containsExactly("changedBusyTone");
        assertThat(known(LineTrait.BUSY_TONE).changing()).startsWith("480+620 ");
        calls(1, HangUpSignal.BUSY_TONE);
        assertThat(alarms()).isEmpty();
        assertThat(known(LineTrait.BUSY_TONE).value()).startsWith("480+620 ");
    }

    @Test
    void anotherReleaseThanTheOneKnownIsAnAlarmAndUndoingForgetsTheProvenSigns() throws SimulatorFault {
        calls(3, HangUpSignal.LOOP_BREAK);
        assertThat(known(LineTrait.RELEASE).value()).isEqualTo("loopBreak");
        assertThat(line.releaseProven()).isTrue();
        calls(2, HangUpSignal.BUSY_TONE);
        assertThat(alarms()).containsExactly("changedRelease");
        line.forget(LineTrait.RELEASE);
        bench.run(20);
        assertThat(alarms()).isEmpty();
        assertThat(line.releaseProven()).isFalse();
    }

    @Test
    void anotherVoltageAtRestIsAnAlarmWithinTwentySeconds() throws SimulatorFault {
        bench.run(3000);
        assertThat(known(LineTrait.IDLE_VOLTAGE).amount()).isCloseTo(54, within(3.0));
        bench.far.exchange(1, ExchangeChange.feed(new LineFeed(36.0, null, null, null)));
        bench.run(15_000);
        assertThat(alarms()).containsExactly("changedVoltage");
        assertThat(known(LineTrait.IDLE_VOLTAGE).changing()).isEqualTo("36");
        line.forget(LineTrait.IDLE_VOLTAGE);
        bench.run(3000);
        assertThat(alarms()).isEmpty();
        assertThat(known(LineTrait.IDLE_VOLTAGE).amount()).isCloseTo(36, within(2.0));
    }

    @Test
    void callerIdLevelRingPauseAndEchoLossAreReadFromEachCall() throws SimulatorFault {
        bench.far.exchange(1, ExchangeChange.sound(new LineEcho(14.0, 4), null));
        for (int i = 0; i < 3; i++) {
            call(RingScheme.ETSI_BEFORE_RING, HangUpSignal.BUSY_TONE);
        }
        assertThat(known(LineTrait.CALLER_ID).value()).isEqualTo("etsi-before-ring");
        assertThat(known(LineTrait.CALLER_ID).believed()).isTrue();
        assertThat(known(LineTrait.RING_PAUSE).amount()).isCloseTo(4000, within(100.0));
        assertThat(known(LineTrait.LEVEL).amount()).isBetween(-30.0, -12.0);
        assertThat(known(LineTrait.HYBRID).amount()).isCloseTo(14, within(2.0));
        assertThat(known(LineTrait.IDLE_VOLTAGE).evidence()).hasSizeGreaterThan(3);
    }
}
