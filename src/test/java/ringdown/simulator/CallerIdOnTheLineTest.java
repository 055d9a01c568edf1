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
        "UA, BT",
        "UA, DTMF",
        "US, COUNTRY",
        "US, ETSI",
        "US, DTMF",
        "GB, COUNTRY",
        "GB, BELLCORE",
        "NL, COUNTRY",
        "JP, ETSI"
    })
    void everyFormIsRecognisedInEveryCountry(String country, RingScheme scheme) throws SimulatorFault {
        try (Bench bench = new Bench(country)) {
            bench.far.exchange(1, ExchangeChange.sound(new LineEcho(8, 4), -50.0));
            bench.far.ring(1, bench.order("0501112233", scheme == RingScheme.DTMF ? null : "Lilia", scheme));
            CallerId caller = identity(bench.arrives(4000));
            assertThat(caller.digits()).isEqualTo("0501112233");
            assertThat(caller.name()).isEqualTo(country.equals("NL") || scheme == RingScheme.DTMF ? null : "Lilia");
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
            bench.runUntil("answered", 500, call.leg::answered);
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
