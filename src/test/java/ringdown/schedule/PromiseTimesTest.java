package ringdown.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static ringdown.schedule.Plans.at;
import static ringdown.schedule.Plans.inRussia;
import static ringdown.schedule.Plans.inUkraine;
import static ringdown.schedule.Plans.week;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringdown.number.Extension;

class PromiseTimesTest {
    private final OfficeHours contract = inUkraine(Plans.ofContract());

    @ParameterizedTest(name = "{0} within {1}: due {2}, overdue {3}")
    @CsvSource({
        "2026-11-20T14:10:20+02:00, PT1H, 2026-11-20T14:10:20+02:00, 2026-11-20T15:30+02:00",
        "2026-11-20T14:00+02:00, PT1H, 2026-11-20T14:00+02:00, 2026-11-20T15:00+02:00",
        "2026-11-20T17:00+02:00, PT1H, 2026-11-20T17:00+02:00, 2026-11-20T18:00+02:00",
        "2026-11-20T17:40+02:00, PT1H, 2026-11-20T17:40+02:00, 2026-11-21T11:00+02:00",
        "2026-11-20T18:00+02:00, PT1H, 2026-11-21T10:00+02:00, 2026-11-21T11:00+02:00",
        "2026-11-20T19:30+02:00, PT1H, 2026-11-21T10:00+02:00, 2026-11-21T11:00+02:00",
        "2026-11-21T15:30+02:00, PT1H, 2026-11-23T09:00+02:00, 2026-11-23T10:00+02:00",
        "2026-11-21T15:30+02:00, PT30M, 2026-11-23T09:00+02:00, 2026-11-23T09:30+02:00",
        "2026-11-21T15:30+02:00, PT24H, 2026-11-23T09:00+02:00, 2026-11-25T15:00+02:00",
        "2026-11-23T00:10+02:00, PT1H, 2026-11-23T09:00+02:00, 2026-11-23T10:00+02:00",
        "2026-12-24T19:00+02:00, PT1H, 2026-12-26T10:00+02:00, 2026-12-26T11:00+02:00",
    })
    void dueAndOverdueInTheOfficeOfTheContract(String end, Duration within, String due, String overdue) {
        assertThat(PromiseTimes.of(contract, at(end), within)).isEqualTo(new PromiseTimes(at(due), at(overdue), true));
    }

    /** SITUATIONS 5: hours are working time; days are days of the calendar, of which one has 25 hours and another 23. */
    @ParameterizedTest(name = "{0} heard within {1}: {2}")
    @CsvSource({
        "2026-11-20T16:00+02:00, PT4H, 2026-11-21T12:00+02:00",
        "2026-11-21T15:30+02:00, PT4H, 2026-11-23T13:00+02:00",
        "2026-11-20T16:00+02:00, PT72H, 2026-11-23T16:00+02:00",
        "2026-10-24T10:20+03:00, PT48H, 2026-10-26T10:20+02:00",
        "2026-03-28T10:20+02:00, PT48H, 2026-03-30T10:20+03:00",
    })
    void aMessageIsHeardWithinHoursOfWorkOrDaysOfTheCalendar(String end, Duration within, String by) {
        assertThat(PromiseTimes.hearing(contract, at(end), within).overdueAt()).isEqualTo(at(by));
    }

    @Test
    void roundingPastClosingIsTheNextOpening() {
        var hours = inUkraine(week("09:00-18:15", null, new HolidayRule.None()));
        assertThat(hours.addWorkingTime(at("2026-11-20T17:10+02:00"), Duration.ofHours(1)))
                .contains(at("2026-11-23T09:00+02:00"));
    }

    @Test
    void aBreakDoesNotCount() {
        var hours = inUkraine(week("09:00-13:00, 14:00-18:00", null, new HolidayRule.None()));
        assertThat(PromiseTimes.of(hours, at("2026-11-20T12:30+02:00"), Duration.ofHours(1)))
                .isEqualTo(new PromiseTimes(at("2026-11-20T12:30+02:00"), at("2026-11-20T14:30+02:00"), true));
        assertThat(PromiseTimes.of(hours, at("2026-11-20T13:20+02:00"), Duration.ofHours(1)))
                .isEqualTo(new PromiseTimes(at("2026-11-20T14:00+02:00"), at("2026-11-20T15:00+02:00"), true));
    }

