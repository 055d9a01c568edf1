package ringdown.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When the office works, computed. Pure: the same question has the same answer. Safe from any thread. */
public final class OfficeHours {
    /** An office that does not open within two years does not open. */
    private static final int HORIZON_DAYS = 731;

    private final DayCalendar days;
    private final ZoneId zone;

    /** Open time between two moments. */
    private record Span(Instant from, Instant to) {}

    /**
     * @param country ISO 3166 alpha-2, for public holidays
     * @param region ISO 3166-2 subdivision, null: none
     */
    public OfficeHours(HoursPlan plan, String country, @Nullable String region, ZoneId zone) {
        this.days = new DayCalendar(plan, country, region);
        this.zone = zone;
    }

    public ZoneId zone() {
        return zone;
    }

    public boolean isOpen(Instant at) {
        return openUntil(at).isPresent();
    }

    /** The hours that begin on the date; closed on holidays and days off. */
    public DayHours on(LocalDate date) {
        return days.on(date);
    }

    /** A public holiday, or one of the office's own. */
    public boolean isHoliday(LocalDate date) {
        return days.isHoliday(date);
    }

    /** A holiday, a day off that stands in for one, or a day closed by exception that the week says is worked. */
    public boolean isDayOff(LocalDate date) {
        return days.isHoliday(date) || days.isOutOfTheWeek(date);
    }

    /** How much working time lies between two moments. */
    public Duration workingTime(Instant from, Instant to) {
        var sum = Duration.ZERO;
        for (var date = dateOf(from).minusDays(1); !date.isAfter(dateOf(to)); date = date.plusDays(1)) {
            for (var span : spansOn(date)) {
                var start = span.from.isAfter(from) ? span.from : from;
                var end = span.to.isBefore(to) ? span.to : to;
                sum = end.isAfter(start) ? sum.plus(Duration.between(start, end)) : sum;
            }
        }
        return sum;
    }

    /** Whether the days off of the year are certain: by law, by a decree in the jar, or confirmed by the office. */
    public boolean knows(int year) {
        return days.knows(year);
    }

    /** So much later by the clock on the wall: a day has that hour of the next date, also where summer time begins or ends in between. */
    public Instant later(Instant at, Duration time) {
        return at.atZone(zone)
                .plusDays(time.toDays())
                .plus(time.minusDays(time.toDays()))
                .toInstant();
    }

    /** When the present opening ends; empty while closed. Days that are open around midnight are taken together. */
    public Optional<Instant> openUntil(Instant at) {
        Optional<Instant> end = Optional.empty();
        for (var span : spansFrom(at, 8)) {
            var covers = !span.from.isAfter(end.orElse(at));
            if (covers && span.to.isAfter(end.orElse(at))) {
                end = Optional.of(span.to);
            }
        }
        return end;
    }

    /** The moment itself while open, else the first moment at which the office opens. */
    public NextOpening nextOpening(Instant at) {
        for (var offset = -1; offset <= HORIZON_DAYS; offset++) {
            for (var span : spansOn(dateOf(at).plusDays(offset))) {
                if (span.to.isAfter(at)) {
                    var opening = span.from.isAfter(at) ? span.from : at;
                    return new NextOpening.At(opening, opening.equals(at) || dateKnown(at, opening));
                }
            }
        }
        return new NextOpening.Never();
    }

    /**
     * The moment at which so much working time has passed, rounded up to the half hour by the wall clock; where the rounding leaves the
     * open time, the next opening. Empty if the office never opens long enough.
     */
    public Optional<Instant> addWorkingTime(Instant from, Duration time) {
        var left = time;
        for (var offset = -1; offset <= HORIZON_DAYS; offset++) {
            for (var span : spansOn(dateOf(from).plusDays(offset))) {
                if (span.to.isAfter(from)) {
                    var start = span.from.isAfter(from) ? span.from : from;
                    var available = Duration.between(start, span.to);
                    if (available.compareTo(left) >= 0) {
                        return Optional.of(rounded(start.plus(left), span.to));
                    }
                    left = left.minus(available);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether every day after that of {@code at} up to {@code until} lies in a year whose days off are certain. */
    boolean dateKnown(Instant at, Instant until) {
        for (var year = dateOf(at).getYear(); year <= dateOf(until).getYear(); year++) {
            if (!days.knows(year)) {
                return false;
            }
        }
        return true;
    }

    LocalDate dateOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private Instant rounded(Instant at, Instant closing) {
        var local = at.atZone(zone);
        var half = local.truncatedTo(ChronoUnit.HOURS).plusMinutes(local.getMinute() < 30 ? 0 : 30);
        var up = half.toInstant().equals(at) ? at : half.plusMinutes(30).toInstant();
        if (!up.isAfter(closing) || isOpen(up)) {
            return up;
        }
        return switch (nextOpening(up)) {
            case NextOpening.At next -> next.at();
            case NextOpening.Never never -> closing;
        };
    }

    private List<Span> spansFrom(Instant at, int count) {
        var spans = new ArrayList<Span>();
        for (var offset = -1; offset < count; offset++) {
            spans.addAll(spansOn(dateOf(at).plusDays(offset)));
        }
        return spans;
    }

    private List<Span> spansOn(LocalDate date) {
        return days.on(date).intervals().stream()
                .map(interval -> new Span(moment(date, interval.from()), moment(date, interval.to())))
                .filter(span -> span.to.isAfter(span.from)) // an interval inside the hour that spring leaves out
                .toList();
    }

    /** Wall clock to moment: in the hour that spring leaves out the clock is an hour ahead, in the doubled hour the first one is meant. */
    private Instant moment(LocalDate date, int minutes) {
        var time = LocalTime.ofSecondOfDay(minutes % Interval.DAY * 60L);
        return ZonedDateTime.of(date.plusDays(minutes / Interval.DAY), time, zone)
                .toInstant();
    }
}
