package ringdown.quality;

import java.util.List;
import java.util.function.Predicate;

/**
 * So many of so many, and which they are.
 *
 * @param n how many
 * @param of of how many; the ids of {@code calls} are those that count in {@code n}
 */
public record Part(int n, int of, List<String> calls) {
    public Part {
        calls = List.copyOf(calls);
    }

    /** Those of the calls for which it holds. */
    static Part of(List<CallFact> calls, Predicate<CallFact> which) {
        List<String> ids = calls.stream().filter(which).map(CallFact::id).toList();
        return new Part(ids.size(), calls.size(), ids);
    }
}
