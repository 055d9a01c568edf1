package ringdown.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringdown.number.Language;

class NumeralTest {
    @ParameterizedTest
    @CsvSource({
        "0, MANY",
        "1, ONE",
        "2, FEW",
        "4, FEW",
        "5, MANY",
        "10, MANY",
        "11, MANY",
        "12, MANY",
        "14, MANY",
        "15, MANY",
        "20, MANY",
        "21, ONE",
        "22, FEW",
        "24, FEW",
        "25, MANY",
        "101, ONE",
        "111, MANY",
        "112, MANY",
        "122, FEW"
    })
    void aNounFollowsItsNumber(int number, Numeral form) {
        assertThat(Numeral.slavic(number)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1  | одне нове повідомлення         | одно новое сообщение         | one new message
            2  | два нові повідомлення          | два новых сообщения          | two new messages
            5  | п'ять нових повідомлень        | пять новых сообщений         | five new messages
            11 | одинадцять нових повідомлень   | одиннадцать новых сообщений  | eleven new messages
            20 | двадцять нових повідомлень     | двадцать новых сообщений     | twenty new messages
            21 | двадцять одне нове повідомлення | двадцать одно новое сообщение | twenty one new messages
            43 | сорок три нові повідомлення    | сорок три новых сообщения    | forty three new messages
            99 | дев'яносто дев'ять нових повідомлень | девяносто девять новых сообщений | ninety nine new messages
            """)
    void messagesAreCounted(int count, String uk, String ru, String en) {
        assertThat(said(Grammar.of(Language.UK).newMessages(count))).isEqualTo(uk);
        assertThat(said(Grammar.of(Language.RU).newMessages(count))).isEqualTo(ru);
        assertThat(said(Grammar.of(Language.EN).newMessages(count))).isEqualTo(en);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2  | другий      | второй       | second
            3  | третій      | третий       | third
            4  | четвертий   | четвёртый    | fourth
            6  | шостий      | шестой       | sixth
            7  | сьомий      | седьмой      | seventh
            8  | восьмий     | восьмой      | eighth
            13 | тринадцятий | тринадцатый  | thirteenth
            20 | двадцятий   | двадцатый    | twentieth
            """)
    void aPlaceInTheQueueIsAnOrdinal(int place, String uk, String ru, String en) {
        assertThat(Grammar.of(Language.UK).queuePlace(place).words()).isEqualTo("Ваш дзвінок " + uk + " у черзі.");
        assertThat(Grammar.of(Language.RU).queuePlace(place).words()).isEqualTo("Ваш звонок " + ru + " в очереди.");
        assertThat(Grammar.of(Language.EN).queuePlace(place).words())
                .isEqualTo("Your call is " + en + " in the queue.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1  | Орієнтовне очікування — до однієї хвилини. | Примерное ожидание — до одной минуты.
            2  | Орієнтовне очікування — до двох хвилин.    | Примерное ожидание — до двух минут.
            5  | Орієнтовне очікування — до п'яти хвилин.   | Примерное ожидание — до пяти минут.
            20 | Орієнтовне очікування — до двадцяти хвилин. | Примерное ожидание — до двадцати минут.
            31 | Орієнтовне очікування — понад пів години.  | Примерное ожидание — больше получаса.
            """)
    void aWaitIsSaidInMinutes(int minutes, String uk, String ru) {
        assertThat(Grammar.of(Language.UK).queueWait(minutes).words()).isEqualTo(uk);
        assertThat(Grammar.of(Language.RU).queueWait(minutes).words()).isEqualTo(ru);
    }

    @Test
    void aDayOfTheMonthStandsInTheGenitive() {
        assertThat(days(Language.UK))
                .startsWith("першого", "другого", "третього", "четвертого", "п'ятого")
                .contains("тринадцятого", "двадцятого", "двадцять третього", "тридцятого")
                .endsWith("тридцять першого");
        assertThat(days(Language.RU))
                .startsWith("первого", "второго", "третьего", "четвёртого", "пятого", "шестого", "седьмого", "восьмого")
                .contains("двадцать третьего", "тридцатого")
                .endsWith("тридцать первого");
        assertThat(days(Language.EN))
                .startsWith("the first", "the second", "the third")
                .contains("the twelfth", "the twentieth", "the twenty-third", "the thirtieth")
                .endsWith("the thirty-first");
    }

    private static List<String> days(Language language) {
        return IntStream.rangeClosed(1, 31)
                .mapToObj(day -> Grammar.of(language).day(day).words())
                .toList();
    }

    @Test
    void eachWeekdayHasItsPreposition() {
        assertThat(weekdays(Language.UK))
                .containsExactly(
                        "у понеділок", "у вівторок", "в середу", "у четвер", "у п'ятницю", "в суботу", "в неділю");
        assertThat(weekdays(Language.RU))
                .containsExactly(
                        "в понедельник",
                        "во вторник",
                        "в среду",
                        "в четверг",
                        "в пятницу",
                        "в субботу",
                        "в воскресенье");
        assertThat(weekdays(Language.EN)).contains("on Monday", "on Sunday");
    }

    private static List<String> weekdays(Language language) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> Grammar.of(language).on(day).words())
                .toList();
    }

    @Test
    void monthsStandInTheGenitive() {
        assertThat(Arrays.stream(Month.values())
                        .map(m -> Grammar.of(Language.UK).month(m).words()))
                .containsExactly(
                        "січня",
                        "лютого",
                        "березня",
                        "квітня",
                        "травня",
                        "червня",
                        "липня",
                        "серпня",
                        "вересня",
                        "жовтня",
                        "листопада",
                        "грудня");
        assertThat(Grammar.of(Language.RU).month(Month.MAY).words()).isEqualTo("мая");
        assertThat(Grammar.of(Language.EN).month(Month.NOVEMBER).words()).isEqualTo("of November");
    }

    private static String said(List<Piece> pieces) {
        return pieces.stream().map(Piece::words).collect(Collectors.joining(" "));
    }
}
