package ringdown.quality;

import java.time.Instant;
import java.util.List;
import ringdown.ledger.Outcome;

/** Calls in of a period by what became of them: in = talked + promised + refused + open (CONTRACT §3). Pure. */
public record DaySheet(List<CallFact> calls, Instant now) {
    public DaySheet {
        calls = List.copyOf(calls);
    }

    /** All of them. */
    public Part in() {
        return Part.of(calls, call -> true);
    }

    /** A person and the caller talked last. */
    public Part talked() {
        return Part.of(calls, call -> call.outcome() == Outcome.TALKED);
    }

    /** Owed a call, or were. */
    public Part promised() {
        return Part.of(calls, call -> switch (call.outcome()) {
            case MESSAGE, GAVE_UP, INTERRUPTED -> true;
            case TALKED, REFUSED, RINGING, TALKING, NOT_ANSWERED, BUSY, FAILED -> false;
        });
    }

    /** By a rule of the office file. */
    public Part refused() {
        return Part.of(calls, call -> call.outcome() == Outcome.REFUSED);
    }

    /** Still going. */
    public Part open() {
        return Part.of(calls, call -> call.outcome().open());
    }

    /** Overdue, given up, or without a number. */
    public Part lost() {
        return Part.of(calls, call -> call.lost(now));
    }

    /**
     * What the day is summed up in: {@code noCalls}, {@code nobodyLost} only when nobody was, else {@code lost}.
     *
     * @param lost as the balance counts it, promises made in a talk included
     */
    public String sentence(int lost) {
        if (lost > 0 || lost().n() > 0) {
            return "lost";
        }
        return calls.isEmpty() ? "noCalls" : "nobodyLost";
    }
}
