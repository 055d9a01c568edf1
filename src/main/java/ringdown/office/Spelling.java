package ringdown.office;

/** Whether one word is a slip of the pen away from another. */
final class Spelling {
    private Spelling() {}

    /** At most two letters wrong, missing or too many (Levenshtein), one in short words. */
    static boolean isClose(String a, String b) {
        var row = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                var best = Math.min(diagonal + cost, Math.min(row[j], row[j - 1]) + 1);
                diagonal = row[j];
                row[j] = best;
            }
        }
        return row[b.length()] <= (Math.min(a.length(), b.length()) > 4 ? 2 : 1);
    }
}
