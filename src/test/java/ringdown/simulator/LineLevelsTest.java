package ringdown.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringdown.audio.Level;
import ringdown.office.Line;

class LineLevelsTest {
    private final Bench bench = new Bench("UA");

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theOfficeFilesLevelsOfALineHoldAtOnceBothWays() throws SimulatorFault {
        bench.far.ring(1, bench.order(null, null, RingScheme.NONE));
        Bench.Call caller = bench.arrives(1000);
        caller.leg.answer();
        bench.run(1000);
        double[] flat = levels(caller);
        bench.levels(new Line.Levels(-6, 4));
        double[] changed = levels(caller);
        assertThat(changed[0]).as("what the box hears").isCloseTo(flat[0] - 6, Offset.offset(0.7));
        assertThat(changed[1]).as("what the caller hears").isCloseTo(flat[1] + 4, Offset.offset(0.7));
    }

    private double[] levels(Bench.Call caller) throws SimulatorFault {
        bench.far.say(1, Sounds.speech(1, 3));
        bench.run(1200);
        short[] here = caller.heard.heard();
        double hears = Level.dbm0(here, here.length - 9600, 9600);
        caller.mouth.say(Sounds.speech(1, 4));
        bench.run(1200);
        short[] there = bench.far.heard(1);
        return new double[] {hears, Level.dbm0(there, there.length - 9600, 9600)};
    }
}
