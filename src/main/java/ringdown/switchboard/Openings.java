package ringdown.switchboard;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ringdown.ledger.CallHours;
import ringdown.ledger.Ledger;
import ringdown.ledger.Promise;
import ringdown.number.Extension;
import ringdown.office.Office;
import ringdown.office.Team;
import ringdown.schedule.Interval;
import ringdown.schedule.NextOpening;
import ringdown.schedule.OfficeHours;

/**
 * When the day opens for whoever owes a call: with the number that was called, but not before one of their teams where all of these have
 * hours of their own. Pure, but for the calls it looks up.
 */
record Openings(Office office, Ledger ledger) {
    private static final int SPANS_AHEAD = 30;

    /** The next first opening of a day after now, of whatever hours the office file names; none for an office that never closes. */
    Optional<Instant> next(Instant now) {
        return office.allHours().stream()
                .flatMap(hours -> nextDay(hours, now).stream())
                .min(Comparator.naturalOrder());
    }

    /** When today opens for that promise and its owner, past or to come; empty: not today. */
    Optional<Instant> of(Promise promise, Extension owner, Instant now) {
        Optional<Instant> number = today(CallHours.of(office, promise, ledger), now);
        List<OfficeHours> teams = teamHours(owner);
        if (teams.isEmpty() || number.isEmpty()) {
            return number;
        }
        return teams.stream()
                .flatMap(hours -> today(hours, now).stream())
                .min(Comparator.naturalOrder())
                .map(team -> team.isAfter(number.get()) ? team : number.get());
    }

    /** Of all their teams; none where one of these works whenever the office does. */
    private List<OfficeHours> teamHours(Extension owner) {
        List<Team> teams = office.teams().stream()
                .filter(team -> team.members().contains(owner))
                .toList();
        List<OfficeHours> own = teams.stream()
                .flatMap(team -> office.teamHours(team.name()).stream())
                .toList();
        return own.size() == teams.size() ? own : List.of();
    }

    private static Optional<Instant> nextDay(OfficeHours hours, Instant now) {
        Instant from = now;
        for (int i = 0; i < SPANS_AHEAD; i++) {
            Instant closes = hours.openUntil(from).orElse(from);
            if (!(hours.nextOpening(closes) instanceof NextOpening.At next)
                    || next.at().equals(from)) {
                return Optional.empty();
            }
            if (today(hours, next.at()).filter(next.at()::equals).isPresent()) {
                return Optional.of(next.at());
            }
            from = next.at();
        }
        return Optional.empty();
    }

    /** The first opening of that day; none if it is closed, or open since the day before. */
    private static Optional<Instant> today(OfficeHours hours, Instant now) {
        var date = now.atZone(hours.zone()).toLocalDate();
        List<Interval> open = hours.on(date).intervals();
        return open.stream()
                .findFirst()
                .map(first -> date.atTime(LocalTime.ofSecondOfDay(first.from() * 60L))
                        .atZone(hours.zone())
                        .toInstant())
                .filter(at -> !hours.isOpen(at.minusMillis(1)));
    }
}
