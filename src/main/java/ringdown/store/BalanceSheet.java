package ringdown.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import ringdown.ledger.Balance;
import ringdown.ledger.DeafTime;

/**
 * Draws up the balance of a period, in one read transaction. The first line counts the calls in that started in it; the second the
 * promises through which those calls are owed or were (a promise opened before the period and joined in it is there, so that what
 * is promised is always explained in full).
 */
final class BalanceSheet {
    private static final String CALLS =
            "FROM calls WHERE direction = 'in' AND started_at >= :from AND started_at < :to";

    /** Those made in a talk are few: they are looked at one by one, not the calls of the period. */
    private static final String PROMISES = """
            SELECT state, how, overdue_at > :now AS waits, count(*) AS n FROM promises WHERE id IN (
              SELECT promise_id FROM calls WHERE direction = 'in' AND started_at >= :from AND started_at < :to
                AND promise_id IS NOT NULL
              UNION SELECT p.id FROM promises p INDEXED BY promises_agreed CROSS JOIN calls c ON c.id = p.call_id
                WHERE p.in_talk = 1 AND c.direction = 'in' AND c.started_at >= :from AND c.started_at < :to)
            GROUP BY state, how, waits""";

    private final Handle db;
    private final Instant from;
    private final Instant to;
    private final Instant now;

    BalanceSheet(Handle db, Instant from, Instant to, Instant now) {
        this.db = db;
        this.from = from;
        this.to = to;
        this.now = now;
    }

    Balance balance() {
        Map<String, Integer> by = outcomes();
        int in = by.values().stream().mapToInt(Integer::intValue).sum();
        Balance.Promises promises = promises();
        int lost = promises.overdue()
                + promises.closed().getOrDefault("unreachable", 0)
                + promises.closed().getOrDefault("noNumber", 0);
        List<DeafTime> deaf = DeafReads.between(db, from, to);
        return new Balance(
                in,
                count(by, "talked"),
                count(by, "message", "gaveUp", "interrupted"),
                count(by, "refused"),
                count(by, "ringing", "talking"),
                promises,
                lost,
                seconds(deaf, time -> time.cause() != DeafTime.Cause.ALL_BUSY),
                seconds(deaf, time -> time.cause() == DeafTime.Cause.ALL_BUSY));
    }

    private Map<String, Integer> outcomes() {
        Map<String, Integer> counts = new HashMap<>();
        db.createQuery("SELECT outcome, count(*) AS n " + CALLS + " GROUP BY outcome")
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli())
                .map((row, context) -> counts.put(row.getString("outcome"), row.getInt("n")))
                .list();
        return counts;
    }

    private static int count(Map<String, Integer> counts, String... words) {
        int sum = 0;
        for (String word : words) {
            sum += counts.getOrDefault(word, 0);
        }
        return sum;
    }

    private Balance.Promises promises() {
        Tally tally = new Tally();
        db.createQuery(PROMISES)
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli())
                .bind("now", now.toEpochMilli())
                .map((row, context) -> tally.add(
                        row.getString("state"), row.getString("how"), row.getBoolean("waits"), row.getInt("n")))
                .list();
        int covered = db.createQuery("SELECT count(promise_id) " + CALLS)
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli())
                .mapTo(Integer.class)
                .one();
        return new Balance.Promises(tally.made, covered, tally.kept, tally.waiting, tally.overdue, tally.closed);
    }

    private final class Tally {
        private int made;
        private int kept;
        private int waiting;
        private int overdue;
        private final Map<String, Integer> closed = new TreeMap<>();

        int add(String state, String how, boolean waits, int n) {
            made += n;
            switch (state) {
                case "kept" -> kept += n;
                case "closed" -> closed.merge(how, n, Integer::sum);
                default -> owe(waits, n);
            }
            return made;
        }

        private void owe(boolean waits, int n) {
            if (waits) {
                waiting += n;
            } else {
                overdue += n;
            }
        }
    }

    /** Seconds of the period in which lines were deaf; what lasts counts up to now, two causes on one line at once count once. */
    private double seconds(List<DeafTime> times, Predicate<DeafTime> which) {
        Instant end = now.isBefore(to) ? now : to;
        Map<String, Instant> deafUpTo = new HashMap<>();
        long millis = 0;
        for (DeafTime time : times.reversed()) {
            if (which.test(time)) {
                Instant start = later(time.from(), deafUpTo.getOrDefault(time.via(), from));
                Instant stop = time.to() == null || time.to().isAfter(end) ? end : time.to();
                if (stop.isAfter(start)) {
                    millis += stop.toEpochMilli() - start.toEpochMilli();
                    deafUpTo.put(time.via(), stop);
                }
            }
        }
        return millis / 1000.0;
    }

    private Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
