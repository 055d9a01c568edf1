package ringdown.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a number of the office brings. Lengths are seconds.
 *
 * @param number null: a line whose own number is not known
 * @param via the line or trunk where its calls arrive; null: outside, or not said
 * @param inFile false: calls arrive for it and the office file does not name it
 * @param countedWith the line's own number, with which its calls are counted, since a line does not tell what was dialled; null: by itself
 * @param calls in of the period; empty lists where they cannot be told
 * @param allBusySeconds how long its callers heard busy
 * @param lastCall ever; null: none
 * @param retireDue it should no longer be in print
 */
public record NumberFigures(
        @Nullable String number,
        @Nullable String via,
        @Nullable String purpose,
        List<String> printed,
        @Nullable String script,
        boolean inFile,
        @Nullable String countedWith,
        List<String> calls,
        List<String> lost,
        double allBusySeconds,
        @Nullable Instant lastCall,
        @Nullable LocalDate retire,
        @Nullable String replaceBy,
        boolean retireDue) {
    public NumberFigures {
        printed = List.copyOf(printed);
        calls = List.copyOf(calls);
        lost = List.copyOf(lost);
    }

    /** Its calls arrive here and can be told from others. */
    public boolean counted() {
        return via != null && countedWith == null;
    }

    /** In print for nothing, as far as this period tells. */
    public boolean neverRang() {
        return counted() && calls.isEmpty();
    }

    /** Calls come and nobody has said what the number is for: no purpose, not in print. */
    public boolean withoutPurpose() {
        return !calls.isEmpty() && (!inFile || purpose == null && printed.isEmpty());
    }
}
