package ringdown.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static ringdown.schedule.Plans.at;
import static ringdown.schedule.Plans.inRussia;
import static ringdown.schedule.Plans.inUkraine;
import static ringdown.schedule.Plans.opens;
import static ringdown.schedule.Plans.week;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTest {
    private final Holidays ukraine = new Holidays("UA", null);
    private final Holidays russia = new Holidays("RU", null);

    @Test
    void ukraineHasTheHolidaysInForce() {
        assertThat(offDays(ukraine, 2026))
                .containsExactly(
                        "2026-01-01",
                        "2026-03-08",
                        "2026-03-09",
                        "2026-04-12",
                        "2026-04-13",
                        "2026-05-01",
                        "2026-05-08",
                        "2026-05-31",
                        "2026-06-01",
                        "2026-06-28",
                        "2026-06-29",
                        "2026-07-15",
                        "2026-08-24",
                        "2026-10-01",
                        "2026-12-25");
    }

    @Test
    void twoHolidaysOnOneWeekendMoveToTwoDays() {
        // 1 May 2027 is a Saturday and Easter the Sunday after it.
        assertThat(offDays(ukraine, 2027))
                .contains("2027-05-01", "2027-05-02", "2027-05-03", "2027-05-04")
                .doesNotContain("2027-05-05");
    }

    @ParameterizedTest
    @CsvSource({"2024, 2024-05-05", "2025, 2025-04-20", "2026, 2026-04-12", "2027, 2027-05-02", "2028, 2028-04-16"})
    void easterIsReckonedByTheJulianCalendar(int year, LocalDate easter) {
        assertThat(JulianEaster.of(year)).isEqualTo(easter);
    }

    @Test
    void russiaHasTheHolidaysOfTheDecree() {
        var expected = Stream.of(
                        Stream.of(
                                "2026-01-01",
                                "2026-01-02",
                                "2026-01-03",
                                "2026-01-04",
                                "2026-01-05",
                                "2026-01-06",
                                "2026-01-07"),
                        Stream.of(
                                "2026-01-08",
                                "2026-01-09",
                                "2026-02-23",
                                "2026-03-08",
                                "2026-03-09",
                                "2026-05-01",
                                "2026-05-09"),
                        Stream.of("2026-05-11", "2026-06-12", "2026-11-04", "2026-12-31"))
                .flatMap(s -> s);
        assertThat(offDays(russia, 2026)).containsExactlyElementsOf(expected.toList());
    }

    @ParameterizedTest(name = "{0} {1}: known {2}")
    @CsvSource({
        "UA, 2026, true",
        "UA, 2030, true",
        "RU, 2026, true",
        "RU, 2027, false",
        "DE, 2027, true",
        "BY, 2026, false",
        "XX, 2026, false"
    })
    void saysWhichYearsItKnows(String country, int year, boolean known) {
        assertThat(new Holidays(country, null).knows(year)).isEqualTo(known);
    }

    @Test
    void anotherCountryIsTakenFromTheLibrary() {
        assertThat(offDays(new Holidays("DE", null), 2026)).contains("2026-10-03", "2026-12-25", "2026-12-26");
        assertThat(offDays(new Holidays("DE", "BY"), 2026)).contains("2026-01-06");
        assertThat(offDays(new Holidays("XX", null), 2026)).isEmpty();
    }

    @Test
    void afterTheLastEveningOfTheYearRussiaOpensOnTheEleventhButNamesNoDate() {
        var hours = inRussia(week("09:00-18:00", null, new HolidayRule.Public()));
        assertThat(hours.nextOpening(at("2026-12-30T19:00+03:00")))
                .isEqualTo(new NextOpening.At(at("2027-01-11T09:00+03:00"), false));
    }

    @Test
    void onceTheOfficeHasConfirmedTheYearTheDateIsNamed() {
        var hours = inRussia(Plans.confirmed(week("09:00-18:00", null, new HolidayRule.Public()), 2027));
        assertThat(hours.nextOpening(at("2026-12-30T19:00+03:00"))).isEqualTo(opens("2027-01-11T09:00+03:00"));
    }

    @ParameterizedTest(name = "{0}, Saturdays {1}: {2}")
    @CsvSource({
        "public, , 2026-12-28T09:00+02:00",
        "none, , 2026-12-25T09:00+02:00",
        "public, 10:00-14:00, 2026-12-26T10:00+02:00"
    })
    void beforeChristmasInUkraine(String holidays, String saturday, String next) {
        var rule = holidays.equals("none") ? new HolidayRule.None() : new HolidayRule.Public();
        var hours = inUkraine(week("09:00-18:00", saturday, rule));
        assertThat(hours.nextOpening(at("2026-12-24T19:00+02:00"))).isEqualTo(opens(next));
    }

    @Test
    void aCallOnTheHolidayItselfIsAfterHours() {
        var hours = inUkraine(week("09:00-18:00", null, new HolidayRule.Public()));
        assertThat(hours.isOpen(at("2026-08-24T12:00+03:00"))).isFalse();
        assertThat(hours.nextOpening(at("2026-08-24T12:00+03:00"))).isEqualTo(opens("2026-08-25T09:00+03:00"));
    }

    @ParameterizedTest(name = "{0} opens {1}")
    @CsvSource({"2026-04-10T19:00+03:00, 2026-04-14T09:00+03:00", "2026-05-29T19:00+03:00, 2026-06-02T09:00+03:00"})
    void easterAndTrinityMoveToMonday(String now, String next) {
        var hours = inUkraine(week("09:00-18:00", null, new HolidayRule.Public()));
        assertThat(hours.nextOpening(at(now))).isEqualTo(opens(next));
    }

    @Test
    void theFridayBeforeAWorkingSaturdayPromisesTheSaturday() {
        var saturday = LocalDate.of(2026, 11, 7);
        var plan = Plans.with(
                week("09:00-18:00", null, new HolidayRule.Public()),
                List.of(),
                List.of(new MovedDay(saturday, true, null)));
        assertThat(inRussia(plan).nextOpening(at("2026-11-06T19:00+03:00"))).isEqualTo(opens("2026-11-07T09:00+03:00"));
    }

    @Test
    void ownHolidaysAreOnlyThoseDates() {
        var own = new HolidayRule.Own(List.of(LocalDate.of(2026, 11, 23)));
        var hours = inUkraine(week("09:00-18:00", null, own));
        assertThat(hours.nextOpening(at("2026-11-20T19:00+02:00"))).isEqualTo(opens("2026-11-24T09:00+02:00"));
        assertThat(hours.isOpen(at("2026-12-25T12:00+02:00"))).isTrue();
        assertThat(hours.knows(2040)).isTrue();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-04-30, 09:00-17:00",
        "2026-05-08, 09:00-17:00",
        "2026-06-11, 09:00-17:00",
        "2026-11-03, 09:00-17:00",
        "2026-12-30, 09:00-18:00",
        "2026-02-20, 09:00-18:00",
        "2026-03-06, 09:00-18:00",
    })
    void russianEvesOf2026AreAnHourShorter(LocalDate date, String hours) {
        var plan = Plans.withShortEve(week("09:00-18:00", null, new HolidayRule.Public()), Duration.ofHours(1));
        assertThat(inRussia(plan).on(date)).hasToString(hours);
    }

    private static List<String> offDays(Holidays holidays, int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(holidays::isOff)
                .map(LocalDate::toString)
                .toList();
    }
}
