package ringdown.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How many callers rang? Ringing is written as milliseconds on and off in turn; within a pause, {@code id} is a caller ID,
 * {@code turn} a battery that turns, {@code answered} a talk.
 */
class RingWatchTest {
    private static final List<Integer> UA = List.of(1000, 4000);
    private static final List<Integer> GB = List.of(400, 200, 400, 2000);

    private static final class Line {
        final RingCadence cadence;
        final RingWatch rings;
        int callers;
        boolean waiting = true;

        Line(List<Integer> country, int learnt) {
            cadence = new RingCadence(country, learnt);
            rings = new RingWatch(cadence);
        }

        int callers(String script) {
            callers = 0;
            boolean on = true;
            for (String piece : script.trim().split(" +")) {
                for (String part : piece.split("\\+")) {
                    switch (part) {
                        case "id" -> rings.identified();
                        case "turn" -> rings.batteryTurned();
                        case "answered" -> rings.answered();
                        default -> lasts(Integer.parseInt(part), on);
                    }
                }
                on = !on;
            }
            return callers;
        }

        void lasts(int millis, boolean voltage) {
            for (int i = 0; i < millis; i += 10) {
                boolean before = rings.call();
                rings.frame(voltage, waiting);
                callers += rings.another() || rings.call() && !before ? 1 : 0;
                if (rings.over()) {
                    rings.forget();
                }
            }
        }
    }

    private final Line line = new Line(UA, 0);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "an ordinary exchange, 1000 4000 1000 4000 1000 4000 1000",
        "a modern one of the same country, 800 3200 800 3200 800 3200",
        "an adapter set up for France, 1500 3500 1500 3500 1500 3500",
        "an adapter set up for America, 2000 4000 2000 4000 2000 4000",
        "an adapter set up for Britain, 400 200 400 2000 400 200 400 2000 400 200 400 2000",
        "an adapter set up for Sweden, 1000 5000 1000 5000 1000 5000",
        "a first ring connected in the middle of it, 600 4000 1000 4000 1000 4000",
        "a first ring at once and then the common machine, 500 1700 1000 4000 1000 4000",
        "a long first ring and then the common machine, 2000 2500 800 3200 800 3200 800",
        "a distinctive ring, 400 200 800 4000 400 200 800 4000 400 200 800",
        "another distinctive ring, 400 200 400 200 800 4000 400 200 400 200 800 4000",
        "somebody dials on a parallel telephone, 1000 1500 50 2450 1000 4000 1000 900 40 60 40 2960 1000",
        "a pause stretched by a long name, 1000 4000+id+700 1000 4000 1000",
        "a ringing that fades for a moment, 1000 4000 500 50 450 4000 1000",
        "a battery that turns with every burst, 1000 70+turn+3930 1000 70+turn+3930 1000",
        "a battery that turns before the first ring, 100+turn+500 1000 4000 1000 4000"
    })
    void isOneCaller(String what, String script) {
        assertThat(line.callers(script)).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "gave up after one ring, 1000 1800 1000 4000 1000 4000",
        "gave up after two rings, 1000 4000 1000 2000 1000 4000 1000 4000",
        "gave up just before the next ring, 1000 4000 1000 5200 1000 4000 1000",
        "gave up in a ring and the pause fits by chance, 1000 4000 1000 4000 400 4000 1000 4000 1000",
        "gave up as a ring began, 1000 4000 1000 4000 120 4050 1000 4000 1000",
        "was known and gave up at once, 600 500+id+1200 1000 4000 1000",
        "the battery turned in between, 1000 4000 1000 2000+turn+2000 1000 4000 1000",
        "rang into the other one's ring, 1000 4000 1000 4000 1700 4000 1000 4000"
    })
    void isTwoCallers(String what, String script) {
        assertThat(line.callers(script)).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "pairs, 1, 400 200 400 2000 400 200 400 2000 400 200 400",
        "connected in the middle of the first pair, 1, 400 2000 400 200 400 2000 400 200 400",
        "the next caller in the middle of the pause, 2, 400 200 400 2000 400 200 400 1200 400 200 400",
        "the next caller's pair right behind, 2, 400 200 400 2000 400 200 400 300 400 200 400 2000",
        "gave up in a pair and the pause fits by chance, 2, 400 200 400 2000 400 2000 400 200 400 2000"
    })
    void britishRings(String what, int callers, String script) {
        assertThat(new Line(GB, 0).callers(script)).isEqualTo(callers);
    }

    @Test
    void aForeignCadenceIsLearntAndThenIsOneCaller() {
        String japanese = "1000 2000 1000 2000 1000 2000 1000 10000";
        assertThat(line.callers(japanese))
                .as("the first call on a line that rings like none of this country")
                .isLessThanOrEqualTo(2);
        assertThat(line.callers(japanese)).isEqualTo(1);
        Line restarted = new Line(UA, line.cadence.learnt());
        assertThat(restarted.callers(japanese)).isEqualTo(1);
        assertThat(restarted.callers("1000 2000 1000 900 1000 2000 1000")).isEqualTo(2);
    }

    @Test
    void aPauseLongerThanTheCountrysIsLearntToo() {
        Line foreign = new Line(GB, 0);
        assertThat(foreign.callers("1000 4000 1000 4000 1000 4000 1000 4000 1000 9000"))
                .isLessThanOrEqualTo(3);
        assertThat(foreign.callers("1000 4000 1000 4000 1000 4000 1000")).isEqualTo(1);
    }

    @Test
    void theTimeBetweenACallThatWasAnsweredAndTheNextOneIsNoPause() {
        assertThat(line.callers("1000 1500+answered+600 1000 1500+answered+600 1000 1500+answered+600"))
                .isEqualTo(3);
        assertThat(line.cadence.learnt()).isZero();
    }

    @Test
    void anOldExchangeThatConnectsTheFirstRingAnywhereIsLearnt() {
        for (int pause = 1200; pause < 3000; pause += 300) {
            line.callers("1000 " + pause + " 1000 4000 1000 4000 1000 9000");
        }
        assertThat(line.callers("1000 1700 1000 4000 1000 4000 1000 9000")).isEqualTo(1);
    }

    @Test
    void whoWasTurnedAwayRingsOnUnheardButTheNextOneIsHeard() {
        line.callers("1000 500+id");
        line.waiting = false;
        line.lasts(3500, false);
        assertThat(line.callers("1000 4000 1000 4000 1000")).as("rings on").isZero();
        line.lasts(3200, false);
        assertThat(line.callers("1000 4000 1000")).as("the next one").isEqualTo(1);
    }
}
