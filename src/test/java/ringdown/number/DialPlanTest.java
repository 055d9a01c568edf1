package ringdown.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialPlanTest {
    private static final Set<String> EXTENSIONS = Set.of("201", "202", "203", "901");
    private final DialPlan ukraine = new DialPlan(new NumberingPlan("UA"), "9", EXTENSIONS);
    private final DialPlan russia = new DialPlan(new NumberingPlan("RU", "495", Set.of()), "9", EXTENSIONS);
    private final DialPlan zero = new DialPlan(new NumberingPlan("UA"), "0", EXTENSIONS);

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "201, Inside[extension=201]",
        "*97, 'Feature[code=MESSAGES, rest=]'",
        "*51730, 'Feature[code=PROMISE, rest=1730]'",
        "*5#, 'Feature[code=PROMISE, rest=#]'",
        "*5, Incomplete[]",
        "*52575, Invalid[digits=*52575]",
        "*66, Invalid[digits=*66]",
        "*8, 'Feature[code=PICK_UP, rest=]'",
        "*8201, 'Feature[code=PICK_UP, rest=201]'",
        "*8#, 'Feature[code=PICK_UP, rest=#]'",
        "*820, Incomplete[]",
        "*8204, Invalid[digits=*8204]",
        "*68, 'Feature[code=PARK, rest=]'",
        "*693, 'Feature[code=RETRIEVE, rest=3]'",
        "*69, Incomplete[]",
        "*690, Invalid[digits=*690]",
        "*08, 'Feature[code=CLASS, rest=8]'",
        "*0*, 'Feature[code=CLASS, rest=*]'",
        "*0, Incomplete[]",
        "*71, 'Feature[code=BREAK, rest=]'",
        "0501112233, 'Outside[digits=0501112233, number=+380501112233]'",
        "90501112233, 'Outside[digits=0501112233, number=+380501112233]'",
        "+380501112233, 'Outside[digits=0501112233, number=+380501112233]'",
        "380501112233, 'Outside[digits=0501112233, number=+380501112233]'",
        "9004930123456, 'Outside[digits=004930123456, number=+4930123456]'",
        "112, Emergency[digits=112]",
        "9112, Emergency[digits=112]",
        "102, Emergency[digits=102]",
        "9102, Emergency[digits=102]",
        "2, Incomplete[]",
        "050, Incomplete[]",
        "99999999999999999999, Invalid[digits=99999999999999999999]",
    })
    void knowsWhatAUkrainianTelephoneMeant(String digits, String meaning) {
        assertThat(ukraine.dialled(digits)).hasToString(meaning);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "1234567, 'Outside[digits=84951234567, number=+74951234567]'",
        "91234567, 'Outside[digits=84951234567, number=+74951234567]'",
        "984951234567, 'Outside[digits=84951234567, number=+74951234567]'",
        "89161234567, 'Outside[digits=89161234567, number=+79161234567]'",
        "9103, Emergency[digits=103]",
    })
    void knowsWhatARussianTelephoneMeant(String digits, String meaning) {
        assertThat(russia.dialled(digits)).hasToString(meaning);
    }

    @Test
    void aZeroMayBeTheOutsidePrefixToo() {
        assertThat(zero.dialled("00501112233")).hasToString("Outside[digits=0501112233, number=+380501112233]");
        assertThat(zero.dialled("0501112233")).hasToString("Outside[digits=0501112233, number=+380501112233]");
        assertThat(zero.dialled("0112")).hasToString("Emergency[digits=112]");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'', INCOMPLETE",
        "2, INCOMPLETE",
        "20, INCOMPLETE",
        "201, COMPLETE",
        "901, MAYBE_COMPLETE",
        "1, INCOMPLETE",
        "11, INCOMPLETE",
        "112, COMPLETE",
        "9, INCOMPLETE",
        "911, INCOMPLETE",
        "9112, COMPLETE",
        "050111223, INCOMPLETE",
        "0501112233, COMPLETE",
        "9050111223, INCOMPLETE",
        "90501112233, COMPLETE",
        "*, INCOMPLETE",
        "*9, INCOMPLETE",
        "*97, COMPLETE",
        "*5173, INCOMPLETE",
        "*51730, COMPLETE",
        "*5#, COMPLETE",
        "*8, MAYBE_COMPLETE",
        "*8#, COMPLETE",
        "*820, INCOMPLETE",
        "*8201, COMPLETE",
        "*8299, INVALID",
        "*6, INCOMPLETE",
        "*68, COMPLETE",
        "*69, INCOMPLETE",
        "*699, COMPLETE",
        "**6, INVALID",
        "2#, INVALID",
    })
    void knowsWhenAnAnalogTelephoneHasFinished(String digits, Collected collected) {
        assertThat(ukraine.collect(digits)).isEqualTo(collected);
    }

    @Test
    void neverStopsAtAMobileNumberThatIsOnlyTheBeginningOfAPrefixedCall() {
        assertThat(russia.collect("9849512345")).isEqualTo(Collected.MAYBE_COMPLETE);
        assertThat(russia.collect("984951234567")).isEqualTo(Collected.COMPLETE);
    }

    @Test
    void collectsEveryDigitOfANumberBeforeItGoes() {
        for (var digits : new String[] {"0501112233", "90501112233", "0441230001"}) {
            for (var i = 1; i < digits.length(); i++) {
                assertThat(ukraine.collect(digits.substring(0, i)))
                        .as(digits.substring(0, i))
                        .isNotEqualTo(Collected.COMPLETE)
                        .isNotEqualTo(Collected.INVALID);
            }
            assertThat(ukraine.collect(digits)).isEqualTo(Collected.COMPLETE);
        }
    }
}
