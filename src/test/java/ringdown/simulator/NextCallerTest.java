package ringdown.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringdown.call.Arrival;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.number.CallerId;
import ringdown.office.Line;

/** One caller right behind another: each is a call, and one caller is never two. */
class NextCallerTest {
    private static final int FIRST = 1;

    private static void ring(Bench bench, @Nullable String number, RingScheme scheme) throws SimulatorFault {
        bench.far.ring(FIRST, new RingOrder(number, null, scheme, Duration.ofMinutes(5)));
    }

    private static CallerId caller(Bench.Call call) {
        return ((Arrival.FromOutside) Objects.requireNonNull(call.arrival)).caller();
    }

    private static String number(String country) {
        return switch (country) {
            case "US" -> "2125551234";
            case "GB" -> "02079460000";
            case "FR" -> "0142345678";
            case "JP" -> "0312345678";
            case "IN" -> "01123456789";
            case "DE" -> "030123456";
            default -> "0442345678";
        };
    }

    @ParameterizedTest(name = "{0}, {1} ms after the first has hung up")
    @CsvSource({
        "UA, 300",
        "UA, 1500",
        "RU, 800",
        "DE, 1200",
        "FR, 500",
        "US, 900",
        "US, 2000",
        "GB, 900",
        "IN, 900",
        "JP, 100",
        "ES, 700",
        "BR, 900"
    })
    void behindACallerWhoWasRefused(String country, int after) throws SimulatorFault {
        try (Bench bench = new Bench(country)) {
            ring(bench, number(country), RingScheme.COUNTRY);
            Bench.Call refused = bench.arrives(4000);
            if (!((Arrival.FromOutside) Objects.requireNonNull(refused.arrival)).identityComplete()) {
                refused.awaits(CallEvent.Identified.class, 5000);
            }
            bench.run(300);
            refused.leg.hangUp(HangupCause.REFUSED);
            bench.run(100);
            bench.far.hangUp(FIRST, HangUpSignal.BUSY_TONE);
            bench.run(after);
            ring(bench, null, RingScheme.NONE);
            Bench.Call next = bench.arrives(1500);
            assertThat(caller(next)).isEqualTo(CallerId.UNKNOWN);
            bench.run(12_000);
            assertThat(next.seen(CallEvent.Gone.class)).isNull();
            assertThat(bench.arrived).hasSize(2);
        }
    }

