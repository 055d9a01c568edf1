package ringdown.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a display of ASCII shows of a name (LINES rule 12): as the resolution writes it, at the beginning of a word otherwise than within. */
class LatinTest {
    @ParameterizedTest
    @CsvSource({
        "Олена Їжак, Olena Yizhak",
        "Юрій Щербаков, Yurii Shcherbakov",
        "Єва-Яна Йосипенко, Yeva-Yana Yosypenko",
        "Згурський, Zghurskyi",
        "Марія Гаєвич, Mariia Haievych",
        "Müller Straße, Muller Strasse",
        "Łukasz Ørsted, Lukasz Orsted"
    })
    void aNameIsWrittenAsPassportsWriteIt(String name, String shown) {
        assertThat(Latin.of(name, 30)).isEqualTo(shown);
    }
}
