package ringdown.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringdown.audio.callerid.CallerIdMessage;
import ringdown.audio.callerid.CallerIdScheme;
import ringdown.audio.callerid.CallerIdSender;
import ringdown.call.Arrival;
import ringdown.call.CallEvent;
import ringdown.number.CallerId;

class CallerIdOnTheLineTest {
    @ParameterizedTest
    @CsvSource({
        "UA, COUNTRY",
        "UA, BELLCORE",
        "UA, ETSI",
        "UA, ETSI_BEFORE_RING",
        "UA, ETSI_RING_PULSE",
        "UA, ETSI_REVERSAL",
        "UA, BT",
        "UA, DTMF",
        "US, COUNTRY",
        "US, ETSI",
        "US, DTMF",
        "GB, COUNTRY",
        "GB, BELLCORE",
        "NL, COUNTRY",
        "JP, ETSI",
        "JP, NTT"
    })
    void everyFormIsRecognisedInEveryCountry(String country, RingScheme scheme) throws SimulatorFault {
        try (Bench bench = new Bench(country)) {
            bench.far.exchange(1, ExchangeChange.sound(new LineEcho(8, 4), -50.0));
            boolean nameless = scheme == RingScheme.DTMF || scheme == RingScheme.NTT;
            bench.far.ring(1, bench.order("0501112233", nameless ? null : "Lilia", scheme));
            CallerId caller = identity(bench.arrives(4000));
            assertThat(caller.digits()).isEqualTo("0501112233");
            assertThat(caller.name()).isEqualTo(country.equals("NL") || nameless ? null : "Lilia");
        }
    }

    /** The number display of NTT: the exchange rings shortly, the box lifts for the number and lays down, and the call rings unanswered. */
    @Test
    void aLineInJapanIsLiftedForTheNumberAndTheCallRingsOnUntilSomebodyAnswers() throws SimulatorFault {
        try (Bench bench = new Bench("JP")) {
            bench.far.ring(1, bench.order("0312345678", null, RingScheme.NTT));
            Bench.Call call = bench.arrives(1500);
            assertThat(call.awaits(CallEvent.Identified.class, 4000).caller().digits())
                    .isEqualTo("0312345678");
            assertThat(bench.far.lineView(1).state()).isEqualTo(LineView.State.RINGING);
            assertThat(bench.far.lineView(1).answered()).isFalse();
            bench.run(7000);
            assertThat(bench.arrived).as("one caller").hasSize(1);
            assertThat(call.seen(CallEvent.Gone.class)).isNull();
            call.leg.answer();
            bench.run(4000);
            assertThat(bench.far.lineView(1).state()).isEqualTo(LineView.State.TALKING);
            assertThat(call.leg.answered()).isTrue();
        }
    }

    /** He hangs up between the number and the ring. */
    @Test
    void aCallerInJapanWhoLeavesBehindTheNumberHasCalled() throws SimulatorFault {
        try (Bench bench = new Bench("JP")) {
            bench.far.ring(1, bench.order("0312345678", null, RingScheme.NTT));
            Bench.Call call = bench.arrives(1500);
            call.awaits(CallEvent.Identified.class, 4000);
            bench.far.hangUp(1, HangUpSignal.SILENCE);
            assertThat(call.awaits(CallEvent.Gone.class, 9000).byFarEnd()).isTrue();
            bench.run(3000);
            assertThat(bench.arrived).hasSize(1);
            assertThat(bench.far.lineView(1).state()).isEqualTo(LineView.State.IDLE);
        }
    }

    private static CallerId identity(Bench.Call call) {
        Arrival.FromOutside from = (Arrival.FromOutside) java.util.Objects.requireNonNull(call.arrival);
        return from.identityComplete()
                ? from.caller()
                : call.awaits(CallEvent.Identified.class, 7000).caller();
    }

    @ParameterizedTest
    @CsvSource({"NONE, UNKNOWN", "AON, UNKNOWN", "ETSI, HIDDEN", "DTMF, HIDDEN"})
    void aCallerWithoutNumberIsToldOnceAndInTime(RingScheme scheme, CallerId.Presentation presentation)
            throws SimulatorFault {
        try (Bench bench = new Bench("UA")) {
            bench.far.ring(1, bench.order(scheme == RingScheme.AON ? "0501112233" : null, null, scheme));
            Bench.Call call = bench.arrives(4000);
            CallerId caller = identity(call);
            assertThat(caller.presentation()).isEqualTo(presentation);
            assertThat(caller.digits()).isNull();
            bench.run(8000);
            assertThat(call.seen(CallEvent.Identified.class)).isNull();
        }
    }

