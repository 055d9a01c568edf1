package ringdown.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.Lifeline.Place;
import ringdown.call.RingRequest;
import ringdown.call.Telephone;
import ringdown.number.CallerId;
import ringdown.office.Port;
import ringdown.office.PortUse;
import ringdown.simulator.TelephoneView.Side;

/** A telephone that falls onto its city line whenever the box is not well (LINES rule 17). */
class LifelineTest {
    private static final int AT_REST = 10_000;

    private final Bench bench = new Bench("UA");
    private final Telephone telephone = bench.edge.telephone("fxs:1").orElseThrow();

    @BeforeEach
    void aRelayIsFitted() {
        bench.run(1000); // the line's voltage at rest is learnt
        relay(new Port(Port.Kind.FXO, 1));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void relay(Port line) {
        bench.ports(
                3,
                new PortUse(
                        new Port(Port.Kind.FXS, 1),
                        PortUse.Device.TELEPHONE,
                        null,
                        true,
                        false,
                        false,
                        PortUse.Levels.FLAT,
                        line));
    }

    private @Nullable Side side() throws SimulatorFault {
        return bench.far.telephoneView(1).lifeline();
    }

    private Place shown() {
        return bench.edge.line("fxo:1").orElseThrow().lifelines().getFirst().place();
    }

    private void isTakenToTheBox() throws SimulatorFault {
        bench.run(AT_REST + 100);
        assertThat(side()).isEqualTo(Side.BOX);
        assertThat(shown()).isEqualTo(Place.BOX);
    }

    @Test
    void theTelephoneIsTakenFromTheLineOnlyWhenTheLineHasBeenAtRestForTenSeconds() throws SimulatorFault {
        assertThat(side()).isEqualTo(Side.LINE);
        assertThat(shown()).isEqualTo(Place.LINE_IN_USE);
        assertThat(telephone.state())
                .as("the box does not ring what it cannot reach")
                .isEqualTo(Telephone.State.UNREACHABLE);
        Bench.Call call =
                bench.call(inbox -> telephone.ring(new RingRequest(CallerId.UNKNOWN, "c1", false, null), inbox));
        assertThat(call.awaits(CallEvent.Gone.class, 50).cause()).isEqualTo(HangupCause.UNREACHABLE);
        bench.run(AT_REST - 500);
        assertThat(side()).isEqualTo(Side.LINE);
        bench.run(700);
        assertThat(side()).isEqualTo(Side.BOX);
        assertThat(telephone.state()).isEqualTo(Telephone.State.FREE);
    }

    @Test
    void onTheLineItRingsTalksAndDialsAsBeforeTheBoxCameAndNoTalkIsCutByTheRelay() throws SimulatorFault {
        bench.far.ring(1, bench.order("+380501112233", null, RingScheme.NONE));
        bench.runUntil("it rings with the line", 1000, this::rings);
        bench.far.offHook(1);
        short[] words = Sounds.speech(1, 5);
        bench.run(100);
        bench.far.say(1, words);
        bench.run(1300);
        assertThat(Sounds.contains(bench.far.earpiece(1), words)).isGreaterThan(0.95);
        short[] own = Sounds.speech(1, 6);
        bench.far.sayInto(1, own);
        bench.run(AT_REST + 3000);
        assertThat(Sounds.contains(bench.far.heard(1), own)).isGreaterThan(0.95);
        assertThat(side()).as("a talk goes on").isEqualTo(Side.LINE);
        assertThat(bench.far.lineView(1).state()).isEqualTo(LineView.State.TALKING);
        bench.far.onHook(1);
        bench.run(1000);
        bench.far.offHook(1);
        bench.run(500);
        bench.far.pressKeys(1, "102");
        bench.run(1500);
        assertThat(bench.far.lineView(1).dialled()).isEqualTo("102");
        bench.far.onHook(1);
        bench.run(1000);
        isTakenToTheBox();
        bench.far.ring(1, bench.order("+380501112233", null, RingScheme.NONE));
        bench.run(1500);
        assertThat(rings()).as("it hangs on the box now").isFalse();
    }

    @Test
    void aBoxThatHangsLetsTheTelephoneFallOntoTheLine() throws SimulatorFault {
        isTakenToTheBox();
        bench.well = false;
        bench.run(4000);
        assertThat(side()).as("late is not dead").isEqualTo(Side.BOX);
        bench.run(2000);
        assertThat(side()).isEqualTo(Side.LINE);
        assertThat(shown()).isEqualTo(Place.BOX_NOT_WELL);
        bench.well = true;
        isTakenToTheBox();
        bench.board.stall(200);
        assertThat(side()).as("a stall that drops no call").isEqualTo(Side.BOX);
        bench.run(100);
        bench.board.stall(700);
        assertThat(side()).as("nobody feeds the pump").isEqualTo(Side.LINE);
        bench.run(5000);
        assertThat(side()).as("somebody may talk on the line by now").isEqualTo(Side.LINE);
        isTakenToTheBox();
    }

    @Test
    void aBoxThatStopsLetsItFall() throws SimulatorFault {
        isTakenToTheBox();
        bench.edge.close();
        bench.run(600);
        assertThat(side()).isEqualTo(Side.LINE);
    }

    @Test
    void whereNoSuchLineIsTheTelephoneStaysOnTheBoxAndAnAlarmSaysSo() throws SimulatorFault {
        relay(new Port(Port.Kind.FXO, 9));
        bench.run(61_000);
        assertThat(side()).isNull();
        assertThat(telephone.state()).isEqualTo(Telephone.State.FREE);
        assertThat(bench.alarms.list(true)).singleElement().satisfies(alarm -> {
            assertThat(alarm.what()).isEqualTo("onLifeline");
            assertThat(alarm.where()).isEqualTo("fxs:1");
        });
        bench.ports(3);
        assertThat(bench.alarms.list(true)).isEmpty();
    }

    @Test
    void aTalkOnTheBoxIsNotTouchedByWhatHappensOnTheLine() throws SimulatorFault {
        isTakenToTheBox();
        Bench.Call call =
                bench.call(inbox -> telephone.ring(new RingRequest(CallerId.UNKNOWN, "c1", false, null), inbox));
        bench.run(300);
        bench.far.offHook(1);
        call.awaits(CallEvent.Answered.class, 100);
        bench.board.exchangePairs().getFirst().cut(true);
        bench.run(500);
        assertThat(side()).isEqualTo(Side.BOX);
    }

    private boolean rings() {
        try {
            return bench.far.telephoneView(1).ringing();
        } catch (SimulatorFault fault) {
            throw new AssertionError(fault);
        }
    }
}
