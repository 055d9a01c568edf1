package ringdown.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What differs between two office files, line by line: {@code " "} stays, {@code "-"} goes, {@code "+"} comes, {@code "@@"} parts two
 * places. Two lines that stay stand around each change, so that it can be found again and taken back. Pure.
 *
 * @param lines each with its mark
 */
public record FileDiff(List<String> lines) {
    private static final int AROUND = 2;
    private static final String PART = "@@";

    public FileDiff {
        lines = List.copyOf(lines);
    }

    /** As it is kept. */
    public static FileDiff read(String text) {
        return new FileDiff(text.isEmpty() ? List.of() : Arrays.asList(text.split("\n", -1)));
    }

    /** As it is kept. */
    public String text() {
        return String.join("\n", lines);
    }

    static FileDiff of(String before, String after) {
        List<String> marked = marked(before.lines().toList(), after.lines().toList());
        List<String> shown = new ArrayList<>();
        int last = -1;
        for (int i = 0; i < marked.size(); i++) {
            if (near(marked, i)) {
                if (last >= 0 && i > last + 1) {
                    shown.add(PART);
                }
                shown.add(marked.get(i));
                last = i;
            }
        }
        return new FileDiff(shown);
    }

    private static boolean near(List<String> marked, int i) {
        int from = Math.max(0, i - AROUND);
        int to = Math.min(marked.size(), i + AROUND + 1);
        return marked.subList(from, to).stream().anyMatch(line -> !line.startsWith(" "));
    }

    /** The longest common lines stay; what is equal at both ends is not even looked at. */
    private static List<String> marked(List<String> a, List<String> b) {
        int head = 0;
        while (head < a.size() && head < b.size() && a.get(head).equals(b.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < a.size() - head
                && tail < b.size() - head
                && a.get(a.size() - 1 - tail).equals(b.get(b.size() - 1 - tail))) {
            tail++;
        }
        List<String> all = new ArrayList<>();
        a.subList(0, head).forEach(line -> all.add(" " + line));
        all.addAll(middle(a.subList(head, a.size() - tail), b.subList(head, b.size() - tail)));
        a.subList(a.size() - tail, a.size()).forEach(line -> all.add(" " + line));
        return all;
    }

    private static List<String> middle(List<String> a, List<String> b) {
        int[][] common = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                common[i][j] = a.get(i).equals(b.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<String> all = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
                all.add(" " + a.get(i++));
                j++;
            } else if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
                all.add("-" + a.get(i++));
            } else {
                all.add("+" + b.get(j++));
            }
        }
        return all;
    }

    /** The file without this change; empty if the places cannot be found any more, each exactly once. */
    Optional<String> takenBack(String file) {
        List<String> now = new ArrayList<>(file.lines().toList());
        List<String> hunk = new ArrayList<>();
        for (String line : withEnd()) {
            if (!line.equals(PART)) {
                hunk.add(line);
                continue;
            }
            List<String> stands = side(hunk, '-');
            int at = Collections.indexOfSubList(now, stands);
            if (at < 0 || at != Collections.lastIndexOfSubList(now, stands)) {
                return Optional.empty();
            }
            now.subList(at, at + stands.size()).clear();
            now.addAll(at, side(hunk, '+'));
            hunk.clear();
        }
        return Optional.of(String.join("\n", now) + "\n");
    }

    private List<String> withEnd() {
        List<String> all = new ArrayList<>(lines);
        all.add(PART);
        return all;
    }

    private static List<String> side(List<String> hunk, char without) {
        return hunk.stream()
                .filter(line -> line.charAt(0) != without)
                .map(line -> line.substring(1))
                .toList();
    }
}
