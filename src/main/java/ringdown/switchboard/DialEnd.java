package ringdown.switchboard;

import ringdown.call.HangupCause;
import ringdown.ledger.Outcome;

/** What it means that a call out ended before anybody talked. Stateless. */
final class DialEnd {
    private DialEnd() {}

    /** Another line or trunk may succeed where this one failed. */
    static boolean nextMayHelp(HangupCause cause) {
        return switch (cause) {
            case UNREACHABLE, CONGESTION, FAULT, LOST, NOT_ACCEPTABLE -> true;
            case NORMAL,
                    CANCELLED,
                    BUSY,
                    NO_ANSWER,
                    REJECTED,
                    NO_SUCH_NUMBER,
                    ANSWERED_ELSEWHERE,
                    SILENCE,
                    REFUSED,
                    SHUTDOWN -> false;
        };
    }

    /** A number that must be known everywhere is refused here: another provider may know it. */
    static boolean nextMayLetThrough(HangupCause cause) {
        return switch (cause) {
            case NO_SUCH_NUMBER, REFUSED, REJECTED, NO_ANSWER -> true;
            case NORMAL,
                    CANCELLED,
                    BUSY,
                    UNREACHABLE,
                    CONGESTION,
                    FAULT,
                    LOST,
                    NOT_ACCEPTABLE,
                    ANSWERED_ELSEWHERE,
                    SILENCE,
                    SHUTDOWN -> false;
        };
    }

    /** What the call out counts as. */
    static Outcome outcome(HangupCause cause) {
        return switch (cause) {
            case BUSY, REJECTED -> Outcome.BUSY;
            case NORMAL, CANCELLED, NO_ANSWER, ANSWERED_ELSEWHERE, SILENCE, SHUTDOWN -> Outcome.NOT_ANSWERED;
            case UNREACHABLE, NO_SUCH_NUMBER, CONGESTION, NOT_ACCEPTABLE, LOST, REFUSED, FAULT -> Outcome.FAILED;
        };
    }
}
