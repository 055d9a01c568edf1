package ringdown.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringdown.audio.Level;
import ringdown.call.Arrival;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.RingRequest;
import ringdown.call.Telephone;
import ringdown.number.CallerId;
import ringdown.number.Extension;

class TelephoneTest {
    private final Bench bench = new Bench("UA");
    private final Telephone telephone = bench.edge.telephone("fxs:1").orElseThrow();

    @AfterEach
    void close() {
        bench.close();
    }

    private Bench.Call ring(Bench on, CallerId caller) {
        Telephone one = on.edge.telephone("fxs:1").orElseThrow();
        return on.call(inbox -> one.ring(new RingRequest(caller, "c1", false, null), inbox));
    }

    @Test
    void aRingingTelephoneShowsTheCallerAndIsAnsweredByLifting() throws SimulatorFault {
        assertThat(telephone.extension()).isEqualTo(new Extension("201"));
        Bench.Call call = ring(bench, CallerId.of("+380501112233", "ТОВ «Лілія»"));
        call.awaits(CallEvent.Ringing.class, 50);
        bench.run(100);
        assertThat(telephone.state()).isEqualTo(Telephone.State.RINGING);
        assertThat(bench.far.telephoneView(1).ringing()).isTrue();
        bench.run(4000);
        TelephoneView view = bench.far.telephoneView(1);
        assertThat(view.ringing()).isTrue();
        assertThat(view.callerNumber()).isEqualTo("0501112233");
        assertThat(view.callerName()).isEqualTo("TOV \"Liliia\"");
        bench.far.offHook(1);
        call.awaits(CallEvent.Answered.class, 100);
        bench.run(200);
        assertThat(telephone.state()).isEqualTo(Telephone.State.BUSY);
        short[] down = Sounds.speech(2, 1);
        short[] up = Sounds.speech(2, 2);
        call.mouth.say(down);
        bench.run(2200);
        bench.far.sayInto(1, up);
        bench.run(2200);
        assertThat(Sounds.contains(bench.far.earpiece(1), down)).isGreaterThan(0.99);
        assertThat(Sounds.contains(call.heard.heard(), up)).isGreaterThan(0.99);
        bench.far.onHook(1);
        CallEvent.Gone gone = call.awaits(CallEvent.Gone.class, 1000);
        assertThat(gone.byFarEnd()).isTrue();
        assertThat(gone.cause()).isEqualTo(HangupCause.NORMAL);
        bench.run(50);
        assertThat(telephone.state()).isEqualTo(Telephone.State.FREE);
    }

    /** Who lifts to dial in the moment in which somebody calls them hears that caller, not a dial tone; later they are busy. */
    @ParameterizedTest
    @CsvSource({"5, true", "15, true", "60, true", "400, true", "1500, false"})
    void whoeverLiftsInTheMomentOfACallHasTheCaller(int millisBefore, boolean connected) throws SimulatorFault {
        bench.far.offHook(1);
        bench.run(millisBefore);
        Bench.Call call = ring(bench, CallerId.of("+380501112233", null));
        if (connected) {
            call.awaits(CallEvent.Answered.class, 200);
        } else {
            assertThat(call.awaits(CallEvent.Gone.class, 200).cause()).isEqualTo(HangupCause.BUSY);
        }
    }

    @Test
    void whoeverLiftsForARingThatHasJustGoneHasTheNextCaller() throws SimulatorFault {
        Bench.Call gone = ring(bench, CallerId.UNKNOWN);
        bench.run(500);
        bench.far.offHook(1);
        gone.awaits(CallEvent.Answered.class, 100);
        gone.leg.hangUp(HangupCause.CANCELLED);
        ring(bench, CallerId.of("+380501112233", null)).awaits(CallEvent.Answered.class, 200);
    }

    @ParameterizedTest
    @CsvSource({"US, 2125551234", "GB, 02079460000", "NL, 0201234567", "DE, 030123456", "JP, 0312345678"})
    void theDisplayReadsTheCountrysScheme(String country, String number) throws SimulatorFault {
        try (Bench there = new Bench(country)) {
            ring(there, CallerId.of(number, null));
            there.run(6500);
            assertThat(there.far.telephoneView(1).callerNumber()).isEqualTo(number);
            assertThat(there.far.telephoneView(1).ringing()).isTrue();
        }
    }

