package ringdown.schedule;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A table in a small text of the jar: "MM-DD", "easter julian DAYS", "weekend moves [except MM-DD to MM-DD]", "decreed". */
final class TextTable implements HolidayTable {
    private static final String MOVES = "weekend moves";
    private static final String EASTER = "easter julian ";
    private final List<String> lines;

    TextTable(List<String> lines) {
        this.lines = lines;
    }

    @Override
    public Set<LocalDate> holidays(int year) {
        var days = new TreeSet<LocalDate>();
        for (var line : lines) {
            if (line.startsWith(EASTER)) {
                days.add(JulianEaster.of(year).plusDays(Long.parseLong(line.substring(EASTER.length()))));
            } else if (Character.isDigit(line.charAt(0))) {
                days.add(MonthDay.parse("--" + line).atYear(year));
            }
        }
        return days;
    }

    @Override
    public boolean movesFromWeekend(LocalDate holiday) {
        return lines.stream()
                .filter(line -> line.startsWith(MOVES))
                .anyMatch(line -> !excepted(line, MonthDay.from(holiday)));
    }

    private static boolean excepted(String line, MonthDay day) {
        var words = line.substring(MOVES.length()).strip().split(" ", -1);
        return words.length == 4
                && !day.isBefore(MonthDay.parse("--" + words[1]))
                && !day.isAfter(MonthDay.parse("--" + words[3]));
    }

    @Override
    public boolean decreed() {
        return lines.contains("decreed");
    }

    @Override
    public boolean known() {
        return true;
    }
}
