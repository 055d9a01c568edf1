package ringdown.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.OutsideLine;

/** Whoever rings a line in the second in which our own weekly call is to be answered there is a caller like any other (LINES rule 18). */
class TrialStrangerTest {
    private final Bench bench = new Bench("UA");
    private final OutsideLine called = bench.edge.line("fxo:2").orElseThrow();
    private final AtomicBoolean heard = new AtomicBoolean();

    @AfterEach
    void close() {
        bench.close();
    }

    /** We call a number that is not the other line's, and somebody whose number is not told rings that one. */
    private Bench.Call tried() throws SimulatorFault {
        bench.far.exchange(1, ExchangeChange.noAnswer(true));
        Bench.Call ours = calls();
        ours.awaits(CallEvent.EarlySound.class, 12_000);
        rings();
        bench.runUntil("it is answered as ours", 15_000, () -> called.state() == OutsideLine.State.DIALLING);
        return ours;
    }

    private Bench.Call calls() {
        return bench.call(inbox -> bench.edge
                .trial("fxo:1", "fxo:2", "+380441239999", inbox, () -> {}, loss -> heard.set(true))
                .orElseThrow());
    }

    private void rings() throws SimulatorFault {
        bench.far.ring(2, bench.order(null, null, RingScheme.NONE));
    }

    @Test
    void aCallerWhoSaysNothingIsOfferedWhenOurOwnCallIsLongOver() throws SimulatorFault {
        Bench.Call ours = tried();
        bench.run(25_000);
        assertThat(bench.arrived).as("it may still be ours").isEmpty();
        ours.leg.hangUp(HangupCause.NORMAL);
        Bench.Call caller = bench.arrives(13_000);
        assertThat(caller.leg.via()).isEqualTo("fxo:2");
        assertThat(caller.seen(CallEvent.Gone.class)).isNull();
        caller.mouth.say(Sounds.speech(2, 11));
        bench.run(2000);
        bench.far.hangUp(2, HangUpSignal.BUSY_TONE);
        caller.awaits(CallEvent.Gone.class, 8000);
        assertThat(heard).isFalse();
    }

    @Test
    void aCallerWhoSaysNothingIsOfferedAfterFortySecondsWhateverBecomesOfOurCall() throws SimulatorFault {
        tried();
        bench.run(35_000);
        assertThat(bench.arrived).isEmpty();
        assertThat(bench.arrives(6000).leg.via()).isEqualTo("fxo:2");
    }

    @Test
    void aCallerWhoLeavesWhileOurOwnCallStillRingsElsewhereIsWrittenDown() throws SimulatorFault {
        tried();
        bench.run(4000);
        bench.far.hangUp(2, HangUpSignal.BUSY_TONE);
        Bench.Call caller = bench.arrives(5000);
        caller.awaits(CallEvent.Gone.class, 8000);
    }

    @Test
    void aCallerWhoRingsWhileOurOwnCallFindsTheLineBusyIsOfferedWhileTheyRing() throws SimulatorFault {
        bench.far.exchange(1, ExchangeChange.busy(true));
        Bench.Call ours = calls();
        ours.awaits(CallEvent.Gone.class, 20_000);
        rings();
        Bench.Call caller = bench.arrives(8000);
        assertThat(called.state()).isEqualTo(OutsideLine.State.RINGING);
        assertThat(caller.leg.answered()).isFalse();
    }

    @Test
    void aCallerWhoRingsBeforeOurOwnDigitsAreOutIsOfferedAndOurCallGivesWay() throws SimulatorFault {
        Bench.Call ours = calls();
        bench.run(500);
        ringsOnce();
        Bench.Call caller = bench.arrives(1500);
        assertThat(ours.seen(CallEvent.EarlySound.class)).isNull();
        ours.awaits(CallEvent.Gone.class, 500);
        caller.awaits(CallEvent.Gone.class, 8000);
        bench.run(10_000);
        assertThat(bench.arrived).as("and not our own call").hasSize(1);
    }

    @Test
    void aCallerWhoRingsOnceBeforeOurOwnCallComesIsWrittenDown() throws SimulatorFault {
        bench.far.exchange(1, ExchangeChange.noAnswer(true));
        Bench.Call ours = calls();
        ours.awaits(CallEvent.EarlySound.class, 12_000);
        ringsOnce();
        Bench.Call caller = bench.arrives(9000);
        assertThat(caller.leg.via()).isEqualTo("fxo:2");
        caller.awaits(CallEvent.Gone.class, 500);
        assertThat(ours.seen(CallEvent.Gone.class)).as("it goes on").isNull();
    }

    private void ringsOnce() throws SimulatorFault {
        bench.far.ring(2, new RingOrder(null, null, RingScheme.NONE, java.time.Duration.ofSeconds(1)));
    }

    @Test
    void aCallThatEndsOnceWeHaveLaidDownWasOursAndIsNobodysCall() throws SimulatorFault {
        Bench.Call ours = tried();
        bench.run(6000);
        ours.leg.hangUp(HangupCause.NORMAL);
        bench.run(500);
        bench.far.hangUp(2, HangUpSignal.BUSY_TONE);
        bench.runUntil("the line is free", 12_000, () -> called.state() == OutsideLine.State.IDLE);
        bench.run(10_000);
        assertThat(bench.arrived).isEmpty();
    }
}
