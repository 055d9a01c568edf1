package ringdown.audio.callerid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exchanges do not say in which code they write a name (LINES rule 12). */
class NameOnTheWireTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Олена Коваль", "Іван Бондар", "Юрій Щербаков", "Їжак", "Объект", "Эдуард", "ЛІКАРНЯ", "ШКОЛА №5",
                        "Яна", "Фёдор",
                "ООО Рога и копыта", "Петренко П.П.", "Таксі", "Аптека", "БАНК", "Пётр", "Ющенко", "ЩУКА", "Євген",
                        "Мама"
            })
    void aCyrillicNameIsReadInWhicheverCodeItComes(String name) {
        for (String code : new String[] {"ISO-8859-5", "windows-1251", "KOI8-U", "UTF-8"}) {
            Charset charset = Charset.forName(code);
            if (charset.newEncoder().canEncode(name)) {
                byte[] octets = name.getBytes(charset);
                assertThat(CallerName.decode(octets, 0, octets.length)).as(code).isEqualTo(name);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Müller", "José Peña", "Åsa", "JOHN DOE"})
    void aLatinNameStaysLatin(String name) {
        byte[] octets = name.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(CallerName.decode(octets, 0, octets.length)).isEqualTo(name);
    }
}
