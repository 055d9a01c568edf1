package ringdown.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import ringdown.board.simulated.ExchangePair;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.OutsideLine;
import ringdown.number.CallerId;
import ringdown.office.Line;

class OutgoingCallTest {
    private static Bench.Call dial(Bench bench, String number) {
        OutsideLine line = bench.edge.line("fxo:1").orElseThrow();
        return bench.call(inbox -> line.dial(number, null, inbox));
    }

    @Test
    void aNumberIsDialledAfterDialToneAndTheAnswerIsHeard() throws SimulatorFault {
        try (Bench bench = new Bench("UA")) {
            bench.far.exchange(1, ExchangeChange.answers(7000));
            Bench.Call call = dial(bench, "+380501112233");
            bench.run(50);
            assertThat(bench.edge.line("fxo:1").orElseThrow().state()).isEqualTo(OutsideLine.State.DIALLING);
            call.awaits(CallEvent.EarlySound.class, 6000);
            call.awaits(CallEvent.Ringing.class, 6000);
            assertThat(bench.far.lineView(1).dialled()).isEqualTo("0501112233");
            bench.runUntil("answer", 9000, () -> talking(bench));
            assertThat(call.seen(CallEvent.Answered.class)).isNull();
            short[] hello = Sounds.speech(2, 3);
            bench.far.say(1, hello);
            call.awaits(CallEvent.Answered.class, 1000);
            assertThat(call.leg.answered()).isTrue();
            short[] words = Sounds.speech(2, 4);
            call.mouth.say(words);
            bench.run(2500);
            assertThat(Sounds.contains(call.heard.heard(), hello)).isGreaterThan(0.98);
            assertThat(Sounds.contains(bench.far.heard(1), words)).isGreaterThan(0.98);
            bench.far.hangUp(1, HangUpSignal.BUSY_TONE);
            assertThat(call.awaits(CallEvent.Gone.class, 4000).byFarEnd()).isTrue();
        }
    }

