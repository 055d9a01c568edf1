package ringdown.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringdown.audio.Level;
import ringdown.board.simulated.Echo;
import ringdown.call.CallEvent;
import ringdown.call.RingRequest;
import ringdown.call.Telephone;
import ringdown.number.CallerId;

/** LINES rules 3, 14, 19: whose echo is cancelled, and when none is. */
class HybridEchoTest {
    private final Bench bench = new Bench("UA");

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whoTalksToATelephoneOnCopperDoesNotHearHimself() throws SimulatorFault {
        Bench.Call call = telephone();
        call.mouth.say(Sounds.speech(6, 1));
        bench.run(6000);
        assertThat(level(call, 4000)).isLessThan(-60);
        short[] up = Sounds.speech(2, 2);
        call.mouth.say(Sounds.speech(2, 3));
        bench.far.sayInto(1, up);
        bench.run(2200);
        assertThat(Sounds.contains(call.heard.heard(), up)).isGreaterThan(0.98);
    }

    @Test
    void betweenTwoPortsTheWiresOwnSoundPasses() throws SimulatorFault {
        Bench.Call line = line();
        Bench.Call telephone = telephone();
        line.mouth.say(Sounds.speech(14, 5));
        bench.run(6000);
        assertThat(level(line, 1000)).isLessThan(-55);
        line.leg.voice().faces(telephone.leg.voice());
        bench.run(1000);
        assertThat(level(line, 900)).isGreaterThan(-35);
        line.leg.voice().faces(null);
        bench.run(1000);
        assertThat(level(line, 900)).isLessThan(-55);
    }

    @Test
    void fromAMachinesFirstToneOnNothingIsGatedUntilItIsQuietAgain() throws SimulatorFault {
        Bench.Call line = line();
        line.mouth.say(Sounds.speech(5, 5));
        bench.run(5500);
        faintUnderLoud(line);
        assertThat(Level.dbm0(tail(line, 400)))
                .as("a faint sound under a loud one is taken for echo")
                .isLessThan(-60);
        bench.far.say(1, tone(2100, -15, 1500));
        bench.run(1500);
        faintUnderLoud(line);
        assertThat(Level.dbm0(tail(line, 400))).as("but not of a machine").isBetween(-46.0, -40.0);
        bench.run(1500);
        faintUnderLoud(line);
        assertThat(Level.dbm0(tail(line, 400))).isLessThan(-60);
    }

    @Test
    void aToneWhosePhaseTurnsSwitchesTheCancellerOff() throws SimulatorFault {
        Bench.Call line = line();
        line.mouth.say(Sounds.speech(5, 5));
        bench.run(5500);
        short[] turning = tone(2100, -15, 2000);
        for (int i = 0; i < turning.length; i++) {
            turning[i] = (short) ((i / 3600) % 2 == 0 ? turning[i] : -turning[i]);
        }
        bench.far.say(1, turning);
        bench.run(2000);
        line.mouth.say(Sounds.speech(1, 6));
        bench.run(1000);
        assertThat(level(line, 800)).as("the echo of 8 dB").isGreaterThan(-35);
        bench.run(1000);
        line.mouth.say(Sounds.speech(1, 6));
        bench.run(1000);
        assertThat(level(line, 800)).isLessThan(-55);
    }

    private void faintUnderLoud(Bench.Call line) throws SimulatorFault {
        bench.far.say(1, tone(1650, -43, 900));
        line.mouth.say(Sounds.speech(0.9, 7));
        bench.run(900);
    }

    private static short[] tone(double hz, double dbm0, int millis) {
        short[] out = new short[millis * 8];
        for (int i = 0; i < out.length; i++) {
            out[i] = (short) Math.round(Level.amplitude(dbm0) * Math.sin(2 * Math.PI * hz * i / 8000));
        }
        return out;
    }

    private Bench.Call line() throws SimulatorFault {
        bench.board.exchangePairs().getFirst().echo(new Echo(8, 6));
        bench.far.ring(1, bench.order(null, null, RingScheme.NONE));
        Bench.Call caller = bench.arrives(1000);
        caller.leg.answer();
        bench.run(1000);
        return caller;
    }

    private Bench.Call telephone() throws SimulatorFault {
        Telephone one = bench.edge.telephone("fxs:1").orElseThrow();
        Bench.Call call = bench.call(inbox -> one.ring(new RingRequest(CallerId.UNKNOWN, "c1", false, null), inbox));
        bench.run(200);
        bench.far.offHook(1);
        call.awaits(CallEvent.Answered.class, 200);
        bench.run(500);
        return call;
    }

    private static double level(Bench.Call call, int millis) {
        return Level.dbm0(tail(call, millis));
    }

    private static short[] tail(Bench.Call call, int millis) {
        short[] heard = call.heard.heard();
        return Arrays.copyOfRange(heard, heard.length - millis * 8, heard.length);
    }
}
