package ringdown.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberingPlanTest {

    @ParameterizedTest(name = "{1} in {0} is {2}")
    @CsvSource({
        "UA, 0501112233, +380501112233",
        "UA, 050 111-22-33, +380501112233",
        "UA, (050) 111 22 33, +380501112233",
        "UA, 380501112233, +380501112233",
        "UA, +380 50 111 22 33, +380501112233",
        "UA, 00380501112233, +380501112233",
        "UA, 501112233, +380501112233",
        "UA, 80501112233, +380501112233",
        "UA, 8 (044) 123-00-01, +380441230001",
        "UA, 0441230001, +380441230001",
        "UA, +49 30 123456, +4930123456",
        "RU, 8 (495) 123-45-67, +74951234567",
        "RU, 810380501112233, +380501112233",
        "RU, 9161234567, +79161234567",
        "DE, 030 123456, +4930123456",
        "US, (212) 555-1234, +12125551234",
    })
    void readsANumberWrittenInAnyWay(String country, String written, String e164) {
        assertThat(new NumberingPlan(country).parse(written)).contains(new PhoneNumber(e164));
    }

    @ParameterizedTest(name = "{1} in {0} is no number")
    @CsvSource({
        "UA, 12345",
        "UA, anonymous",
        "UA, +15551234567",
        "UA, 000",
        "UA, 999999999999999999999",
        "UA, ''",
        "RU, 1234567"
    })
    void refusesWhatIsNoNumber(String country, String written) {
        assertThat(new NumberingPlan(country).parse(written)).isEmpty();
    }

    @Test
    void completesSevenDigitsWithTheAreaCode() {
        var plan = new NumberingPlan("RU", "495", Set.of());
        assertThat(plan.parse("1234567")).contains(new PhoneNumber("+74951234567"));
        assertThat(plan.parse("123-45-67")).contains(new PhoneNumber("+74951234567"));
        assertThat(plan.parse("+1234567")).isEmpty();
        assertThat(plan.parse("84951234567")).contains(new PhoneNumber("+74951234567"));
    }

    @ParameterizedTest(name = "{1} from {0} is dialled {2}")
    @CsvSource({
        "UA, +380501112233, 0501112233",
        "UA, +4930123456, 004930123456",
        "RU, +74951234567, 84951234567",
        "RU, +380501112233, 810380501112233",
        "US, +12125551234, 12125551234",
    })
    void dialsAsTheExchangeExpects(String country, String e164, String digits) {
        assertThat(new NumberingPlan(country).dialString(new PhoneNumber(e164))).isEqualTo(digits);
    }

    @Test
    void writesNumbersAsPeopleDo() {
        var plan = new NumberingPlan("UA");
        assertThat(plan.written(new PhoneNumber("+380501112233"))).isEqualTo("050 111 2233");
        assertThat(plan.written(new PhoneNumber("+4930123456"))).isEqualTo("+49 30 123456");
        assertThat(plan.isForeign(new PhoneNumber("+4930123456"))).isTrue();
        assertThat(plan.isForeign(new PhoneNumber("+380501112233"))).isFalse();
    }

    @Test
    void showsE164WhenValidElseTheDigitsReceived() {
        var plan = new NumberingPlan("UA");
        assertThat(plan.shown(CallerId.of("0501112233", null))).isEqualTo("+380501112233");
        assertThat(plan.shown(CallerId.of("77777", null))).isEqualTo("77777");
        assertThat(plan.shown(new CallerId(null, null, CallerId.Presentation.HIDDEN)))
                .isNull();
        assertThat(plan.shown(CallerId.UNKNOWN)).isNull();
    }

    @Test
    void takesAPossibleInternationalNumberLeniently() {
        var plan = new NumberingPlan("UA");
        assertThat(plan.parseLeniently("+15551234567")).contains(new PhoneNumber("+15551234567"));
        assertThat(plan.parseLeniently("+1")).isEmpty();
        assertThat(plan.parseLeniently("12345")).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "UA, 101 102 103 104 112",
        "RU, 101 102 103 104 112",
        "BY, 101 102 103 104 112",
        "KZ, 101 102 103 104 112",
        "US, 112 911",
        "CA, 112 911",
        "GB, 112 999",
        "AU, 000 112",
        "DE, 110 112",
        "FR, 112 15 17 18",
        "CN, 110 112 119 120 122",
        "BR, 112 190 192 193",
        "IN, 100 101 108 112",
        "PL, 112 997 998 999",
    })
    void knowsEmergencyNumbers(String country, String numbers) {
        assertThat(new NumberingPlan(country).emergencyNumbers()).containsExactlyInAnyOrder(numbers.split(" "));
    }

    @Test
    void everyUkrainianNumberReadsBackHoweverItWasWritten() {
        var plan = new NumberingPlan("UA");
        var random = new Random(20261122);
        for (var i = 0; i < 2000; i++) {
            var e164 = "+38067" + "%07d".formatted(random.nextInt(10_000_000));
            var number = new PhoneNumber(e164);
            var spaced = plan.written(number).replace(' ', random.nextBoolean() ? '-' : ' ');
            assertThat(plan.parse(spaced)).contains(number);
            assertThat(plan.parse(plan.dialString(number))).contains(number);
            assertThat(plan.parse(number.digits())).contains(number);
        }
    }

    @Test
    void aPhoneNumberCannotBeWrong() {
        assertThatThrownBy(() -> new PhoneNumber("0501112233")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PhoneNumber("+0123")).isInstanceOf(IllegalArgumentException.class);
        assertThat(new PhoneNumber("+380501112233").digits()).isEqualTo("380501112233");
    }
}
