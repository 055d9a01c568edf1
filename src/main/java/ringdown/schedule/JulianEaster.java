package ringdown.schedule;

import java.time.LocalDate;

/** Easter Sunday of the Orthodox churches, in the Gregorian calendar (Meeus's Julian algorithm; valid 1900 to 2099). */
final class JulianEaster {
    private static final int DAYS_BETWEEN_CALENDARS = 13;

    private JulianEaster() {}

    static LocalDate of(int year) {
        var a = year % 4;
        var b = year % 7;
        var c = year % 19;
        var d = (19 * c + 15) % 30;
        var e = (2 * a + 4 * b - d + 34) % 7;
        var sum = d + e + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1).plusDays(DAYS_BETWEEN_CALENDARS);
    }
}
