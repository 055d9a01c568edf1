package ringdown.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.OutsideLine;

class ReleaseTest {
    private static Bench.Call talk(Bench bench) throws SimulatorFault {
        bench.far.ring(1, bench.order("0501112233", null, RingScheme.NONE));
        Bench.Call call = bench.arrives(500);
        call.leg.answer();
        bench.run(2500);
        return call;
    }

    @ParameterizedTest
    @EnumSource(
            value = HangUpSignal.class,
            names = {"BUSY_TONE", "REVERSAL", "LOOP_BREAK"})
    void theFarEndHangsUpAndTheLineIsFreeAgain(HangUpSignal signal) throws SimulatorFault {
        try (Bench bench = new Bench("UA")) {
            Bench.Call call = talk(bench);
            short[] words = Sounds.speech(3, 5);
            bench.far.say(1, words);
            bench.run(3000);
            bench.far.hangUp(1, signal);
            assertThat(bench.far.lineView(1).state()).isEqualTo(LineView.State.RELEASED);
            CallEvent.Gone gone = call.awaits(CallEvent.Gone.class, 5000);
            assertThat(gone.cause()).isEqualTo(HangupCause.NORMAL);
            assertThat(gone.byFarEnd()).isTrue();
            bench.run(500);
            assertThat(bench.far.lineView(1).state()).isEqualTo(LineView.State.IDLE);
            bench.run(2000);
            assertThat(bench.edge.line("fxo:1").orElseThrow().free()).isTrue();
        }
    }

    @Test
    void theEndToneCanBeCutOffTheMessage() throws SimulatorFault {
        try (Bench bench = new Bench("UA")) {
            Bench.Call call = talk(bench);
            bench.far.say(1, Sounds.speech(4, 6));
            bench.run(4000);
            int spoken = call.heard.heard().length;
            bench.far.hangUp(1, HangUpSignal.BUSY_TONE);
            call.awaits(CallEvent.Gone.class, 5000);
            bench.run(300);
            int message = call.heard.heard().length - call.leg.voice().endToneSamples();
            assertThat(message - spoken).isBetween(-400, 1200);
        }
    }

    @ParameterizedTest
    @CsvSource({"US", "GB", "DE", "FR", "IN", "CN", "JP", "BR", "AU"})
    void busyToneOfEveryCountryReleases(String country) throws SimulatorFault {
        try (Bench bench = new Bench(country)) {
            bench.far.exchange(1, ExchangeChange.sound(new LineEcho(10, 8), -50.0));
            Bench.Call call = talk(bench);
            bench.far.hangUp(1, HangUpSignal.BUSY_TONE);
            call.awaits(CallEvent.Gone.class, 7000);
        }
    }

    @Test
    void anExchangeWithABusyToneOfItsOwnReleasesToo() throws SimulatorFault {
        try (Bench bench = new Bench("UA")) {
            bench.far.exchange(1, ExchangeChange.tones(Map.of("busy", "425 210,210,210,210,210,210,630,210")));
            Bench.Call call = talk(bench);
            bench.far.hangUp(1, HangUpSignal.BUSY_TONE);
            call.awaits(CallEvent.Gone.class, 12_000);
        }
    }

    @Test
    void aReversalRightAfterTheAnswerIsNoReleaseWhileTheCallerSpeaks() throws SimulatorFault {
        try (Bench bench = new Bench("UA")) {
            bench.far.ring(1, bench.order("0501112233", null, RingScheme.NONE));
            Bench.Call call = bench.arrives(500);
            call.leg.answer();
            bench.run(300);
            bench.board.exchangePairs().getFirst().battery(ringdown.board.simulated.ExchangePair.Battery.REVERSED);
            bench.far.say(1, Sounds.speech(8, 7));
            bench.run(8000);
            assertThat(call.seen(CallEvent.Gone.class)).isNull();
        }
    }

    @Test
    void aSilentFarEndKeepsTheTalkAndItsSoundIsSilence() throws SimulatorFault {
        try (Bench bench = new Bench("UA")) {
            Bench.Call call = talk(bench);
            bench.far.hangUp(1, HangUpSignal.SILENCE);
            bench.run(12_000);
            assertThat(call.seen(CallEvent.Gone.class)).isNull();
            short[] heard = call.heard.heard();
            assertThat(ringdown.audio.Level.dbm0(heard, heard.length - 80_000, 80_000))
                    .isLessThan(-55);
        }
    }

    @Test
    void twoMinutesOfTalkReleaseNothing() throws SimulatorFault {
        try (Bench bench = new Bench("UA")) {
            Bench.Call call = talk(bench);
            for (int i = 0; i < 12; i++) {
                bench.far.say(1, Sounds.speech(5, i));
                call.mouth.say(Sounds.speech(4, 100 + i));
                bench.run(10_000);
            }
            assertThat(call.seen(CallEvent.Gone.class)).isNull();
            assertThat(call.digits()).isEmpty();
        }
    }