    @Test
    void inAnUnconfirmedYearNoDateIsKnownButTheMomentStands() {
        var hours = inRussia(week("09:00-18:00", null, new HolidayRule.Public()));
        var promise = PromiseTimes.of(hours, at("2027-03-05T19:00+03:00"), Duration.ofHours(1));
        assertThat(promise)
                .isEqualTo(new PromiseTimes(at("2027-03-09T09:00+03:00"), at("2027-03-09T10:00+03:00"), false));
        assertThat(PromiseTimes.of(hours, at("2027-03-10T12:00+03:00"), Duration.ofHours(1))
                        .dateKnown())
                .as("today is known: the office is open")
                .isTrue();
    }

    @Test
    void anOfficeThatNeverOpensIsDueAtOnceAndNamesNoMoment() {
        var never = inUkraine(
                new HoursPlan(Map.of(), new HolidayRule.None(), List.of(), List.of(), Duration.ZERO, Set.of()));
        assertThat(PromiseTimes.of(never, at("2026-11-20T12:00+02:00"), Duration.ofHours(1)))
                .isEqualTo(new PromiseTimes(at("2026-11-20T12:00+02:00"), at("2026-11-20T13:00+02:00"), false));
    }

    @Test
    void aDeadlineLiesInOpenTimeOnAHalfHourAndNeverBeforeItsWorkingTime() {
        var random = new Random(7);
        for (var i = 0; i < 500; i++) {
            var from = at("2026-10-20T00:00+03:00").plusSeconds(random.nextInt(60 * 24 * 3600));
            var within = Duration.ofMinutes(15 + random.nextInt(600));
            var promise = PromiseTimes.of(contract, from, within);
            var local = promise.overdueAt().atZone(Plans.KYIV);
            assertThat(local.getMinute() % 30).isZero();
            assertThat(local.getSecond()).isZero();
            assertThat(contract.isOpen(promise.dueAt())).isTrue();
            assertThat(contract.isOpen(promise.overdueAt().minusSeconds(1)) || contract.isOpen(promise.overdueAt()))
                    .isTrue();
            assertThat(Duration.between(promise.dueAt(), promise.overdueAt())).isGreaterThanOrEqualTo(within);
        }
    }

    @Test
    void theDutyRosterSaysWhoHasDuty() {
        var first = shift("2026-11-21T14:00", "2026-11-23T09:00", "201");
        var second = shift("2026-11-22T09:00", "2026-11-22T21:00", "202");
        var roster = new DutyRoster(List.of(first, second), Plans.KYIV);
        assertThat(roster.at(at("2026-11-21T13:59+02:00"))).isEmpty();
        assertThat(roster.at(at("2026-11-21T14:00+02:00"))).contains(first);
        assertThat(roster.at(at("2026-11-22T12:00+02:00"))).contains(second);
        assertThat(roster.at(at("2026-11-22T21:00+02:00"))).contains(first);
        assertThat(roster.at(at("2026-11-23T09:00+02:00"))).isEmpty();
    }

    @Test
    void anOverrideEndsAtItsHourOrWhenReleased() {
        var lunch = new ActiveOverride(
                new HoursOverride("lunch", LocalTime.of(14, 0), null, null, null), at("2026-11-20T13:05+02:00"));
        assertThat(lunch.endsAt(Plans.KYIV)).contains(at("2026-11-20T14:00+02:00"));
        assertThat(lunch.holds(at("2026-11-20T13:59+02:00"), Plans.KYIV)).isTrue();
        assertThat(lunch.holds(at("2026-11-20T14:00+02:00"), Plans.KYIV)).isFalse();
        var shelter = new ActiveOverride(
                new HoursOverride("shelter", null, null, Duration.ofHours(3), "mobiles"), at("2026-11-20T13:05+02:00"));
        assertThat(shelter.endsAt(Plans.KYIV)).isEmpty();
        assertThat(shelter.holds(at("2026-11-22T13:05+02:00"), Plans.KYIV)).isTrue();
    }

    private static DutyShift shift(String from, String to, String person) {
        return new DutyShift(LocalDateTime.parse(from), LocalDateTime.parse(to), new Extension(person), null);
    }
}
