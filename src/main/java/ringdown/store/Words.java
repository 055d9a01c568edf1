package ringdown.store;

import java.util.Collection;
import java.util.stream.Collectors;

/** Words that people chose, as one JSON list for a query: unlike ids they may hold anything. */
final class Words {
    private Words() {}

    static String json(Collection<String> words) {
        return words.stream().map(Words::quoted).collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String word) {
        StringBuilder text = new StringBuilder("\"");
        word.chars().forEach(c -> {
            if (c == '"' || c == '\\' || c < ' ') {
                text.append(String.format("\\u%04x", c));
            } else {
                text.append((char) c);
            }
        });
        return text.append('"').toString();
    }
}