    @Test
    void aCutLineEndsTheCallAndRaisesAnAlarmUntilItIsMended() throws SimulatorFault {
        try (Bench bench = new Bench("UA")) {
            OutsideLine line = bench.edge.line("fxo:1").orElseThrow();
            Bench.Call call = talk(bench);
            bench.far.exchange(1, ExchangeChange.cut(true));
            assertThat(bench.far.lineView(1).state()).isEqualTo(LineView.State.CUT);
            call.awaits(CallEvent.Gone.class, 2000);
            assertThat(bench.noted).contains("the far end has gone: no current");
            bench.run(200);
            assertThat(line.state()).isEqualTo(OutsideLine.State.DEAD);
            assertThat(line.free()).isFalse();
            assertThat(bench.alarms.list(true))
                    .singleElement()
                    .matches(alarm -> alarm.what().equals("lineDead"));
            bench.far.exchange(1, ExchangeChange.cut(false));
            bench.run(200);
            assertThat(line.state()).isEqualTo(OutsideLine.State.IDLE);
            assertThat(bench.alarms.list(true)).isEmpty();
        }
    }

    @Test
    void keysOfTheCallerAreHeardOnceAndOurOwnAreNot() throws SimulatorFault {
        try (Bench bench = new Bench("UA")) {
            bench.far.exchange(1, ExchangeChange.sound(new LineEcho(8, 12), null));
            Bench.Call call = talk(bench);
            bench.far.press(1, "1234567890*#", 60, 60);
            bench.run(2500);
            assertThat(call.digits()).isEqualTo("1234567890*#");
            "55".chars().forEach(key -> call.leg.sendDigit((char) key));
            bench.run(1500);
            assertThat(call.digits()).isEqualTo("1234567890*#");
        }
    }

    @Test
    void ringingAtAnyPauseOfTheCountryIsNotOverBetweenTwoRings() throws SimulatorFault {
        for (String country : new String[] {"UA", "US", "GB", "JP", "FR"}) {
            try (Bench bench = new Bench(country)) {
                bench.far.ring(1, bench.order(null, null, RingScheme.NONE));
                Bench.Call call = bench.arrives(700);
                bench.run(25_000);
                assertThat(call.seen(CallEvent.Gone.class)).as(country).isNull();
                bench.far.hangUp(1, HangUpSignal.BUSY_TONE);
                assertThat(call.awaits(CallEvent.Gone.class, 9000).cause()).isEqualTo(HangupCause.CANCELLED);
                bench.run(9000);
                assertThat(bench.arrived).hasSize(1);
            }
        }
    }

    @Test
    void whoeverHangsUpUnderAGreetingOverABadHybridIsNoticed() throws SimulatorFault {
        try (Bench bench = new Bench("UA")) {
            bench.far.exchange(1, ExchangeChange.sound(new LineEcho(10, 8), -55.0));
            Bench.Call call = talk(bench);
            call.mouth.say(Sounds.speech(12, 11));
            bench.run(1000);
            bench.far.hangUp(1, HangUpSignal.BUSY_TONE);
            call.awaits(CallEvent.Gone.class, 6000);
        }
    }

    @Test
    void whoAnswersACallerWhoHasJustLeftFindsDialTone() throws SimulatorFault {
        try (Bench bench = new Bench("UA")) {
            bench.far.ring(1, bench.order(null, null, RingScheme.NONE));
            Bench.Call call = bench.arrives(500);
            bench.far.hangUp(1, HangUpSignal.BUSY_TONE);
            call.leg.answer();
            assertThat(call.awaits(CallEvent.Gone.class, 3000).cause()).isEqualTo(HangupCause.CANCELLED);
            bench.run(500);
            assertThat(bench.far.lineView(1).state()).isEqualTo(LineView.State.IDLE);
        }
    }

    @Test
    void keysAreReadUnderAGreeting() throws SimulatorFault {
        try (Bench bench = new Bench("UA")) {
            bench.far.exchange(1, ExchangeChange.sound(new LineEcho(10, 8), null));
            Bench.Call call = talk(bench);
            call.mouth.say(Sounds.speech(6, 12));
            bench.far.press(1, "2580", 100, 100);
            bench.run(1500);
            assertThat(call.digits()).isEqualTo("2580");
        }
    }

    @Test
    void ourOwnVoiceDoesNotComeBackAsTheCallers() throws SimulatorFault {
        try (Bench bench = new Bench("UA")) {
            bench.far.exchange(1, ExchangeChange.sound(new LineEcho(10, 8), -60.0));
            Bench.Call call = talk(bench);
            call.mouth.say(Sounds.speech(12, 13));
            bench.run(10_000);
            int far = call.heard.heard().length;
            bench.run(2000);
            short[] heard = call.heard.heard();
            assertThat(ringdown.audio.Level.dbm0(heard, far, heard.length - far))
                    .isLessThan(-48);
            short[] caller = Sounds.speech(3, 14);
            call.mouth.say(Sounds.speech(4, 15));
            bench.far.say(1, caller);
            bench.run(3500);
            assertThat(Sounds.contains(call.heard.heard(), caller)).isGreaterThan(0.97);
        }
    }

    @Test
    void busyToneIsHeardThoughTheTelephoneThatHearsItSendsItBack() throws SimulatorFault {
        try (Bench bench = new Bench("UA")) {
            Bench.Call call = talk(bench);
            Bench.Call person = bench.call(inbox -> bench.edge
                    .telephone("fxs:1")
                    .orElseThrow()
                    .ring(
                            new ringdown.call.RingRequest(ringdown.number.CallerId.UNKNOWN, "bench", false, null),
                            inbox));
            bench.run(600);
            bench.far.offHook(1);
            person.awaits(CallEvent.Answered.class, 200);
            bench.join(call, person);
            bench.far.say(1, Sounds.speech(4, 3));
            bench.run(10_000);
            bench.far.hangUp(1, HangUpSignal.BUSY_TONE);
            call.awaits(CallEvent.Gone.class, 6000);
        }
    }
}
