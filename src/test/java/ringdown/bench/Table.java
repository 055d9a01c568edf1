package ringdown.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures of several runs, a line each: median, smallest, largest, and what is wanted. */
final class Table {
    private final List<String> lines = new ArrayList<>();

    Table(String title) {
        lines.add(title);
        lines.add(String.format(Locale.ROOT, "  %-52s %10s %10s %10s   %s", "", "median", "min", "max", "wanted"));
    }

    /** @param wanted an upper limit; NaN: none */
    void row(String what, List<Double> values, String unit, double wanted) {
        double median = percentile(values, 50);
        String limit = Double.isNaN(wanted)
                ? "-"
                : String.format(Locale.ROOT, "<= %.4g %s: %s", wanted, unit, median <= wanted ? "reached" : "MISSED");
        lines.add(String.format(
                Locale.ROOT,
                "  %-52s %10.4g %10.4g %10.4g   %s",
                what + ", " + unit + " (" + values.size() + ")",
                median,
                percentile(values, 0),
                percentile(values, 100),
                limit));
    }

    void note(String text) {
        lines.add("  " + text);
    }

    void print() {
        lines.forEach(System.out::println);
    }

    /** Nearest rank. */
    static double percentile(List<Double> values, double percent) {
        List<Double> sorted = values.stream().sorted().toList();
        int rank = (int) Math.ceil(percent / 100 * sorted.size());
        return sorted.get(Math.clamp(rank - 1, 0, sorted.size() - 1));
    }
}
