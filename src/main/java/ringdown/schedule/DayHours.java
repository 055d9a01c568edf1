package ringdown.schedule;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The open intervals that begin on one day.
 *
 * @param intervals ascending, not touching; empty means closed
 */
public record DayHours(List<Interval> intervals) {
    public static final DayHours CLOSED = new DayHours(List.of());
    public static final DayHours ALL_DAY = new DayHours(List.of(new Interval(0, Interval.DAY)));

    public DayHours {
        intervals = List.copyOf(intervals);
        for (var i = 1; i < intervals.size(); i++) {
            if (intervals.get(i).from() < intervals.get(i - 1).to()) {
                throw new IllegalArgumentException(
                        "hours overlap: " + intervals.get(i - 1) + " and " + intervals.get(i));
            }
        }
    }

    /**
     * Reads "09:00-13:00, 14:00-18:00" or "closed".
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    public static DayHours parse(String text) {
        if (text.strip().equalsIgnoreCase("closed")) {
            return CLOSED;
        }
        return new DayHours(
                Arrays.stream(text.split(",", -1)).map(Interval::parse).toList());
    }

    public boolean isClosed() {
        return intervals.isEmpty();
    }

    /** The same day, its last interval shorter by some minutes: the eve of a holiday. */
    DayHours shorterBy(int minutes) {
        if (minutes == 0 || isClosed()) {
            return this;
        }
        var last = intervals.getLast();
        var kept = intervals.subList(0, intervals.size() - 1);
        if (last.to() - last.from() <= minutes) {
            return new DayHours(kept);
        }
        var shortened = new java.util.ArrayList<>(kept);
        shortened.add(new Interval(last.from(), last.to() - minutes));
        return new DayHours(shortened);
    }

    @Override
    public String toString() {
        return isClosed()
                ? "closed"
                : intervals.stream().map(Interval::toString).collect(Collectors.joining(", "));
    }
}
