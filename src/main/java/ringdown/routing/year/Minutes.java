package ringdown.routing.year;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import ringdown.office.Office;
import ringdown.schedule.Interval;
import ringdown.schedule.OfficeHours;

/**
 * The minutes of the next 366 days, cut where an outcome can change: midnight (absences, last days, holidays, days of the week),
 * opening and closing, the hand-over of duty, summer time.
 */
final class Minutes {
    static final Duration YEAR = Duration.ofDays(366);

    private final Office office;
    private final OfficeHours hours;
    /** The office's hours and every week of a number or a team. */
    private final List<OfficeHours> all;
    /** Hours by which callers are let in. */
    private final List<OfficeHours> entrances;

    private final ZoneId zone;
    private final Instant from;
    private final Instant end;
    private final TreeSet<Instant> cuts = new TreeSet<>();

    private Minutes(Office office, Instant from) {
        this.office = office;
        this.hours = office.officeHours();
        this.all = office.allHours();
        this.entrances = entrances(office, hours);
        this.zone = hours.zone();
        this.from = from.truncatedTo(ChronoUnit.MINUTES);
        this.end = this.from.plus(YEAR);
    }

    private static List<OfficeHours> entrances(Office office, OfficeHours usual) {
        var found = new ArrayList<OfficeHours>(List.of(usual));
        Caller.of(office).stream()
                .map(Caller::called)
                .distinct()
                .filter(called -> called.hasOwnHours(office))
                .map(called -> called.hours(office))
                .forEach(found::add);
        return found;
    }

    /** At least one span, in order, the first beginning with the minute of {@code from}. */
    static List<Span> of(Office office, Instant from) {
        return new Minutes(office, from).spans();
    }

    private List<Span> spans() {
        cuts.add(from);
        var last = end.atZone(zone).toLocalDate();
        for (var date = from.atZone(zone).toLocalDate().minusDays(1); !date.isAfter(last); date = date.plusDays(1)) {
            day(date);
        }
        office.duty().forEach(shift -> {
            cut(shift.from().atZone(zone).toInstant());
            cut(shift.to().atZone(zone).toInstant());
        });
        for (var change = zone.getRules().nextTransition(from);
                change != null && change.getInstant().isBefore(end);
                change = zone.getRules().nextTransition(change.getInstant())) {
            cut(change.getInstant());
        }
        var spans = new ArrayList<Span>();
        cuts.forEach(cut -> spans.add(span(cut)));
        return spans;
    }

    private void day(LocalDate date) {
        cut(date.atStartOfDay(zone).toInstant());
        all.stream().flatMap(one -> one.on(date).intervals().stream()).forEach(interval -> {
            cut(moment(date, interval.from()));
            cut(moment(date, interval.to()));
        });
    }

    private Instant moment(LocalDate date, int minutes) {
        return date.plusDays(minutes / Interval.DAY)
                .atStartOfDay()
                .plusMinutes(minutes % Interval.DAY)
                .atZone(zone)
                .toInstant();
    }

    private void cut(Instant at) {
        if (at.isAfter(from) && at.isBefore(end)) {
            cuts.add(at);
        }
    }

    private Span span(Instant at) {
        var date = at.atZone(zone).toLocalDate();
        var mode = office.afterHours().modeOn(date.getDayOfWeek(), hours.isDayOff(date));
        return new Span(
                at,
                date,
                hours.isOpen(at),
                entrances.stream().anyMatch(one -> one.isOpen(at)),
                entrances.stream().anyMatch(one -> !one.isOpen(at)),
                mode.orElse(null),
                office.dutyRoster().at(at).orElse(null));
    }
}
