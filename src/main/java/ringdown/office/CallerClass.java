package ringdown.office;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A kind of caller; the order in the file is the priority.
 *
 * @param key pressed after a call to class the caller, null: none
 * @param script null: the team 20 s, its head 20 s, message
 * @param team used where there is no script
 * @param responsible a team's name or an extension
 * @param callBackWithin working time from due to overdue
 * @param hearWithin for {@link Obligation#LISTEN}
 * @param refuse callers of this class are refused by rule
 */
public record CallerClass(
        String name,
        @Nullable String key,
        @Nullable String script,
        @Nullable String team,
        @Nullable String responsible,
        @Nullable Duration answerWithin,
        Duration callBackWithin,
        Obligation obligation,
        @Nullable Duration hearWithin,
        boolean refuse) {
    public static final Duration CALL_BACK_WITHIN = Duration.ofHours(1);

    /** What the office owes a caller of the class (SITUATIONS rule 5). */
    public enum Obligation {
        CALL_BACK,
        LISTEN,
        NONE
    }

    /** Whoever is refused is owed as little as a wrong number, whatever else the file says of the class. */
    public boolean owedNothing() {
        return refuse || obligation == Obligation.NONE;
    }
}
