package ringdown.line;

import ringdown.number.Collected;
import ringdown.number.DialPlan;

/** Digits on their way from an analog telephone: until the plan knows enough, or nobody dials any more. Belongs to the board's thread. */
final class Dialling {
    private static final int FIRST_DIGIT = Frames.of(15_000);
    private static final int NEXT_DIGIT = Frames.of(4000);

    /** How far it has come. */
    enum Stand {
        GOING_ON,
        /** Place the call. */
        DONE,
        /** No such number, or nobody dials. */
        FAILED
    }

    private final DialPlan plan;
    private final StringBuilder digits = new StringBuilder();
    private final boolean patient;
    private int quietFor;

    /** {@code patient}: whoever has dialled nothing yet is waited for without end (alarm devices, LINES rule 14). */
    Dialling(DialPlan plan, boolean patient) {
        this.plan = plan;
        this.patient = patient;
    }

    /** What was dialled. */
    String digits() {
        return digits.toString();
    }

    boolean begun() {
        return !digits.isEmpty();
    }

    Stand digit(char digit) {
        quietFor = 0;
        if (digit == '#' && begun() && digits.charAt(0) != '*') {
            return Stand.DONE; // "send": all that was to come has come
        }
        digits.append(digit);
        Collected collected = plan.collect(digits());
        return switch (collected) {
            case INCOMPLETE, MAYBE_COMPLETE -> Stand.GOING_ON;
            case COMPLETE -> Stand.DONE;
            case INVALID -> Stand.FAILED;
        };
    }

    /** Another frame without a digit. */
    Stand quiet() {
        quietFor++;
        if (!begun()) {
            return quietFor >= FIRST_DIGIT && !patient ? Stand.FAILED : Stand.GOING_ON;
        }
        return quietFor >= NEXT_DIGIT ? Stand.DONE : Stand.GOING_ON;
    }
}