    @Test
    void aSoundOfAnotherMakerIsSentBetweenTheRings() throws SimulatorFault {
        try (Bench bench = new Bench("UA")) {
            var sound = CallerIdSender.signal(CallerIdScheme.BELLCORE, CallerIdMessage.of("0671110101", "Mila"));
            bench.far.callerIdSound(1, sound.samples());
            bench.far.ring(1, bench.order(null, null, RingScheme.WAV));
            assertThat(identity(bench.arrives(500))).isEqualTo(CallerId.of("0671110101", "Mila"));
        }
    }

    @Test
    void theLineIsNotTakenWhileTheNumberIsComingIn() throws SimulatorFault {
        try (Bench bench = new Bench("UA")) {
            bench.far.ring(1, bench.order("0501112233", "A name of some length", RingScheme.ETSI));
            Bench.Call call = bench.arrives(500);
            bench.run(1900);
            call.leg.answer();
            assertThat(call.awaits(CallEvent.Identified.class, 2000).caller().digits())
                    .isEqualTo("0501112233");
            bench.runUntil("answered", 1200, call.leg::answered);
        }
    }

    @Test
    void aLineThatMustBeAskedIsAskedAndTheAreaCodeCompletesTheNumber() throws SimulatorFault {
        try (Bench bench = new Bench("UA")) {
            bench.asksWho("44");
            bench.run(100);
            bench.far.exchange(1, ExchangeChange.sound(new LineEcho(8, 4), -50.0));
            bench.far.ring(1, bench.order("+380441234567", null, RingScheme.AON));
            Bench.Call call = bench.arrives(4000);
            assertThat(identity(call)).isEqualTo(CallerId.of("+380441234567", null));
            assertThat(call.leg.answered()).isFalse();
            bench.run(700);
            short[] heard = bench.far.heard(1);
            assertThat(ringdown.audio.Level.dbm0(heard, heard.length - 4000, 4000))
                    .as("ring back until somebody answers")
                    .isGreaterThan(-25);
            call.leg.answer();
            bench.runUntil("answered", 500, call.leg::answered);
            bench.run(200);
            heard = bench.far.heard(1);
            assertThat(ringdown.audio.Level.dbm0(heard, heard.length - 800, 800))
                    .isLessThan(-40);
        }
    }

    @Test
    void anExchangeThatDoesNotAnswerLeavesTheCallerUnknownAfterThreeRequests() throws SimulatorFault {
        try (Bench bench = new Bench("UA")) {
            bench.asksWho("44");
            bench.run(100);
            bench.far.ring(1, bench.order("0501112233", null, RingScheme.NONE));
            Bench.Call call = bench.arrives(4000);
            assertThat(identity(call)).isEqualTo(CallerId.UNKNOWN);
            bench.far.hangUp(1, HangUpSignal.BUSY_TONE);
            call.awaits(CallEvent.Gone.class, 5000);
        }
    }

    @Test
    void theSovietExchangeAnswersOnlyTheRequest() throws SimulatorFault {
        try (Bench bench = new Bench("UA")) {
            bench.far.ring(1, bench.order("+380441234567", null, RingScheme.AON));
            Bench.Call call = bench.arrives(500);
            call.leg.answer();
            bench.run(1500);
            short[] before = call.heard.heard();
            assertThat(ringdown.audio.Level.dbm0(before, before.length - 4000, 4000))
                    .isLessThan(-50);
            short[] request = new short[8000];
            ringdown.audio.callerid.AonSender.request().read(request, 0, 800);
            call.mouth.say(request);
            var heard = new java.util.ArrayList<String>();
            var decoder = new ringdown.audio.callerid.AonDecoder(what -> {
                if (what instanceof ringdown.audio.callerid.CallerIdHeard.Received received) {
                    heard.add(received.message().numberIfAny().orElse("-"));
                }
            });
            bench.run(3000);
            short[] sound = call.heard.heard();
            decoder.process(sound, before.length, sound.length - before.length);
            assertThat(heard).containsExactly("1234567");
        }
    }
}
