package ringdown.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ringdown.audio.Companding;
import ringdown.board.simulated.SimulatedBoard;
import ringdown.board.simulated.TelephonePair;
import ringdown.clock.BoxClock;

/** LINES rule 5: dials at 8 to 12 pulses a second with 55 to 70 % of break, eight ports at once, 10,000 digits, none wrong. */
class PulseDialTest {
    private static final int PORTS = 8;
    private static final int DIGITS = 1250;

    /** A telephone whose dial runs as unevenly as dials do, in milliseconds. */
    private static final class Dial {
        private final Random random;
        private final Deque<Boolean> loop = new ArrayDeque<>();
        final StringBuilder dialled = new StringBuilder();

        Dial(TelephonePair pair, long seed) {
            random = new Random(seed);
            add(true, 500);
            for (int i = 0; i < DIGITS; i++) {
                turn();
            }
            pair.farEnd(() -> pair.hook(next()));
        }

        private void turn() {
            int digit = random.nextInt(10);
            dialled.append(digit);
            double period = 1000 / random.nextDouble(8, 12);
            double broken = random.nextDouble(0.55, 0.70);
            double at = 0;
            int done = 0;
            for (int pulse = 0; pulse < (digit == 0 ? 10 : digit); pulse++) {
                int breakEnds = (int) Math.round(at + period * broken);
                add(false, breakEnds - done);
                at += period;
                add(true, (int) Math.round(at) - breakEnds);
                done = (int) Math.round(at);
            }
            add(true, random.nextInt(300, 700));
        }

        private void add(boolean closed, int millis) {
            for (int i = 0; i < millis; i++) {
                loop.addLast(closed);
            }
        }

        private int next() {
            int bits = 0;
            for (int i = 0; i < 10; i++) {
                Boolean closed = loop.pollFirst();
                bits |= closed == null || closed ? 1 << i : 0;
            }
            return bits;
        }

        boolean finished() {
            return loop.isEmpty();
        }
    }

    @Test
    void tenThousandDigitsOnEightPortsAreAllRead() {
        SimulatedBoard board = new SimulatedBoard(new BoxClock(() -> true), 0, PORTS, Companding.A_LAW, "UA");
        Dial[] dials = new Dial[PORTS];
        HookWatch[] hooks = new HookWatch[PORTS];
        StringBuilder[] read = new StringBuilder[PORTS];
        for (int i = 0; i < PORTS; i++) {
            dials[i] = new Dial(board.telephonePairs().get(i), i);
            hooks[i] = new HookWatch(80, 600);
            read[i] = new StringBuilder();
        }
        for (int frames = 0; frames < 100 || !finished(dials); frames++) {
            board.frame();
            for (int i = 0; i < PORTS; i++) {
                boolean closed = board.fxs().get(i).loopClosed();
                if (hooks[i].frame(closed, true) == HookWatch.Event.PULSED) {
                    read[i].append(hooks[i].digit());
                }
            }
        }
        for (int i = 0; i < PORTS; i++) {
            assertThat(read[i].toString()).as("port %d", i + 1).isEqualTo(dials[i].dialled.toString());
        }
    }

    private static boolean finished(Dial[] dials) {
        for (Dial dial : dials) {
            if (!dial.finished()) {
                return false;
            }
        }
        return true;
    }
}
