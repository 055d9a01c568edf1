package ringdown.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringdown.number.Language;
import ringdown.prompts.PromiseWindow.Certainty;

class SpokenPromiseTest {
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-21T15:30 | 2026-11-23T09:00 | 2026-11-23T10:00 | Ми передзвонимо вам у понеділок, двадцять третього листопада, з дев'ятої до десятої ранку.
            2026-11-20T19:00 | 2026-11-21T10:00 | 2026-11-21T11:00 | Ми передзвонимо вам завтра з десятої до одинадцятої ранку.
            2026-11-23T00:10 | 2026-11-23T09:00 | 2026-11-23T10:00 | Ми передзвонимо вам сьогодні з дев'ятої до десятої ранку.
            2026-11-22T23:59 | 2026-11-23T09:00 | 2026-11-23T10:00 | Ми передзвонимо вам завтра з дев'ятої до десятої ранку.
            2026-11-23T13:10 | 2026-11-23T14:00 | 2026-11-23T15:00 | Ми передзвонимо вам сьогодні з чотирнадцятої до п'ятнадцятої.
            2026-11-23T08:00 | 2026-11-23T11:00 | 2026-11-23T12:00 | Ми передзвонимо вам сьогодні з одинадцятої до дванадцятої.
            2026-11-23T08:00 | 2026-11-23T09:30 | 2026-11-23T10:30 | Ми передзвонимо вам сьогодні з дев'ятої тридцять до десятої тридцять ранку.
            2026-11-23T08:00 | 2026-11-23T08:45 | 2026-11-23T10:00 | Ми передзвонимо вам сьогодні з восьмої сорок п'ять до десятої ранку.
            2026-11-23T01:00 | 2026-11-23T03:30 | 2026-11-23T04:30 | Ми передзвонимо вам сьогодні з третьої тридцять ночі до четвертої тридцять ранку.
            2026-12-24T19:00 | 2026-12-28T09:00 | 2026-12-28T10:00 | Ми передзвонимо вам у понеділок, двадцять восьмого грудня, з дев'ятої до десятої ранку.
            2026-12-30T19:00 | 2027-01-11T09:00 | 2027-01-11T10:00 | Ми передзвонимо вам у понеділок, одинадцятого січня, з дев'ятої до десятої ранку.
            2026-11-22T12:00 | 2026-11-24T09:00 |                  | Ми передзвонимо вам у вівторок, двадцять четвертого листопада, з дев'ятої ранку.
            2026-11-23T22:00 | 2026-11-23T23:00 | 2026-11-24T00:00 | Ми передзвонимо вам сьогодні з двадцять третьої до півночі.
            2026-11-19T19:00 | 2026-11-20T17:30 | 2026-11-23T09:30 | Ми передзвонимо вам із сімнадцятої тридцять п'ятниці, двадцятого листопада, до дев'ятої тридцять ранку понеділка, двадцять третього листопада.
            2026-11-23T14:50 | 2026-11-23T14:50 | 2026-11-23T16:00 | Передзвонимо вам сьогодні до шістнадцятої.
            2026-11-23T17:40 | 2026-11-23T17:40 | 2026-11-24T10:00 | Передзвонимо вам завтра до десятої ранку.
            2026-11-20T17:40 | 2026-11-20T17:39 | 2026-11-23T10:00 | Передзвонимо вам у понеділок, двадцять третього листопада, до десятої ранку.
            2026-11-23T14:50 | 2026-11-23T14:50 |                  | Ми передзвонимо вам, щойно зможемо.
            2026-11-23T14:50 | 2026-11-23T12:00 | 2026-11-23T13:00 | Ми передзвонимо вам, щойно зможемо.
            """)
    void aPromiseInUkrainian(LocalDateTime now, LocalDateTime due, @Nullable LocalDateTime overdue, String words) {
        assertThat(said(Language.UK, now, due, overdue)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-21T15:30 | 2026-11-23T09:00 | 2026-11-23T10:00 | Мы перезвоним вам в понедельник, двадцать третьего ноября, с девяти до десяти утра.
            2026-11-20T19:00 | 2026-11-21T10:00 | 2026-11-21T11:00 | Мы перезвоним вам завтра с десяти до одиннадцати утра.
            2026-11-23T00:10 | 2026-11-23T09:00 | 2026-11-23T10:00 | Мы перезвоним вам сегодня с девяти до десяти утра.
            2026-11-23T13:10 | 2026-11-23T14:00 | 2026-11-23T15:00 | Мы перезвоним вам сегодня с четырнадцати до пятнадцати часов.
            2026-11-23T08:00 | 2026-11-23T11:00 | 2026-11-23T12:00 | Мы перезвоним вам сегодня с одиннадцати до двенадцати часов.
            2026-11-23T08:00 | 2026-11-23T08:45 | 2026-11-23T10:00 | Мы перезвоним вам сегодня с восьми сорока пяти до десяти утра.
            2026-11-22T12:00 | 2026-11-24T09:00 |                  | Мы перезвоним вам во вторник, двадцать четвёртого ноября, с девяти утра.
            2026-11-22T12:00 | 2026-11-24T14:00 |                  | Мы перезвоним вам во вторник, двадцать четвёртого ноября, с четырнадцати часов.
            2026-11-23T20:00 | 2026-11-23T20:30 | 2026-11-23T21:00 | Мы перезвоним вам сегодня с двадцати тридцати до двадцати одного часа.
            2026-12-30T19:00 | 2027-01-11T09:00 | 2027-01-11T10:00 | Мы перезвоним вам в понедельник, одиннадцатого января, с девяти до десяти утра.
            2026-11-19T19:00 | 2026-11-20T17:00 | 2026-11-23T09:30 | Мы перезвоним вам с семнадцати часов пятницы, двадцатого ноября, до девяти тридцати утра понедельника, двадцать третьего ноября.
            2026-11-23T14:50 | 2026-11-23T14:50 | 2026-11-23T16:00 | Перезвоним вам сегодня до шестнадцати часов.
            2026-11-20T17:40 | 2026-11-20T17:39 | 2026-11-23T10:30 | Перезвоним вам в понедельник, двадцать третьего ноября, до десяти тридцати утра.
            2026-11-23T14:50 | 2026-11-23T14:50 |                  | Мы перезвоним вам, как только сможем.
            """)
    void aPromiseInRussian(LocalDateTime now, LocalDateTime due, @Nullable LocalDateTime overdue, String words) {
        assertThat(said(Language.RU, now, due, overdue)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-21T15:30 | 2026-11-23T09:00 | 2026-11-23T10:00 | We will call you back on Monday, the twenty-third of November, from nine to ten in the morning.
            2026-11-20T19:00 | 2026-11-21T10:00 | 2026-11-21T11:00 | We will call you back tomorrow from ten to eleven in the morning.
            2026-11-23T08:00 | 2026-11-23T11:00 | 2026-11-23T12:00 | We will call you back today from eleven in the morning to noon.
            2026-11-23T08:00 | 2026-11-23T11:30 | 2026-11-23T12:30 | We will call you back today from eleven thirty in the morning to twelve thirty in the afternoon.
            2026-11-23T13:10 | 2026-11-23T14:00 | 2026-11-23T15:00 | We will call you back today from two to three in the afternoon.
            2026-11-22T12:00 | 2026-11-24T09:00 |                  | We will call you back on Tuesday, the twenty-fourth of November, from nine in the morning.
            2026-11-23T14:50 | 2026-11-23T14:50 | 2026-11-23T16:00 | We will call you back today by four in the afternoon.
            2026-11-23T14:50 | 2026-11-23T14:50 |                  | We will call you back as soon as we can.
            """)
    void aPromiseInEnglish(LocalDateTime now, LocalDateTime due, @Nullable LocalDateTime overdue, String words) {
        assertThat(said(Language.EN, now, due, overdue)).isEqualTo(words);
    }

    private static String said(
            Language language, LocalDateTime now, LocalDateTime due, @Nullable LocalDateTime overdue) {
        @Nullable Instant end = overdue == null ? null : at(overdue);
        return SpokenPromise.of(language, PromiseWindow.known(at(now), at(due), end, KYIV))
                .words();
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(KYIV).toInstant();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UK | YEAR_UNKNOWN    | Ми передзвонимо вам у перший робочий день.
            RU | YEAR_UNKNOWN    | Мы перезвоним вам в первый рабочий день.
            EN | YEAR_UNKNOWN    | We will call you back on the first working day.
            UK | CLOCK_UNTRUSTED | Ми передзвонимо вам, щойно зможемо.
            RU | CLOCK_UNTRUSTED | Мы перезвоним вам, как только сможем.
            EN | CLOCK_UNTRUSTED | We will call you back as soon as we can.
            """)
    void noMomentIsNamedThatIsNotKnown(Language language, Certainty certainty, String words) {
        var due = at(LocalDateTime.parse("2027-01-04T09:00"));
        var window = new PromiseWindow(due.minusSeconds(86_400), due, due.plusSeconds(3600), KYIV, certainty, true);
        assertThat(SpokenPromise.of(language, window).words()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UK | Europe/Kyiv   | Ми передзвонимо вам сьогодні з дев'ятої до десятої ранку за київським часом.
            RU | Europe/Moscow | Мы перезвоним вам сегодня с девяти до десяти утра по московскому времени.
            EN | Europe/Kyiv   | We will call you back today from nine to ten in the morning Kyiv time.
            UK | Asia/Almaty   | Ми передзвонимо вам сьогодні з дев'ятої до десятої ранку за місцевим часом офісу.
            """)
    void aCallerOfAnotherZoneHearsWhoseClockItIs(Language language, ZoneId zone, String words) {
        var due = LocalDateTime.parse("2026-11-23T09:00").atZone(zone).toInstant();
        var window = new PromiseWindow(due.minusSeconds(3600), due, due.plusSeconds(3600), zone, Certainty.KNOWN, true);
        assertThat(SpokenPromise.of(language, window).words()).isEqualTo(words);
    }

    @Test
    void theClockChangeDoesNotMoveTheHourThatIsSpoken() {
        assertThat(said(
                        Language.UK,
                        LocalDateTime.parse("2026-10-23T19:00"),
                        LocalDateTime.parse("2026-10-26T09:00"),
                        LocalDateTime.parse("2026-10-26T10:00")))
                .isEqualTo("Ми передзвонимо вам у понеділок, двадцять шостого жовтня, з дев'ятої до десятої ранку.");
    }

    @Test
    void aBeginningIsRoundedDownToFiveMinutesAndAnEndUpToTheHalfHour() {
        assertThat(said(
                        Language.UK,
                        LocalDateTime.parse("2026-11-23T08:00"),
                        LocalDateTime.parse("2026-11-23T09:07:30"),
                        LocalDateTime.parse("2026-11-23T09:36:01")))
                .isEqualTo("Ми передзвонимо вам сьогодні з дев'ятої нуль п'ять до десятої ранку.");
    }

    @Test
    void aPromiseCannotEndBeforeItBegins() {
        var due = at(LocalDateTime.parse("2026-11-23T09:00"));
        assertThatThrownBy(() -> PromiseWindow.known(due, due, due.minusSeconds(1), KYIV))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
