package ringdown.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringdown.audio.Level;
import ringdown.board.simulated.Echo;
import ringdown.call.CallEvent;

/** LINES rules 3 and 4 with ALSA's buffering of three periods of 5 ms: how long sound is on its way, and what a late thread costs. */
class DelayTest {
    private final Bench bench = new Bench("UA");
    private Bench.Call caller;

    @AfterEach
    void close() {
        bench.close();
    }

    @BeforeEach
    void talk() throws SimulatorFault {
        bench.board.exchangePairs().getFirst().echo(new Echo(8, 6));
        bench.far.ring(1, bench.order(null, null, RingScheme.NONE));
        caller = bench.arrives(1000);
        caller.leg.answer();
        bench.run(1000);
    }

    private static short[] burst() {
        short[] burst = new short[160];
        for (int i = 0; i < burst.length; i++) {
            burst[i] = (short) (8000 * Math.cos(2 * Math.PI * 1000 * i / 8000));
        }
        return burst;
    }

    /** Milliseconds after which the first loud sample stands on the tape. */
    private static double begins(short[] tape, int from) {
        int at = from;
        while (at < tape.length && Math.abs(tape[at]) < 4000) {
            at++;
        }
        return (at - from) / 8.0;
    }

    @Test
    void whatTheLineSaysIsThereForRtpWhenTheBlockOfTenMillisecondsThatCarriesItEnds() throws SimulatorFault {
        int before = caller.heard.heard().length;
        bench.far.say(1, burst());
        bench.run(100);
        assertThat(begins(caller.heard.heard(), before) + 10)
                .as("ms from the wire to where packets are made")
                .isLessThanOrEqualTo(10);
    }

    @Test
    void whatComesOutOfTheJitterBufferIsOnTheLineWithinFifteenMilliseconds() throws SimulatorFault {
        int before = bench.far.heard(1).length;
        caller.mouth.say(burst());
        bench.run(100);
        assertThat(begins(bench.far.heard(1), before) - 10)
                .as("ms from the tick that takes it, which comes at the end of the first frame, to the wire")
                .isBetween(5.0, 15.0);
    }

    @Test
    void aThreadThatStandsStillForAFifthOfASecondDropsNoCallAndLeavesNoEcho() throws SimulatorFault {
        caller.mouth.say(Sounds.speech(14, 5));
        bench.run(8000);
        bench.board.stall(200);
        assertThat(bench.board.lost()).isEqualTo(20);
        bench.run(100);
        bench.run(1000);
        short[] heard = caller.heard.heard();
        assertThat(Level.dbm0(heard, heard.length - 8000, 8000)).isLessThan(-58);
        assertThat(caller.seen(CallEvent.Gone.class)).isNull();
        assertThat(bench.alarms.list(true)).isEmpty();
    }
}
