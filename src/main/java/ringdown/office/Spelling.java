package ringdown.office;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Whether one word is a slip of the pen away from another. */
public final class Spelling {
    private Spelling() {}

    /** The known word that is meant by a wrong one, if one is close: the closest, without regard to capitals. */
    public static Optional<String> nearest(String wrong, Collection<String> known) {
        var small = wrong.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(word -> word.equalsIgnoreCase(wrong) || isClose(word.toLowerCase(Locale.ROOT), small))
                .min(Comparator.comparingInt(word -> distance(word.toLowerCase(Locale.ROOT), small)));
    }

    /** At most two slips, one in short words. */
    static boolean isClose(String a, String b) {
        return distance(a, b) <= (Math.min(a.length(), b.length()) > 4 ? 2 : 1);
    }

    /** Letters wrong, missing, too many or changed places with their neighbour (Damerau-Levenshtein, optimal string alignment). */
    private static int distance(String a, String b) {
        var before = new int[b.length() + 1];
        var row = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var next = new int[b.length() + 1];
            next[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                next[j] = Math.min(row[j - 1] + cost, Math.min(row[j], next[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    next[j] = Math.min(next[j], before[j - 2] + 1);
                }
            }
            before = row;
            row = next;
        }
        return row[b.length()];
    }
}
