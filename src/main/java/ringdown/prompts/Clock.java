package ringdown.prompts;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Puts hours together. Full and half hours after "from", "to" and "by" are one piece each, which sounds best; other
 * minutes, rare as opening hours, are an hour, the minutes and the part of the day. Stateless.
 */
final class Clock {
    private Clock() {}

    static List<Piece> pieces(Grammar grammar, Side side, LocalTime time, boolean full) {
        String tail = full ? grammar.tail(side, time) : "";
        var pieces = new ArrayList<Piece>();
        if (side != Side.AT && time.getMinute() % 30 == 0) {
            boolean whole = side == Side.TO && !tail.isEmpty();
            pieces.add(sharp(grammar, side, time, whole ? tail : ""));
            if (whole) {
                return pieces;
            }
        } else {
            pieces.add(hour(grammar, side, time));
            if (time.getMinute() > 0) {
                pieces.addAll(minutes(grammar, side, time.getMinute()));
            }
        }
        if (!tail.isEmpty()) {
            pieces.add(tail(grammar, side, time, tail));
        }
        return pieces;
    }

    private static Piece sharp(Grammar grammar, Side side, LocalTime time, String tail) {
        boolean half = time.getMinute() > 0;
        String script = grammar.hour(side, time.getHour(), half);
        script += half ? " " + grammar.minutes(side, time.getMinute()) : "";
        script += tail.isEmpty() ? "" : " " + tail;
        int hour = tail.isEmpty() ? named(grammar, side, time.getHour(), half) : time.getHour();
        String name = String.format(Locale.ROOT, "%s.%02d%02d", side.soundName(), hour, time.getMinute());
        return new Piece(name + (tail.isEmpty() ? "" : ".full"), script, side == Side.TO ? Place.LAST : Place.MIDDLE);
    }

    private static Piece hour(Grammar grammar, Side side, LocalTime time) {
        boolean follows = time.getMinute() > 0;
        String script = grammar.hour(side, time.getHour(), follows);
        boolean special = follows && !script.equals(grammar.hour(side, time.getHour(), false));
        boolean ownSound = side == Side.TO || side == Side.AT; // after "from" and "by" the full hour serves here too
        String name = String.format(
                Locale.ROOT,
                "%s.%02d%s",
                side.soundName(),
                named(grammar, side, time.getHour(), follows),
                special ? ".and" : ownSound ? "" : "00");
        return new Piece(name, script, Place.MIDDLE);
    }

    /** Nine in the morning and nine in the evening are one sound where both are called nine. */
    private static int named(Grammar grammar, Side side, int hour, boolean minutesFollow) {
        int small = (hour + 11) % 12 + 1;
        String script = grammar.hour(side, hour, minutesFollow);
        return script.equals(grammar.hour(side, small, minutesFollow)) ? small : hour;
    }

    /** Tens and units apart, but for those minutes at which offices open. */
    private static List<Piece> minutes(Grammar grammar, Side side, int minute) {
        if (minute > 20 && minute % PromiseWindow.STEP_MINUTES != 0) {
            return List.of(minute(grammar, side, minute / 10 * 10), grammar.digit(minute % 10));
        }
        return List.of(minute(grammar, side, minute));
    }

    private static Piece minute(Grammar grammar, Side side, int minute) {
        String script = grammar.minutes(side, minute);
        boolean common = script.equals(grammar.minutes(Side.AT, minute));
        String name = String.format(Locale.ROOT, "minute.%02d", minute);
        return new Piece(common ? name : name + ".of", script, Place.MIDDLE);
    }

    private static Piece tail(Grammar grammar, Side side, LocalTime time, String tail) {
        String name = grammar.part(time)
                .map(DayPart::soundName)
                .orElseGet(() -> "hours" + (side == Side.AT ? "" : ".of") + "."
                        + Numeral.slavic(time.getHour()).name().toLowerCase(Locale.ROOT));
        return new Piece(name, tail, Place.LAST);
    }
}
