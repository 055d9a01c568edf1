package ringdown.schedule;

import java.util.regex.Pattern;

/**
 * Open time that begins on a day, in minutes after that day's midnight by the wall clock.
 *
 * @param from 0 to 1439
 * @param to more than {@code from}, at most a day later; past 1440 it crosses midnight
 */
public record Interval(int from, int to) {
    public static final int DAY = 24 * 60;
    private static final Pattern SHAPE =
            Pattern.compile("([01]?\\d|2[0-3]):([0-5]\\d)\\s*[-–]\\s*(24:00|([01]?\\d|2[0-3]):[0-5]\\d)");

    public Interval {
        if (from < 0 || from >= DAY || to <= from || to > from + DAY) {
            throw new IllegalArgumentException("no such interval: " + from + " to " + to + " minutes");
        }
    }

    /**
     * Reads "09:00-18:00", "22:00-06:00" (crosses midnight), "00:00-24:00".
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    public static Interval parse(String text) {
        var match = SHAPE.matcher(text.strip());
        if (!match.matches()) {
            throw new IllegalArgumentException("hours are written 09:00-18:00, not " + text.strip());
        }
        var from = Integer.parseInt(match.group(1)) * 60 + Integer.parseInt(match.group(2));
        var end = match.group(3).split(":", -1);
        var to = Integer.parseInt(end[0]) * 60 + Integer.parseInt(end[1]);
        if (to == from) {
            throw new IllegalArgumentException("begins and ends at the same time: " + text.strip());
        }
        return new Interval(from, to > from ? to : to + DAY);
    }

    public boolean crossesMidnight() {
        return to > DAY;
    }

    @Override
    public String toString() {
        var end = to == DAY ? "24:00" : clock(to % DAY);
        return clock(from) + "-" + end;
    }

    private static String clock(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }
}
