package ringdown.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTest {
    @ParameterizedTest(name = "\"{0}\" and \"{1}\" are one name")
    @CsvSource(
            delimiter = '|',
            value = {
                "ТОВ «Лілія»|ЛІЛІЯ",
                "Лілія, тов|ТОВ \"Лілія\"",
                "ООО \"Ромашка\"|Ромашка ООО",
                "Мороз Оксана|Оксана Мороз",
                "Алёна Королёва|королева алена",
                "Захар'єв Дем’ян|Демян Захарєв",
                "ФОП Іваненко І. І.|іваненко і і",
                "Lily Ltd.|LILY"
            })
    void theSameNameHoweverItIsWritten(String one, String other) {
        assertThat(NameKey.of(one)).isEqualTo(NameKey.of(other)).isNotEmpty();
    }

    @ParameterizedTest(name = "\"{0}\" and \"{1}\" are two names")
    @CsvSource({"Лілія, Лілея", "Оксана Мороз, Оксана", "ТОВ, ПП", "Школа 12, Школа 21"})
    void anotherNameStaysAnother(String one, String other) {
        assertThat(NameKey.of(one)).isNotEqualTo(NameKey.of(other));
    }
}