    @ParameterizedTest(name = "{0}, {1} ms of ringing, {2} ms of silence")
    @CsvSource({
        "UA, 1500, 600",
        "UA, 5400, 300",
        "UA, 6500, 200",
        "UA, 10000, 4400",
        "FR, 7000, 800",
        "US, 9000, 700",
        "GB, 4700, 300",
        "GB, 1500, 700",
        "JP, 4200, 300",
        "ES, 3000, 500"
    })
    void behindACallerWhoGaveUp(String country, int rang, int silence) throws SimulatorFault {
        try (Bench bench = new Bench(country)) {
            ring(bench, null, RingScheme.NONE);
            Bench.Call first = bench.arrives(500);
            bench.run(rang - 350);
            bench.far.hangUp(FIRST, HangUpSignal.BUSY_TONE);
            bench.run(silence);
            ring(bench, null, RingScheme.NONE);
            Bench.Call next = bench.arrives(1500);
            CallEvent.Gone gone = first.awaits(CallEvent.Gone.class, 10);
            assertThat(gone.cause()).isEqualTo(HangupCause.CANCELLED);
            assertThat(gone.byFarEnd()).isTrue();
            next.leg.answer();
            bench.run(1500);
            assertThat(bench.far.lineView(FIRST).state()).isEqualTo(LineView.State.TALKING);
            assertThat(next.leg.answered()).isTrue();
            assertThat(bench.arrived).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = RingScheme.class,
            names = {"ETSI", "ETSI_BEFORE_RING", "BT", "DTMF", "BELLCORE"})
    void whoHasANumberKeepsItBehindAnotherNumber(RingScheme scheme) throws SimulatorFault {
        try (Bench bench = new Bench("UA")) {
            ring(bench, "0501112233", scheme);
            Bench.Call first = bench.arrives(4000);
            bench.run(3000);
            bench.far.hangUp(FIRST, HangUpSignal.BUSY_TONE);
            bench.run(700);
            ring(bench, "0671110101", scheme);
            Bench.Call next = bench.arrives(5000);
            CallerId known = caller(next);
            if (known.equals(CallerId.UNKNOWN)) {
                known = next.awaits(CallEvent.Identified.class, 5000).caller();
            }
            assertThat(known.digits()).isEqualTo("0671110101");
            first.awaits(CallEvent.Gone.class, 10);
            bench.run(10_000);
            assertThat(bench.arrived).hasSize(2);
        }
    }

    @Test
    void whoIsTurnedAwayBeforeTheFirstRingAndDialsAgainIsANewCall() throws SimulatorFault {
        try (Bench bench = new Bench("UA")) {
            ring(bench, "0501112233", RingScheme.ETSI_BEFORE_RING);
            Bench.Call refused = bench.arrives(4000);
            refused.leg.hangUp(HangupCause.REFUSED);
            bench.run(60);
            bench.far.hangUp(FIRST, HangUpSignal.BUSY_TONE);
            bench.run(150);
            ring(bench, "0501112233", RingScheme.ETSI_BEFORE_RING);
            Bench.Call next = bench.arrives(4000);
            assertThat(caller(next).digits()).isEqualTo("0501112233");
            bench.run(10_000);
            assertThat(bench.arrived).hasSize(2);
        }
    }

    @Test
    void theSameNumberOnceMoreBeforeARingIsANewCall() throws SimulatorFault {
        try (Bench bench = new Bench("UA")) {
            ring(bench, "0501112233", RingScheme.ETSI_BEFORE_RING);
            Bench.Call first = bench.arrives(4000);
            bench.run(2000);
            bench.far.hangUp(FIRST, HangUpSignal.BUSY_TONE);
            bench.run(700);
            ring(bench, "0501112233", RingScheme.ETSI_BEFORE_RING);
            Bench.Call again = bench.arrives(3000);
            first.awaits(CallEvent.Gone.class, 10);
            assertThat(caller(again).digits()).isEqualTo("0501112233");
            bench.run(10_000);
            assertThat(bench.arrived).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UA", "US", "GB", "FR", "JP"})
    void whoRingsOnAndOnIsOneCallWaitingOrRefused(String country) throws SimulatorFault {
        for (RingScheme scheme : new RingScheme[] {RingScheme.COUNTRY, RingScheme.NONE}) {
            try (Bench bench = new Bench(country)) {
                ring(bench, number(country), scheme);
                Bench.Call call = bench.arrives(4000);
                bench.run(25_000);
                assertThat(call.seen(CallEvent.Gone.class)).as(scheme.word()).isNull();
                call.leg.hangUp(HangupCause.REFUSED);
                bench.run(15_000);
                assertThat(bench.arrived).as(scheme.word()).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"US", "GB", "FR"})
    void anExchangeOfAnotherCountryRingsOneCallToo(String exchange) throws SimulatorFault {
        try (Bench bench = new Bench("UA", exchange, Line.DialMode.TONE)) {
            ring(bench, null, RingScheme.NONE);
            bench.arrives(1000);
            bench.run(25_000);
            bench.far.hangUp(FIRST, HangUpSignal.BUSY_TONE);
            bench.run(10_000);
            assertThat(bench.arrived).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"GB, UA", "JP, UA", "UA, JP", "IN, US"})
    void aPauseThatIsNoneOfTheCountrysIsLearntWithTheFirstCall(String country, String exchange) throws SimulatorFault {
        try (Bench bench = new Bench(country, exchange, Line.DialMode.TONE)) {
            ring(bench, null, RingScheme.NONE);
            bench.arrives(1000);
            bench.run(25_000);
            bench.far.hangUp(FIRST, HangUpSignal.BUSY_TONE);
            bench.run(15_000);
            int before = bench.arrived.size();
            ring(bench, null, RingScheme.NONE);
            bench.arrives(1000);
            bench.run(20_000);
            assertThat(bench.arrived).hasSize(before + 1);
        }
    }
}
