package ringdown.prompts;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.List;
import java.util.Locale;

/** Names of the sounds for days and months, the same in each language. */
final class Days {
    private Days() {}

    static String near(int days) {
        return List.of("yesterday", "today", "tomorrow").get(days + 1);
    }

    static String on(DayOfWeek day) {
        return "on." + day.name().toLowerCase(Locale.ROOT);
    }

    static String of(DayOfWeek day) {
        return "of." + day.name().toLowerCase(Locale.ROOT);
    }

    static String day(int day) {
        return String.format(Locale.ROOT, "day.%02d", day);
    }

    static String month(Month month) {
        return "month." + month.name().toLowerCase(Locale.ROOT);
    }
}
