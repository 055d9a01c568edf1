package ringdown.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringdown.audio.Level;
import ringdown.call.CallEvent;
import ringdown.call.RingRequest;
import ringdown.call.Telephone;
import ringdown.media.RtpVoice;
import ringdown.number.CallerId;
import ringdown.office.Port;
import ringdown.office.PortUse;
import ringdown.rtp.FreePorts;
import ringdown.rtp.RtpPorts;

/** LINES rule 15: how loud a telephone hears SIP, what its port's levels do, and what a public line is spared. */
class LevelsOfTalksTest {
    private final Bench bench = new Bench("UA");

    @AfterEach
    void close() {
        bench.close();
    }

    private Bench.Call talk() throws SimulatorFault {
        Telephone one = bench.edge.telephone("fxs:1").orElseThrow();
        Bench.Call call = bench.call(inbox -> one.ring(new RingRequest(CallerId.UNKNOWN, "c1", false, null), inbox));
        bench.run(300);
        bench.far.offHook(1);
        call.awaits(CallEvent.Answered.class, 200);
        bench.run(300);
        return call;
    }

    private void uses(PortUse.Device device, double rx, double tx) {
        Port port = new Port(Port.Kind.FXS, 1);
        bench.ports(3, new PortUse(port, device, null, true, false, false, new PortUse.Levels(rx, tx), null));
    }

    /** A tone of -10 dBm0 both ways: what the box hears, what the telephone hears. */
    private List<Double> levels(Bench.Call call) throws SimulatorFault {
        bench.far.sayInto(1, tone(500));
        bench.run(600);
        short[] here = call.heard.heard();
        call.mouth.say(tone(500));
        bench.run(500);
        short[] there = bench.far.earpiece(1);
        return List.of(Level.dbm0(here, here.length - 3200, 800), Level.dbm0(there, there.length - 1600, 800));
    }

    private static short[] tone(int millis) {
        short[] tone = new short[millis * 8];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (short) Math.round(Level.amplitude(-10) * Math.sin(2 * Math.PI * 1020 * i / 8000));
        }
        return tone;
    }

    @ParameterizedTest
    @CsvSource({"TELEPHONE, -16", "DOOR, -16", "FAX, -10"})
    void aTelephoneHearsSipSixDecibelsSofterAndOthersAsTheyAre(PortUse.Device device, double fromSip) throws Exception {
        uses(device, 0, 0);
        Bench.Call call = talk();
        assertThat(levels(call).getLast()).as("the box's own sound").isCloseTo(-10, Offset.offset(0.3));
        try (RtpPorts ports = FreePorts.open(bench.clock)) {
            call.leg.voice().faces(new RtpVoice(ports.open()));
            List<Double> sip = levels(call);
            assertThat(sip.getFirst()).as("nothing is lost towards SIP").isCloseTo(-10, Offset.offset(0.3));
            assertThat(sip.getLast()).isCloseTo(fromSip, Offset.offset(0.3));
        }
    }

    @Test
    void thePortsLevelsHoldAtOnceBothWays() throws SimulatorFault {
        Bench.Call call = talk();
        uses(PortUse.Device.TELEPHONE, -3, 4);
        List<Double> changed = levels(call);
        assertThat(changed.getFirst()).isCloseTo(-13, Offset.offset(0.3));
        assertThat(changed.getLast()).isCloseTo(-6, Offset.offset(0.3));
    }

    @Test
    void aLoudVoiceIsHeldToWhatAPublicLineBears() throws SimulatorFault {
        bench.far.ring(1, bench.order(null, null, RingScheme.NONE));
        Bench.Call caller = bench.arrives(1000);
        caller.leg.answer();
        bench.run(1000);
        for (int second = 0; second < 62; second++) {
            short[] loud = tone(1000);
            for (int i = 0; i < loud.length; i++) {
                loud[i] *= 3; // -0.5 dBm0
            }
            caller.mouth.say(loud);
            bench.run(1000);
        }
        short[] heard = bench.far.heard(1);
        assertThat(Level.dbm0(heard, heard.length - 60 * 8000, 60 * 8000)).isLessThan(-13);
        assertThat(Level.dbm0(heard, heard.length - 8000, 8000)).isBetween(-15.0, -13.5);
    }
}
