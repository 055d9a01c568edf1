package ringdown.schedule;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The two moments of a promise to call back.
 *
 * @param dueAt when calling back starts
 * @param overdueAt when it is broken
 * @param dateKnown false: no date and no hour may be spoken, the year's calendar is not confirmed
 */
public record PromiseTimes(Instant dueAt, Instant overdueAt, boolean dateKnown) {
    public PromiseTimes {
        if (overdueAt.isBefore(dueAt)) {
            throw new IllegalArgumentException("overdue before due");
        }
    }

    /** How long an absence without an end is taken to last until somebody ends it. */
    private static final Duration AWAY = Duration.ofHours(3);

    /** As below; while an override holds, calling back starts when it ends, else provisionally after its {@code max}. */
    public static PromiseTimes of(
            OfficeHours hours, Instant end, Duration callBackWithin, @Nullable ActiveOverride set) {
        if (set == null || !set.holds(end, hours.zone())) {
            return of(hours, end, callBackWithin);
        }
        var max = set.override().max();
        var back = set.endsAt(hours.zone()).orElseGet(() -> set.since().plus(max == null ? AWAY : max));
        return of(hours, back.isBefore(end) ? end : back, callBackWithin);
    }

    /** A promise of a box that does not know the time: due at once, and no moment is spoken. */
    public static PromiseTimes unknown(Instant end, Duration callBackWithin) {
        return new PromiseTimes(end, end.plus(callBackWithin), false);
    }

    /**
     * The promise made by a call (CONTRACT §3): after hours due at the next opening, in hours at the call's end; overdue after
     * {@code callBackWithin} of working time, rounded up to the half hour. An office that never opens is due at once, and no moment is
     * spoken.
     *
     * @param end of the call, or the moment of speaking while it goes on
     */
    public static PromiseTimes of(OfficeHours hours, Instant end, Duration callBackWithin) {
        return switch (hours.nextOpening(end)) {
            case NextOpening.Never never -> new PromiseTimes(end, end.plus(callBackWithin), false);
            case NextOpening.At opening -> {
                var overdue = hours.addWorkingTime(opening.at(), callBackWithin);
                var sameDay = overdue.map(at -> hours.dateOf(at).equals(hours.dateOf(opening.at())));
                var known = opening.dateKnown()
                        && overdue.isPresent()
                        && (sameDay.orElse(false) || hours.dateKnown(opening.at(), overdue.get()));
                yield new PromiseTimes(opening.at(), overdue.orElse(opening.at().plus(callBackWithin)), known);
            }
        };
    }

    /**
     * That a message is heard: hours are working time; "two days" are days of the calendar, so it is heard by the same hour then, or when
     * the office opens after it.
     *
     * @param end of the call, or the moment of speaking while it goes on
     */
    public static PromiseTimes hearing(OfficeHours hours, Instant end, Duration hearWithin) {
        if (hearWithin.toDays() == 0) {
            return of(hours, end, hearWithin);
        }
        var usual = of(hours, end, Duration.ofMinutes(1));
        var by = hours.later(usual.dueAt(), hearWithin);
        return new PromiseTimes(
                usual.dueAt(),
                hours.nextOpening(by) instanceof NextOpening.At next ? next.at() : by,
                usual.dateKnown());
    }
}