    private static boolean talking(Bench bench) {
        try {
            return bench.far.lineView(1).state() == LineView.State.TALKING;
        } catch (SimulatorFault impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void whoAnswersInSilenceIsFoundByTheEndOfRingBack() throws SimulatorFault {
        try (Bench bench = new Bench("UA")) {
            bench.far.exchange(1, ExchangeChange.answers(7000));
            Bench.Call call = dial(bench, "0501112233");
            call.awaits(CallEvent.Answered.class, 18_000);
        }
    }

    @Test
    void reversalIsAnAnswerWhereTheLineShowsIt() throws SimulatorFault {
        try (Bench bench = new Bench("UA")) {
            bench.far.exchange(1, ExchangeChange.noAnswer(true));
            Bench.Call call = dial(bench, "0501112233");
            call.awaits(CallEvent.Ringing.class, 9000);
            bench.run(6000);
            assertThat(call.seen(CallEvent.Answered.class)).isNull();
            bench.board.exchangePairs().getFirst().battery(ExchangePair.Battery.REVERSED);
            call.awaits(CallEvent.Answered.class, 200);
        }
    }

    @Test
    void nobodyAnswersAndRingBackGoesOnUntilWeHangUp() throws SimulatorFault {
        try (Bench bench = new Bench("US")) {
            bench.far.exchange(1, ExchangeChange.noAnswer(true));
            Bench.Call call = dial(bench, "+12125551234");
            call.awaits(CallEvent.Ringing.class, 12_000);
            bench.run(30_000);
            assertThat(call.seen(CallEvent.Answered.class)).isNull();
            call.leg.hangUp(HangupCause.NO_ANSWER);
            call.awaits(CallEvent.Gone.class, 100);
        }
    }

    @Test
    void busyIsToldAsBusy() throws SimulatorFault {
        try (Bench bench = new Bench("UA")) {
            bench.far.exchange(1, ExchangeChange.busy(true));
            Bench.Call call = dial(bench, "0501112233");
            assertThat(call.awaits(CallEvent.Gone.class, 12_000).cause()).isEqualTo(HangupCause.BUSY);
            bench.run(500);
            assertThat(bench.far.lineView(1).state()).isEqualTo(LineView.State.IDLE);
        }
    }

    @Test
    void announcedTroubleIsNoSuchNumber() throws SimulatorFault {
        try (Bench bench = new Bench("UA")) {
            bench.far.exchange(1, ExchangeChange.tones(Map.of("ringback", "950 330/1400 330/1800 330,1000")));
            bench.far.exchange(1, ExchangeChange.noAnswer(true));
            Bench.Call call = dial(bench, "0501112233");
            assertThat(call.awaits(CallEvent.Gone.class, 12_000).cause()).isEqualTo(HangupCause.NO_SUCH_NUMBER);
        }
    }

    @Test
    void withoutDialToneNotADigitGoesOut() throws SimulatorFault {
        try (Bench bench = new Bench("UA")) {
            bench.far.exchange(1, ExchangeChange.tones(Map.of("dial", "3000 1,10000")));
            Bench.Call call = dial(bench, "0501112233");
            assertThat(call.awaits(CallEvent.Gone.class, 6000).cause()).isEqualTo(HangupCause.CONGESTION);
            assertThat(bench.far.lineView(1).dialled()).isNull();
            assertThat(bench.arrived).isEmpty();
        }
    }

    @Test
    void aDialTurnsWhereTheExchangeHasNoEarForTones() throws SimulatorFault {
        try (Bench bench = new Bench("UA", new Line.DialMode(true, null, null, null))) {
            Bench.Call call = dial(bench, "0501112233");
            call.awaits(CallEvent.EarlySound.class, 30_000);
            bench.run(400);
            assertThat(bench.far.lineView(1).dialled()).isEqualTo("0501112233");
        }
    }

    @Test
    void aCallerWhoIsOnTheSeizedLineGetsHisCall() throws SimulatorFault {
        try (Bench bench = new Bench("UA")) {
            bench.far.ring(1, bench.order("0501112233", null, RingScheme.ETSI_BEFORE_RING));
            Bench.Call call = dial(bench, "0671110101");
            bench.run(100);
            assertThat(bench.far.lineView(1).state()).isEqualTo(LineView.State.TALKING);
            bench.far.say(1, Sounds.speech(4, 8));
            Bench.Call caller = bench.arrives(4000);
            assertThat(call.awaits(CallEvent.Gone.class, 100).cause()).isEqualTo(HangupCause.CONGESTION);
            assertThat(((ringdown.call.Arrival.FromOutside) java.util.Objects.requireNonNull(caller.arrival)).caller())
                    .isEqualTo(CallerId.UNKNOWN);
            assertThat(caller.leg.answered()).isTrue();
            short[] words = Sounds.speech(2, 9);
            caller.mouth.say(words);
            bench.run(2300);
            assertThat(Sounds.contains(bench.far.heard(1), words)).isGreaterThan(0.95);
            assertThat(bench.far.lineView(1).dialled()).isNull();
        }
    }

    @Test
    void aLineThatIsCutOrUsedByAParallelTelephoneIsNotTaken() throws SimulatorFault {
        try (Bench bench = new Bench("UA")) {
            bench.run(1500);
            OutsideLine line = bench.edge.line("fxo:1").orElseThrow();
            bench.far.exchange(1, ExchangeChange.parallelPhone(true));
            bench.run(500);
            assertThat(line.state()).isEqualTo(OutsideLine.State.IN_USE);
            assertThat(dial(bench, "0501112233")
                            .awaits(CallEvent.Gone.class, 50)
                            .cause())
                    .isEqualTo(HangupCause.CONGESTION);
            bench.far.exchange(1, ExchangeChange.parallelPhone(false));
            bench.far.exchange(1, ExchangeChange.cut(true));
            bench.run(500);
            assertThat(dial(bench, "0501112233")
                            .awaits(CallEvent.Gone.class, 50)
                            .cause())
                    .isEqualTo(HangupCause.UNREACHABLE);
            assertThat(bench.board.exchangePairs().getFirst().boxOffHook()).isFalse();
        }
    }

    @Test
    void ringingIsRefusedWhileTheLineIsNotIdle() throws SimulatorFault {
        try (Bench bench = new Bench("UA")) {
            bench.far.ring(1, bench.order(null, null, RingScheme.NONE));
            assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                    SimulatorFault.class,
                                    () -> bench.far.ring(1, bench.order(null, null, RingScheme.NONE)))
                            .kind())
                    .isEqualTo(SimulatorFault.Kind.CONFLICT);
            assertThat(dial(bench, "0501112233")
                            .awaits(CallEvent.Gone.class, 50)
                            .cause())
                    .isEqualTo(HangupCause.CONGESTION);
        }
    }
}
