package ringdown.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static ringdown.schedule.Plans.at;
import static ringdown.schedule.Plans.inUkraine;
import static ringdown.schedule.Plans.opens;
import static ringdown.schedule.Plans.week;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeHoursTest {
    private final OfficeHours contract = inUkraine(Plans.ofContract());

    @ParameterizedTest(name = "{0}: open {1}, next opening {2}")
    @CsvSource({
        "2026-11-20T08:59:59+02:00, false, 2026-11-20T09:00+02:00",
        "2026-11-20T09:00+02:00, true, 2026-11-20T09:00+02:00",
        "2026-11-20T17:59:59+02:00, true, 2026-11-20T17:59:59+02:00",
        "2026-11-20T18:00+02:00, false, 2026-11-21T10:00+02:00",
        "2026-11-20T19:30+02:00, false, 2026-11-21T10:00+02:00",
        "2026-11-21T15:30+02:00, false, 2026-11-23T09:00+02:00",
        "2026-11-22T12:00+02:00, false, 2026-11-23T09:00+02:00",
        "2026-11-23T00:10+02:00, false, 2026-11-23T09:00+02:00",
    })
    void theOfficeOfTheContractOpens(String now, boolean open, String next) {
        assertThat(contract.isOpen(at(now))).isEqualTo(open);
        assertThat(contract.nextOpening(at(now))).isEqualTo(opens(next));
    }

    @ParameterizedTest(name = "with a break, {0}: open {1}, next {2}")
    @CsvSource({
        "2026-11-20T12:59+02:00, true, 2026-11-20T12:59+02:00",
        "2026-11-20T13:00+02:00, false, 2026-11-20T14:00+02:00",
        "2026-11-20T18:00+02:00, false, 2026-11-23T09:00+02:00",
    })
    void aBreakIsClosed(String now, boolean open, String next) {
        var hours = inUkraine(week("09:00-13:00, 14:00-18:00", null, new HolidayRule.None()));
        assertThat(hours.isOpen(at(now))).isEqualTo(open);
        assertThat(hours.nextOpening(at(now))).isEqualTo(opens(next));
    }

    @ParameterizedTest(name = "night shift, {0}: open {1}")
    @CsvSource({
        "2026-11-20T21:59+02:00, false",
        "2026-11-20T22:00+02:00, true",
        "2026-11-21T05:59+02:00, true",
        "2026-11-21T06:00+02:00, false",
        "2026-11-21T23:00+02:00, false",
        "2026-11-23T01:00+02:00, false",
    })
    void aNightShiftBelongsToTheDayItBeginsOn(String now, boolean open) {
        var hours = inUkraine(week("22:00-06:00", null, new HolidayRule.None()));
        assertThat(hours.isOpen(at(now))).isEqualTo(open);
    }

    @Test
    void daysOpenAroundMidnightAreTakenTogether() {
        var hours = inUkraine(week("00:00-24:00", null, new HolidayRule.None()));
        assertThat(hours.openUntil(at("2026-11-18T23:59+02:00"))).contains(at("2026-11-21T00:00+02:00"));
        assertThat(hours.isOpen(at("2026-11-19T00:00+02:00"))).isTrue();
    }

    @Test
    void exceptionsGoBeforeEverything() {
        var plan = Plans.with(
                Plans.ofContract(),
                List.of(
                        new ExceptionDays(day("2026-12-31"), day("2026-12-31"), DayHours.parse("09:00-13:00")),
                        new ExceptionDays(day("2027-01-02"), day("2027-01-04"), DayHours.CLOSED)),
                List.of());
        var hours = inUkraine(plan);
        assertThat(hours.isOpen(at("2026-12-31T12:59+02:00"))).isTrue();
        assertThat(hours.isOpen(at("2026-12-31T13:00+02:00"))).isFalse();
        assertThat(hours.nextOpening(at("2026-12-31T13:00+02:00"))).isEqualTo(opens("2027-01-05T09:00+02:00"));
    }

    @Test
    void anExceptionOpensAHolidayToo() {
        var christmas = day("2026-12-25");
        var plan = Plans.with(
                Plans.ofContract(),
                List.of(new ExceptionDays(christmas, christmas, DayHours.parse("10:00-12:00"))),
                List.of());
        assertThat(inUkraine(plan).nextOpening(at("2026-12-24T19:00+02:00")))
                .isEqualTo(opens("2026-12-25T10:00+02:00"));
    }

    @Test
    void aMovedSaturdayHasFridaysHours() {
        var plan = Plans.with(
                week("09:00-18:00", null, new HolidayRule.Public()),
                List.of(),
                List.of(new MovedDay(day("2026-11-21"), true, null), new MovedDay(day("2026-11-23"), false, null)));
        var hours = inUkraine(plan);
        assertThat(hours.nextOpening(at("2026-11-20T19:00+02:00"))).isEqualTo(opens("2026-11-21T09:00+02:00"));
        assertThat(hours.openUntil(at("2026-11-21T10:00+02:00"))).contains(at("2026-11-21T18:00+02:00"));
        assertThat(hours.nextOpening(at("2026-11-21T18:30+02:00"))).isEqualTo(opens("2026-11-24T09:00+02:00"));
    }

    @Test
    void aMovedDayMayHaveHoursOfItsOwn() {
        var plan = Plans.with(
                week("09:00-18:00", null, new HolidayRule.Public()),
                List.of(),
                List.of(new MovedDay(day("2026-11-21"), true, DayHours.parse("10:00-15:00"))));
        assertThat(inUkraine(plan).on(day("2026-11-21"))).hasToString("10:00-15:00");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-12-24, 09:00-17:00", // Christmas is tomorrow
        "2026-12-23, 09:00-18:00",
        "2026-08-21, 09:00-18:00", // Friday before a holiday on Monday: its eve is the Sunday
        "2026-12-31, '09:00-13:00, 14:00-17:00'",
    })
    void theEveOfAHolidayIsShorter(String date, String expected) {
        var week = expected.contains(",") ? "09:00-13:00, 14:00-18:00" : "09:00-18:00";
        var plan = Plans.withShortEve(week(week, null, new HolidayRule.Public()), Duration.ofHours(1));
        assertThat(inUkraine(plan).on(day(date))).hasToString(expected);
    }

    @ParameterizedTest(name = "{0} opens {1}")
    @CsvSource({
        "2026-10-24T20:00+03:00, 2026-10-25T09:00+02:00", // clocks go back at 04:00
        "2027-03-27T20:00+02:00, 2027-03-28T09:00+03:00", // clocks go forward at 03:00
    })
    void opensAtTheWallClocksHourOverADaylightSavingChange(String now, String next) {
        var all = new java.util.EnumMap<java.time.DayOfWeek, DayHours>(java.time.DayOfWeek.class);
        for (var day : java.time.DayOfWeek.values()) {
            all.put(day, DayHours.parse("09:00-18:00"));
        }
        var plan = new HoursPlan(all, new HolidayRule.None(), List.of(), List.of(), Duration.ZERO, Set.of());
        assertThat(inUkraine(plan).nextOpening(at(now))).isEqualTo(opens(next));
    }

    @Test
    void aNightShiftOverADaylightSavingChangeIsAnHourLongerOrShorter() {
        var saturdays = new HoursPlan(
                Map.of(java.time.DayOfWeek.SATURDAY, DayHours.parse("22:00-06:00")),
                new HolidayRule.None(),
                List.of(),
                List.of(),
                Duration.ZERO,
                Set.of());
        var hours = inUkraine(saturdays);
        assertThat(hours.addWorkingTime(at("2026-10-24T22:00+03:00"), Duration.ofHours(9)))
                .contains(at("2026-10-25T06:00+02:00"));
        assertThat(hours.addWorkingTime(at("2027-03-27T22:00+02:00"), Duration.ofHours(7)))
                .contains(at("2027-03-28T06:00+03:00"));
    }

    @Test
    void anIntervalInTheHourThatSpringLeavesOutIsNotThere() {
        var sundays = new HoursPlan(
                Map.of(java.time.DayOfWeek.SUNDAY, DayHours.parse("03:00-03:30")),
                new HolidayRule.None(),
                List.of(),
                List.of(),
                Duration.ZERO,
                Set.of());
        assertThat(inUkraine(sundays).nextOpening(at("2027-03-27T12:00+02:00"))).isInstanceOf(NextOpening.At.class);
    }

    @Test
    void anOfficeThatNeverOpensSaysSo() {
        var never = new HoursPlan(Map.of(), new HolidayRule.None(), List.of(), List.of(), Duration.ZERO, Set.of());
        assertThat(inUkraine(never).nextOpening(at("2026-11-20T12:00+02:00"))).isEqualTo(new NextOpening.Never());
        assertThat(inUkraine(HoursPlan.always()).isOpen(at("2026-11-22T03:00+02:00")))
                .isTrue();
    }

    @Test
    void theNextOpeningIsTheFirstOpenMinute() {
        var random = new Random(42);
        for (var i = 0; i < 60; i++) {
            var hours = inUkraine(randomWeek(random));
            var from = at("2026-10-20T00:00+03:00").plusSeconds(60L * random.nextInt(14 * 24 * 60));
            var minute = from;
            while (!hours.isOpen(minute)) {
                minute = minute.plusSeconds(60);
            }
            assertThat(hours.nextOpening(from)).isEqualTo(new NextOpening.At(minute, true));
            var until = hours.openUntil(minute).orElseThrow();
            assertThat(hours.isOpen(until)).isFalse();
            assertThat(hours.isOpen(until.minusSeconds(1))).isTrue();
        }
    }

    private static HoursPlan randomWeek(Random random) {
        var begin = random.nextInt(20);
        var text = random.nextBoolean()
                ? "%02d:00-%02d:30".formatted(begin, begin + 1 + random.nextInt(3))
                : "%02d:00-%02d:00, 23:00-%02d:00".formatted(begin % 10, begin % 10 + 5, random.nextInt(6) + 1);
        return week(text, random.nextBoolean() ? "11:00-15:00" : null, new HolidayRule.Public());
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
