package ringdown.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringdown.audio.Level;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.RingRequest;
import ringdown.call.Telephone;
import ringdown.number.CallerId;

/** Two calls on one analog telephone: told by a tone, taken and changed by flash, joined by 3, ended by 1, put through by laying down. */
class SecondCallTest {
    private final Bench bench = new Bench("UA");
    private final Telephone telephone = bench.edge.telephone("fxs:1").orElseThrow();
    private Bench.Call first;

    @BeforeEach
    void talks() throws SimulatorFault {
        first = bench.call(inbox -> telephone.ring(request(), inbox));
        bench.run(300);
        bench.far.offHook(1);
        first.awaits(CallEvent.Answered.class, 100);
        bench.run(300);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static RingRequest request() {
        return new RingRequest(CallerId.of("+380501112233", null), "c1", false, null);
    }

    private Bench.Call knocks() {
        assertThat(telephone.takesSecondCall()).isTrue();
        Bench.Call call = bench.call(inbox -> telephone.ring(request().toSecond(), inbox));
        call.awaits(CallEvent.Ringing.class, 100);
        return call;
    }

    private Bench.Call taken() throws SimulatorFault {
        Bench.Call second = knocks();
        bench.far.flash(1, 100);
        first.awaits(CallEvent.Held.class, 600);
        second.awaits(CallEvent.Answered.class, 100);
        return second;
    }

    private void hears(Bench.Call who, int seed) throws SimulatorFault {
        short[] words = Sounds.speech(1, seed);
        who.mouth.say(words);
        bench.run(1300);
        assertThat(Sounds.contains(bench.far.earpiece(1), words)).isGreaterThan(0.95);
    }

    @Test
    void whoeverTalksIsToldOfASecondCallByATone() throws SimulatorFault {
        int before = bench.far.earpiece(1).length;
        Bench.Call second = knocks();
        bench.run(400);
        short[] all = bench.far.earpiece(1);
        assertThat(Level.dbm0(all, before, all.length - before)).isBetween(-19.0, -11.0);
        bench.run(600); // a telephone that could be told has not asked
        hears(first, 1);
        second.leg.hangUp(HangupCause.CANCELLED);
        assertThat(second.awaits(CallEvent.Gone.class, 50).byFarEnd()).isFalse();
        hears(first, 2);
    }

    @Test
    void aFlashTakesTheSecondCallAndFlashesChangeFromOneToTheOther() throws SimulatorFault {
        Bench.Call second = taken();
        hears(second, 3);
        bench.far.flash(1, 100);
        second.awaits(CallEvent.Held.class, 600);
        first.awaits(CallEvent.Resumed.class, 100);
        hears(first, 4);
        bench.far.flash(1, 100);
        first.awaits(CallEvent.Held.class, 600);
        second.awaits(CallEvent.Resumed.class, 100);
        hears(second, 5);
        second.leg.hangUp(HangupCause.NORMAL);
        bench.run(200);
        bench.far.flash(1, 100);
        first.awaits(CallEvent.Resumed.class, 600);
        hears(first, 6);
    }

    @Test
    void flashAndOneEndsTheOtherCall() throws SimulatorFault {
        Bench.Call second = taken();
        bench.run(300);
        bench.far.pressKeys(1, "1");
        CallEvent.Gone gone = first.awaits(CallEvent.Gone.class, 600);
        assertThat(gone.byFarEnd()).isTrue();
        assertThat(second.digits()).isEmpty();
        hears(second, 7);
    }

    @Test
    void flashAndTwoLeavesTheOtherCallOnHold() throws SimulatorFault {
        Bench.Call second = taken();
        bench.run(300);
        bench.far.pressKeys(1, "2");
        bench.run(2500);
        assertThat(first.seen(CallEvent.Gone.class)).isNull();
        bench.far.pressKeys(1, "2");
        bench.run(600);
        assertThat(second.digits()).as("later it is a key like any other").isEqualTo("2");
    }

    @Test
    void flashAndThreeJoinsAllThree() throws SimulatorFault {
        Bench.Call second = taken();
        bench.run(300);
        bench.far.pressKeys(1, "3");
        first.awaits(CallEvent.Resumed.class, 600);
        bench.run(200); // the key is let go
        short[] one = Sounds.speech(1, 8);
        first.mouth.say(one);
        bench.run(1400);
        assertThat(Sounds.contains(bench.far.earpiece(1), one)).isGreaterThan(0.95);
        assertThat(Sounds.contains(second.heard.heard(), one)).isGreaterThan(0.9);
        short[] own = Sounds.speech(1, 9);
        bench.far.sayInto(1, own);
        bench.run(1400);
        assertThat(Sounds.contains(first.heard.heard(), own)).isGreaterThan(0.9);
        assertThat(Sounds.contains(second.heard.heard(), own)).isGreaterThan(0.9);
        first.leg.hangUp(HangupCause.NORMAL);
        bench.run(100);
        hears(second, 10);
    }

    @Test
    void whoLaysDownInATalkOfThreePutsTheOtherTwoThrough() throws SimulatorFault {
        Bench.Call second = taken();
        bench.run(300);
        bench.far.pressKeys(1, "3");
        first.awaits(CallEvent.Resumed.class, 600);
        bench.far.onHook(1);
        CallEvent.TransferAsked asked = first.awaits(CallEvent.TransferAsked.class, 1200);
        assertThat(asked.other()).isSameAs(second.leg);
    }

    @Test
    void whoLaysDownWhileSomebodyCallsIsRungForThem() throws SimulatorFault {
        Bench.Call second = knocks();
        bench.far.onHook(1);
        first.awaits(CallEvent.Gone.class, 1200);
        bench.runUntil("it rings", 6000, this::rings);
        bench.far.offHook(1);
        second.awaits(CallEvent.Answered.class, 100);
        hears(second, 11);
    }

    private boolean rings() {
        return view().ringing();
    }

    /** The office has ended the talk, the handset was lifted long ago and is not laid down. */
    private void over() {
        bench.run(1200);
        first.leg.hangUp(HangupCause.NORMAL);
        first.awaits(CallEvent.Gone.class, 100);
    }

    /** LINES rule 1: whoever has called for help may still hold the handset, or have dropped it. */
    @Test
    void whoeverHasNotLaidDownAfterTheLastCallIsRungForTheDispatcherAsSoonAsTheyDo() throws SimulatorFault {
        over();
        Bench.Call client = bench.call(inbox -> telephone.ring(request().toSecond(), inbox));
        assertThat(client.awaits(CallEvent.Gone.class, 50).cause()).isEqualTo(HangupCause.BUSY);
        Bench.Call dispatcher = bench.call(inbox -> telephone.ring(request().forHelp(), inbox));
        dispatcher.awaits(CallEvent.Ringing.class, 100);
        Bench.Call another = bench.call(inbox -> telephone.ring(request().forHelp(), inbox));
        assertThat(another.awaits(CallEvent.Gone.class, 50).cause()).isEqualTo(HangupCause.BUSY);
        bench.run(15_000); // past busy tone and the open loop
        bench.far.onHook(1);
        bench.runUntil("it rings", 6000, this::rings);
        bench.far.offHook(1);
        dispatcher.awaits(CallEvent.Answered.class, 100);
        hears(dispatcher, 13);
    }

    @Test
    void aDispatcherWhoGivesUpLeavesTheHandsetThatWasNotLaidDownInPeace() throws SimulatorFault {
        over();
        Bench.Call dispatcher = bench.call(inbox -> telephone.ring(request().forHelp(), inbox));
        dispatcher.awaits(CallEvent.Ringing.class, 100);
        dispatcher.leg.hangUp(HangupCause.CANCELLED);
        dispatcher.awaits(CallEvent.Gone.class, 100);
        bench.far.onHook(1);
        bench.run(3000);
        assertThat(rings()).isFalse();
    }

    @Test
    void whoeverListensToDialToneHasTheDispatcherAtOnceAndAFlashTakesOneOverBusyTone() throws SimulatorFault {
        bench.far.onHook(1);
        first.awaits(CallEvent.Gone.class, 1200);
        bench.far.offHook(1);
        bench.run(2500);
        Bench.Call dispatcher = bench.call(inbox -> telephone.ring(request().forHelp(), inbox));
        dispatcher.awaits(CallEvent.Answered.class, 100);
        dispatcher.leg.hangUp(HangupCause.NORMAL);
        dispatcher.awaits(CallEvent.Gone.class, 100);
        Bench.Call again = bench.call(inbox -> telephone.ring(request().forHelp(), inbox));
        again.awaits(CallEvent.Ringing.class, 100);
        bench.far.flash(1, 100);
        again.awaits(CallEvent.Answered.class, 600);
        hears(again, 14);
    }

    @Test
    void aThirdCallerAndWhoeverMayNotDisturbFindItBusy() {
        Bench.Call stage = bench.call(inbox -> telephone.ring(request(), inbox));
        assertThat(stage.awaits(CallEvent.Gone.class, 50).cause()).isEqualTo(HangupCause.BUSY);
        knocks();
        assertThat(telephone.takesSecondCall()).isFalse();
        Bench.Call third = bench.call(inbox -> telephone.ring(request().toSecond(), inbox));
        assertThat(third.awaits(CallEvent.Gone.class, 50).cause()).isEqualTo(HangupCause.BUSY);
    }

    @Test
    void aTelephoneThatAsksIsToldWhoElseCallsAndTheOtherOneHearsNothingOfIt() throws SimulatorFault {
        bench.far.devices(1, new TelephoneDevices(null, null, null, null, true));
        RingRequest olena = new RingRequest(CallerId.of("+380671230555", "Olena"), "c2", false, null);
        int before = first.heard.heard().length;
        bench.call(inbox -> telephone.ring(olena.toSecond(), inbox)).awaits(CallEvent.Ringing.class, 100);
        bench.runUntil("told", 3000, () -> "0671230555".equals(view().callerNumber()));
        assertThat(view().callerName()).isEqualTo("Olena");
        bench.run(200);
        short[] heard = first.heard.heard();
        double loudest = -99;
        for (int at = before; at + 400 <= heard.length; at += 200) {
            loudest = Math.max(loudest, Level.dbm0(heard, at, 400));
        }
        assertThat(loudest)
                .as("the knock leaks over the hybrid; the key would be loud")
                .isLessThan(-25);
        assertThat(first.digits()).isEmpty();
        hears(first, 12);
    }

    private TelephoneView view() {
        try {
            return bench.far.telephoneView(1);
        } catch (SimulatorFault fault) {
            throw new AssertionError(fault);
        }
    }
}
