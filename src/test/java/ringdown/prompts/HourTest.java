package ringdown.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringdown.number.Language;

class HourTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UK | 00:00 | з півночі                    | до півночі                       | опівночі
            UK | 00:30 | з нульової тридцять ночі     | до нульової тридцять ночі        | о нульовій тридцять ночі
            UK | 01:00 | з першої ночі                | до першої ночі                   | о першій ночі
            UK | 03:00 | з третьої ночі               | до третьої ночі                  | о третій ночі
            UK | 07:00 | із сьомої ранку              | до сьомої ранку                  | о сьомій ранку
            UK | 08:45 | з восьмої сорок п'ять ранку  | до восьмої сорок п'ять ранку     | о восьмій сорок п'ять ранку
            UK | 09:00 | з дев'ятої ранку             | до дев'ятої ранку                | о дев'ятій ранку
            UK | 09:05 | з дев'ятої нуль п'ять ранку  | до дев'ятої нуль п'ять ранку     | о дев'ятій нуль п'ять ранку
            UK | 11:00 | з одинадцятої ранку          | до одинадцятої ранку             | об одинадцятій ранку
            UK | 12:00 | з дванадцятої                | до дванадцятої                   | о дванадцятій
            UK | 16:00 | із шістнадцятої              | до шістнадцятої                  | о шістнадцятій
            UK | 17:30 | із сімнадцятої тридцять      | до сімнадцятої тридцять          | о сімнадцятій тридцять
            UK | 20:00 | з двадцятої                  | до двадцятої                     | о двадцятій
            UK | 23:00 | з двадцять третьої           | до двадцять третьої              | о двадцять третій
            RU | 00:00 | с полуночи                   | до полуночи                      | в полночь
            RU | 01:00 | с часа ночи                  | до часа ночи                     | в час ночи
            RU | 02:30 | с двух тридцати ночи         | до двух тридцати ночи            | в два тридцать ночи
            RU | 04:00 | с четырёх утра               | до четырёх утра                  | в четыре утра
            RU | 08:45 | с восьми сорока пяти утра    | до восьми сорока пяти утра       | в восемь сорок пять утра
            RU | 09:00 | с девяти утра                | до девяти утра                   | в девять утра
            RU | 09:05 | с девяти ноль пяти утра      | до девяти ноль пяти утра         | в девять ноль пять утра
            RU | 12:00 | с двенадцати часов           | до двенадцати часов              | в двенадцать часов
            RU | 13:30 | с тринадцати тридцати        | до тринадцати тридцати           | в тринадцать тридцать
            RU | 16:00 | с шестнадцати часов          | до шестнадцати часов             | в шестнадцать часов
            RU | 21:00 | с двадцати одного часа       | до двадцати одного часа          | в двадцать один час
            RU | 21:30 | с двадцати одного часа тридцати | до двадцати одного часа тридцати | в двадцать один час тридцать
            RU | 22:00 | с двадцати двух часов        | до двадцати двух часов           | в двадцать два часа
            RU | 23:15 | с двадцати трёх пятнадцати   | до двадцати трёх пятнадцати      | в двадцать три часа пятнадцать
            EN | 00:00 | from midnight                | to midnight                      | at midnight
            EN | 00:30 | from twelve thirty at night  | to twelve thirty at night        | at twelve thirty at night
            EN | 09:00 | from nine in the morning     | to nine in the morning           | at nine in the morning
            EN | 09:05 | from nine oh five in the morning | to nine oh five in the morning | at nine oh five in the morning
            EN | 08:45 | from eight forty-five in the morning | to eight forty-five in the morning | at eight forty-five in the morning
            EN | 12:00 | from noon                    | to noon                          | at noon
            EN | 12:30 | from twelve thirty in the afternoon | to twelve thirty in the afternoon | at twelve thirty in the afternoon
            EN | 16:00 | from four in the afternoon   | to four in the afternoon         | at four in the afternoon
            EN | 18:30 | from six thirty in the evening | to six thirty in the evening   | at six thirty in the evening
            EN | 23:00 | from eleven at night         | to eleven at night               | at eleven at night
            """)
    void anHourIsSaidInTheCaseThatItsPrepositionAsksFor(
            Language language, LocalTime time, String from, String to, String at) {
        assertThat(said(language, Side.FROM, time)).isEqualTo(from);
        assertThat(said(language, Side.TO, time)).isEqualTo(to);
        assertThat(said(language, Side.AT, time)).isEqualTo(at);
    }

    private static String said(Language language, Side side, LocalTime time) {
        return Grammar.of(language).hour(side, time, true).stream()
                .map(Piece::words)
                .collect(Collectors.joining(" "));
    }
}