    @Test
    void whoGivesUpStopsTheRinging() throws SimulatorFault {
        Bench.Call call = ring(bench, CallerId.UNKNOWN);
        bench.run(1500);
        call.leg.hangUp(HangupCause.ANSWERED_ELSEWHERE);
        assertThat(call.awaits(CallEvent.Gone.class, 50).byFarEnd()).isFalse();
        bench.run(5500);
        assertThat(bench.far.telephoneView(1).ringing()).isFalse();
        assertThat(telephone.state()).isEqualTo(Telephone.State.FREE);
    }

    @Test
    void aNumberIsDialledByKeysAfterDialTone() throws SimulatorFault {
        bench.far.offHook(1);
        bench.run(1000);
        short[] tone = bench.far.earpiece(1);
        assertThat(Level.dbm0(tone, tone.length - 4000, 4000)).isBetween(-14.0, -10.0);
        bench.far.pressKeys(1, "202");
        Bench.Call call = bench.arrives(1500);
        assertThat(call.arrival).isEqualTo(new Arrival.FromPhone(new Extension("201"), "fxs:1", "202"));
        call.leg.ringing();
        bench.run(1500);
        short[] ringback = bench.far.earpiece(1);
        assertThat(Level.dbm0(ringback, ringback.length - 11_000, 6000)).isGreaterThan(-16);
        call.leg.answer();
        bench.runUntil("answered", 50, call.leg::answered);
        short[] words = Sounds.speech(2, 3);
        call.mouth.say(words);
        bench.run(2300);
        assertThat(Sounds.contains(bench.far.earpiece(1), words)).isGreaterThan(0.99);
        bench.far.pressKeys(1, "5#");
        bench.run(1000);
        assertThat(call.digits()).isEqualTo("5#");
    }

    @Test
    void aNumberIsDialledByPulses() throws SimulatorFault {
        bench.far.offHook(1);
        bench.run(500);
        bench.far.pulse(1, "202");
        Bench.Call call = bench.arrives(8000);
        assertThat(call.arrival).isEqualTo(new Arrival.FromPhone(new Extension("201"), "fxs:1", "202"));
    }

    @Test
    void aNumberOutsideGoesWhenItIsWholeAndAnEmergencyNumberAtOnce() throws SimulatorFault {
        bench.far.offHook(1);
        bench.run(300);
        bench.far.pressKeys(1, "0501112233");
        assertThat(bench.arrives(7000).arrival)
                .isEqualTo(new Arrival.FromPhone(new Extension("201"), "fxs:1", "0501112233"));
        bench.far.offHook(2);
        bench.run(300);
        bench.far.pressKeys(2, "102");
        assertThat(bench.arrives(800).arrival).isEqualTo(new Arrival.FromPhone(new Extension("202"), "fxs:2", "102"));
    }

    @Test
    void aTelephoneOfNobodyReachesOnlyEmergencyNumbers() throws SimulatorFault {
        bench.far.offHook(3);
        bench.run(300);
        bench.far.pressKeys(3, "201");
        bench.run(2000);
        assertThat(bench.arrived).isEmpty();
        bench.far.onHook(3);
        bench.run(1000);
        bench.far.offHook(3);
        bench.run(300);
        bench.far.pressKeys(3, "103");
        assertThat(((Arrival.FromPhone) java.util.Objects.requireNonNull(bench.arrives(1000).arrival)).dialled())
                .isEqualTo("103");
    }

