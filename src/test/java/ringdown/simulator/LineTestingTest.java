package ringdown.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringdown.audio.progress.TonePicture;
import ringdown.call.LineTest;
import ringdown.call.LineTrait;
import ringdown.call.OutsideLine;

/** The line test on demand (LINES rule 18). */
class LineTestingTest {
    private final Bench bench = new Bench("UA");
    private final OutsideLine line = bench.edge.line("fxo:1").orElseThrow();

    @AfterEach
    void close() {
        bench.close();
    }

    private LineTest tested() {
        assertThat(line.test()).isTrue();
        bench.runUntil(
                "the test",
                20_000,
                () -> line.lastTest()
                        .filter(test -> test.state() != LineTest.State.RUNNING)
                        .isPresent());
        return line.lastTest().orElseThrow();
    }

    @Test
    void batteryCurrentDialToneNoiseAndEchoAreMeasuredAsTheExchangeIsSet() throws SimulatorFault {
        bench.far.exchange(1, ExchangeChange.sound(new LineEcho(12.0, 6), -58.0));
        bench.run(3000);
        LineTest test = tested();
        assertThat(test.state()).isEqualTo(LineTest.State.DONE);
        assertThat(Math.abs(test.volts())).isCloseTo(54, within(3.0));
        assertThat(test.milliamps()).isBetween(15.0, 60.0);
        TonePicture tone = Objects.requireNonNull(test.dialTone());
        assertThat(tone.hz()).singleElement().satisfies(hz -> assertThat(hz).isCloseTo(425, within(2.0)));
        assertThat(tone.cadence()).isEmpty();
        assertThat(tone.envelope()).hasSizeGreaterThan(100);
        assertThat(Objects.requireNonNull(test.noiseDbm0())).isCloseTo(-58, within(4.0));
        assertThat(test.impedance()).as("Ukraine's").isEqualTo("600 ohm");
        assertThat(test.echoLossDb()).hasSizeGreaterThan(4);
        assertThat(test.echoLossDb().getFirst()).isCloseTo(12, within(2.0));
        assertThat(test.remarks()).contains("batteryGood", "dialToneGood", "noiseGood");
        assertThat(bench.far.lineView(1).dialled()).isEqualTo("2").isEqualTo(test.digit());
        assertThat(line.lessons())
                .anyMatch(lesson ->
                        lesson.trait() == LineTrait.HYBRID && lesson.value().equals(String.valueOf(test.hybrid())));
        bench.run(3000);
        assertThat(bench.arrived).as("it is no call").isEmpty();
        assertThat(line.free()).isTrue();
    }

    @Test
    void aRingOnAnyLineEndsTheTestWithinTwoHundredMilliseconds() throws SimulatorFault {
        for (int after : new int[] {500, 1500, 3000, 4000}) {
            bench.run(10_000);
            assertThat(line.test()).isTrue();
            bench.run(after);
            assertThat(bench.far.lineView(1).state()).isEqualTo(LineView.State.DIALLING);
            bench.far.ring(2, bench.order("0501112233", null, RingScheme.NONE));
            bench.run(200);
            assertThat(line.lastTest().orElseThrow().state()).isEqualTo(LineTest.State.RING);
            assertThat(bench.board.exchangePairs().getFirst().boxOffHook()).isFalse();
            bench.arrives(1000);
            bench.far.hangUp(2, HangUpSignal.BUSY_TONE);
            bench.run(8000);
        }
    }

    @Test
    void aLineWithoutBatteryAndOneWithoutDialToneSaySo() throws SimulatorFault {
        bench.far.exchange(
                1,
                ExchangeChange.habits(new LineHabits(
                        null, DialToneHabit.of("none").orElseThrow(), null, null, null, null, null, null, null)));
        bench.run(2000);
        assertThat(tested().remarks()).contains("dialToneNone");
        bench.run(15_000);
        assertThat(bench.arrived).isEmpty();
        bench.far.exchange(1, ExchangeChange.cut(true));
        bench.run(3000);
        assertThat(tested().state()).isEqualTo(LineTest.State.DEAD);
        assertThat(tested().remarks()).containsExactly("batteryNone");
    }

    @Test
    void aParallelTelephonesVoltageIsNotTakenForTheLinesAndWhoeverTalksThereIsNotDisturbed() throws SimulatorFault {
        bench.run(3000); // what it is like at rest must be known
        bench.far.exchange(1, ExchangeChange.parallelPhone(true));
        int frames = framesUntilSeen();
        bench.far.exchange(1, ExchangeChange.parallelPhone(false));
        bench.runUntil("at rest", 1000, line::free);
        assertThat(tested().remarks()).contains("batteryGood").doesNotContain("batteryTerminal");
        bench.runUntil("at rest", 5000, line::free);
        bench.far.exchange(1, ExchangeChange.parallelPhone(true));
        bench.run(10 * (frames - 1));
        assertThat(line.test()).as("nobody knows yet").isTrue();
        bench.run(10);
        assertThat(line.state()).isEqualTo(OutsideLine.State.IN_USE);
        assertThat(line.lastTest().orElseThrow().state()).isEqualTo(LineTest.State.NEEDED);
    }

    private int framesUntilSeen() {
        int frames = 0;
        while (line.state() != OutsideLine.State.IN_USE) {
            bench.run(10);
            frames++;
        }
        return frames;
    }

    @Test
    void aCallerWhoIsMetOnTheLineIsServed() throws SimulatorFault {
        bench.run(7000);
        var glare = new RingWay(RingWay.UNTIL_SEIZED, null, 0);
        bench.far.ring(1, new RingOrder("0501112233", null, RingScheme.NONE, Duration.ofSeconds(60), glare));
        bench.far.say(1, Sounds.speech(5, 3));
        LineTest test = tested();
        assertThat(test.state()).isEqualTo(LineTest.State.CALLER);
        bench.run(100);
        assertThat(bench.arrived).hasSize(1);
    }
}
