package ringdown.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringdown.audio.Level;
import ringdown.audio.Oscillator;
import ringdown.call.CallEvent;
import ringdown.call.LineMeter;
import ringdown.call.OutsideLine;
import ringdown.call.RawTake;

/** What an installer hears of the wires themselves: the next call in both directions, and a meter for the gains (LINES rule 18). */
class RawTakeTest {
    private final Bench bench = new Bench("UA");
    private final OutsideLine line = bench.edge.line("fxo:1").orElseThrow();

    @AfterEach
    void close() {
        bench.close();
    }

    private static short[] tone(int hz, double dbm0, double seconds) {
        Oscillator oscillator = new Oscillator(hz);
        short[] out = new short[(int) (seconds * 8000)];
        for (int i = 0; i < out.length; i++) {
            out[i] = (short) Math.round(Level.amplitude(dbm0) * oscillator.next());
        }
        return out;
    }

    private Bench.Call talks() throws SimulatorFault {
        bench.far.ring(1, bench.order("0501112233", null, RingScheme.ETSI_BEFORE_RING));
        Bench.Call call = bench.arrives(8000);
        bench.run(1000);
        call.leg.answer();
        bench.runUntil("it is answered", 3000, call.leg::answered);
        return call;
    }

    private void ends(Bench.Call call) throws SimulatorFault {
        bench.far.hangUp(1, HangUpSignal.BUSY_TONE);
        call.awaits(CallEvent.Gone.class, 8000);
        bench.run(3000);
    }

    @Test
    void theNextCallIsKeptAsItCameWithTheEchoOfWhatWasSent() throws SimulatorFault {
        bench.far.exchange(1, ExchangeChange.sound(new LineEcho(10.0, 5), -80.0));
        bench.run(4000);
        assertThat(line.take()).isEmpty();
        assertThat(line.takeNext()).isTrue();
        assertThat(line.take().orElseThrow().state()).isEqualTo(RawTake.State.WAITING);
        Bench.Call call = talks();
        assertThat(line.take().orElseThrow().state()).isEqualTo(RawTake.State.RUNNING);
        assertThat(line.taken()).as("not before it is over").isEmpty();
        short[] said = Sounds.speech(3, 11);
        call.mouth.say(said);
        bench.run(4000);
        short[] heard = Sounds.speech(3, 5);
        bench.far.say(1, heard);
        bench.run(4000);
        ends(call);
        RawTake take = line.take().orElseThrow();
        assertThat(take.state()).isEqualTo(RawTake.State.DONE);
        assertThat(take.callId()).isEqualTo(call.inbox.callId());
        RawTake.Sound sound = line.taken().orElseThrow();
        assertThat(sound.heard()).hasSameSizeAs(sound.sent());
        assertThat(sound.heard().length / 8000.0).isCloseTo(take.seconds(), within(0.02));
        short[] middle = java.util.Arrays.copyOfRange(said, 8000, 16_000);
        assertThat(Sounds.contains(sound.sent(), middle)).isGreaterThan(0.95);
        assertThat(Sounds.contains(sound.heard(), middle))
                .as("its echo, not cancelled")
                .isGreaterThan(0.9);
        assertThat(Sounds.contains(sound.heard(), java.util.Arrays.copyOfRange(heard, 8000, 16_000)))
                .isGreaterThan(0.95);
        assertThat(bench.noted).contains("recorded as it comes and goes, for whoever installs the line");
        ends(talks());
        assertThat(line.take()).as("only one").contains(take);
        line.dropTake();
        assertThat(line.take()).isEmpty();
        assertThat(line.taken()).isEmpty();
    }

    @Test
    void whatGoesOnIsNotTheNextCallAndATestIsNone() throws SimulatorFault {
        Bench.Call now = talks();
        assertThat(line.takeNext()).isTrue();
        bench.run(500);
        assertThat(line.take().orElseThrow().state()).isEqualTo(RawTake.State.WAITING);
        ends(now);
        bench.run(10_000);
        assertThat(line.test()).isTrue();
        bench.run(10_000);
        assertThat(line.take().orElseThrow().state()).isEqualTo(RawTake.State.WAITING);
        Bench.Call next = talks();
        ends(next);
        assertThat(line.take().orElseThrow().callId()).isEqualTo(next.inbox.callId());
    }

    @Test
    void theMeterShowsBothDirectionsWhileTheLineIsTaken() throws SimulatorFault {
        bench.far.exchange(1, ExchangeChange.sound(new LineEcho(60.0, 5), -80.0));
        assertThat(line.meter()).as("on hook").isEmpty();
        Bench.Call call = talks();
        call.mouth.say(tone(600, -16, 4));
        bench.far.say(1, tone(1000, -22, 4));
        bench.run(2000);
        LineMeter meter = line.meter().orElseThrow();
        assertThat(meter.sentDbm0()).isCloseTo(-16, within(1.5));
        assertThat(meter.heardDbm0()).isCloseTo(-22, within(2.5));
        ends(call);
        assertThat(line.meter()).isEmpty();
    }
}
