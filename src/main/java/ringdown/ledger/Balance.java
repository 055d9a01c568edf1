package ringdown.ledger;

import java.util.Map;

/** The ledger that balances, twice: calls in by what became of them, and promises by what became of those. */
public record Balance(
        int in,
        int talked,
        int promised,
        int refused,
        int open,
        Promises promises,
        int lost,
        double deafSeconds,
        double allBusySeconds) {
    /** The second line. {@code closed}: how to count. */
    public record Promises(
            int made, int callsCovered, int kept, int waiting, int overdue, Map<String, Integer> closed) {}

    /** Both lines add up. */
    public boolean balanced() {
        int closedWithoutTalk =
                promises.closed().values().stream().mapToInt(Integer::intValue).sum();
        return in == talked + promised + refused + open
                && promises.made() == promises.kept() + promises.waiting() + promises.overdue() + closedWithoutTalk;
    }
}
