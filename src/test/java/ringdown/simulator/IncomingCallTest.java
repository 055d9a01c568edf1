package ringdown.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringdown.call.Arrival;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.OutsideLine;
import ringdown.number.CallerId;

class IncomingCallTest {
    private final Bench bench = new Bench("UA");
    private final OutsideLine line = bench.edge.line("fxo:1").orElseThrow();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aCallerIsOfferedAtTheFirstRingAndBothSidesHearEachOther() throws SimulatorFault {
        bench.far.ring(1, bench.order("+380501112233", null, RingScheme.COUNTRY));
        Bench.Call call = bench.arrives(500);
        assertThat(line.state()).isEqualTo(OutsideLine.State.RINGING);
        assertThat(call.arrival).isEqualTo(new Arrival.FromOutside("fxo:1", "+380441230001", CallerId.UNKNOWN, false));
        assertThat(call.awaits(CallEvent.Identified.class, 4000).caller()).isEqualTo(CallerId.of("0501112233", null));

        call.leg.answer();
        bench.runUntil("answered", 1200, call.leg::answered);
        bench.run(1000);
        assertThat(bench.far.lineView(1).state()).isEqualTo(LineView.State.TALKING);
        assertThat(line.state()).isEqualTo(OutsideLine.State.TALKING);
        short[] caller = Sounds.speech(2, 1);
        short[] office = Sounds.speech(2, 2);
        bench.far.say(1, caller);
        bench.run(2200);
        call.mouth.say(office);
        bench.run(2200);
        assertThat(Sounds.contains(call.heard.heard(), caller)).isGreaterThan(0.99);
        assertThat(Sounds.contains(bench.far.heard(1), office)).isGreaterThan(0.99);
        assertThat(call.seen(CallEvent.Gone.class)).isNull();

        call.leg.hangUp(HangupCause.NORMAL);
        assertThat(call.awaits(CallEvent.Gone.class, 100).byFarEnd()).isFalse();
        bench.run(500);
        assertThat(bench.far.lineView(1).state()).isEqualTo(LineView.State.IDLE);
        assertThat(line.state()).isEqualTo(OutsideLine.State.IDLE);
        assertThat(line.free()).isFalse();
        bench.run(2000);
        assertThat(line.free()).isTrue();
    }

    @Test
    void aCallerWhoRingsOnceAndGoesIsNotLost() throws SimulatorFault {
        bench.far.ring(1, new RingOrder("+380501112233", null, RingScheme.NONE, Duration.ofMillis(1000)));
        Bench.Call call = bench.arrives(500);
        CallEvent.Gone gone = call.awaits(CallEvent.Gone.class, 8000);
        assertThat(gone.cause()).isEqualTo(HangupCause.CANCELLED);
        assertThat(gone.byFarEnd()).isTrue();
        assertThat(line.state()).isEqualTo(OutsideLine.State.IDLE);
    }
}
