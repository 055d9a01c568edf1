package ringdown.prompts;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;

/** The part of the day said after an hour, where the hour alone could be mistaken. */
enum DayPart {
    NIGHT,
    MORNING,
    AFTERNOON,
    EVENING;

    /** The part that holds a moment; none at noon and midnight sharp, which have names of their own. */
    static Optional<DayPart> of(LocalTime time) {
        if (time.getMinute() == 0 && time.getHour() % 12 == 0) {
            return Optional.empty();
        }
        int hour = time.getHour();
        if (hour < 4 || hour >= 22) {
            return Optional.of(NIGHT);
        }
        if (hour < 12) {
            return Optional.of(MORNING);
        }
        return Optional.of(hour < 18 ? AFTERNOON : EVENING);
    }

    /** The part where hours are counted to 24, so that only those before noon need one. */
    static Optional<DayPart> of24(LocalTime time) {
        return time.getHour() < 12 ? of(time) : Optional.empty();
    }

    String soundName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
