package ringdown.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** From when to when a question goes: what is asked for, else the days up to the end of today. */
record Period(Instant from, Instant to) {
    private static final int MOST_DAYS = 400;

    static Period of(Query query, OfficeTime time, Instant now, int days) {
        LocalDate today = now.atZone(time.zone()).toLocalDate();
        Instant end = query.moment("to", time);
        Instant to = end == null ? day(today.plusDays(1), time) : end;
        Instant begin = query.moment("from", time);
        Instant from = begin == null
                ? day(to.minusMillis(1).atZone(time.zone()).toLocalDate().minusDays(days - 1L), time)
                : begin;
        if (to.isBefore(from)) {
            throw Refusal.bad("to", "this lies before from");
        }
        if (Duration.between(from, to).toDays() > MOST_DAYS) {
            throw Refusal.bad("from", "up to " + MOST_DAYS + " days are wanted");
        }
        return new Period(from, to);
    }

    static Instant day(LocalDate date, OfficeTime time) {
        return date.atStartOfDay(time.zone()).toInstant();
    }
}
