package ringdown.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringdown.audio.Level;
import ringdown.board.simulated.Echo;

/** LINES rule 4: a break in the highway's stream costs silence; the echo stays below its limit without being learnt anew. */
class XrunEchoTest {
    private final Bench bench = new Bench("UA");

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theEchoIsAsLowAsBeforeAHundredMillisecondsAfterAnXrun() throws SimulatorFault {
        bench.board.exchangePairs().getFirst().echo(new Echo(8, 6));
        bench.far.ring(1, bench.order(null, null, RingScheme.NONE));
        Bench.Call caller = bench.arrives(1000);
        caller.leg.answer();
        bench.run(300);
        caller.mouth.say(Sounds.speech(14, 5));
        bench.run(10_000);
        double before = level(caller, 1000);
        assertThat(before).isLessThan(-58);
        bench.board.silicon().highway().xrun(true);
        bench.run(100);
        bench.run(1000);
        assertThat(level(caller, 1000)).isLessThan(Math.max(-58, before + 3));
    }

    private static double level(Bench.Call call, int millis) {
        short[] heard = call.heard.heard();
        return Level.dbm0(heard, heard.length - millis * 8, millis * 8);
    }
}