    @Test
    void whenTheFarEndHasGoneThereIsBusyToneThenAnOpenLoopThenTheHowlerThenNothing() throws SimulatorFault {
        Bench.Call call = ring(bench, CallerId.UNKNOWN);
        bench.run(300);
        bench.far.offHook(1);
        call.awaits(CallEvent.Answered.class, 100);
        bench.run(300);
        call.leg.hangUp(HangupCause.NORMAL);
        call.awaits(CallEvent.Gone.class, 50);
        bench.run(5000);
        short[] busy = bench.far.earpiece(1);
        assertThat(Level.dbm0(busy, busy.length - 11_200, 11_200)).isBetween(-17.0, -13.0);
        var pair = bench.board.telephonePairs().getFirst();
        bench.runUntil("open loop", 6000, () -> pair.feed() == ringdown.line.FxsCard.Feed.OPEN);
        bench.runUntil("closed again", 700, () -> pair.feed() == ringdown.line.FxsCard.Feed.FORWARD);
        assertThat(bench.far.telephoneView(1).loopOpenMs()).isEqualTo(600);
        assertThat(bench.far.telephoneView(1).reversed()).isFalse();
        bench.run(1000);
        assertThat(telephone.state())
                .as("it is plugged in and off hook: busy, however long")
                .isEqualTo(Telephone.State.BUSY);
        assertThat(ring(bench, CallerId.UNKNOWN)
                        .awaits(CallEvent.Gone.class, 50)
                        .cause())
                .isEqualTo(HangupCause.BUSY);
        bench.run(35_000);
        short[] parked = bench.far.earpiece(1);
        assertThat(Level.dbm0(parked, parked.length - 8000, 8000)).isLessThan(-55);
        bench.far.onHook(1);
        bench.run(1000);
        assertThat(telephone.state()).isEqualTo(Telephone.State.FREE);
    }

    @Test
    void aFlashHoldsTheCallAndAnotherBringsItBack() throws SimulatorFault {
        Bench.Call call = ring(bench, CallerId.UNKNOWN);
        bench.run(300);
        bench.far.offHook(1);
        call.awaits(CallEvent.Answered.class, 100);
        bench.run(1000);
        bench.far.flash(1, 100);
        call.awaits(CallEvent.Held.class, 600);
        bench.far.pressKeys(1, "202");
        Bench.Call other = bench.arrives(1500);
        bench.run(500);
        bench.far.flash(1, 100);
        call.awaits(CallEvent.Resumed.class, 600);
        other.awaits(CallEvent.Gone.class, 100);
        short[] words = Sounds.speech(1, 4);
        call.mouth.say(words);
        bench.run(1300);
        assertThat(Sounds.contains(bench.far.earpiece(1), words)).isGreaterThan(0.99);
        bench.far.flash(1, 100);
        call.awaits(CallEvent.Held.class, 600);
        bench.far.onHook(1);
        bench.run(1500);
        assertThat(bench.far.telephoneView(1).ringing()).isTrue();
        bench.far.offHook(1);
        call.awaits(CallEvent.Resumed.class, 100);
    }

    @Test
    void theMessageLampIsLitAndDark() throws SimulatorFault {
        telephone.lamp(true, 2);
        bench.run(100);
        assertThat(bench.far.telephoneView(1).messageWaiting()).isTrue();
        telephone.lamp(false, 0);
        bench.run(100);
        assertThat(bench.far.telephoneView(1).messageWaiting()).isFalse();
    }

    @Test
    void aTelephoneAndALineHearEachOtherOverTheBoard() throws SimulatorFault {
        bench.far.ring(1, bench.order("0501112233", null, RingScheme.NONE));
        Bench.Call caller = bench.arrives(500);
        Bench.Call person = ring(bench, CallerId.UNKNOWN);
        bench.run(500);
        bench.far.offHook(1);
        person.awaits(CallEvent.Answered.class, 100);
        caller.leg.answer();
        bench.join(caller, person);
        bench.run(1000);
        short[] down = Sounds.speech(2, 5);
        short[] up = Sounds.speech(2, 6);
        bench.far.say(1, down);
        bench.run(2300);
        bench.far.sayInto(1, up);
        bench.run(2300);
        assertThat(Sounds.contains(bench.far.earpiece(1), down)).isGreaterThan(0.99);
        assertThat(Sounds.contains(bench.far.heard(1), up)).isGreaterThan(0.99);
    }
}
