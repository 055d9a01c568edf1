package ringdown.simulator;

/** Whoever is called over a line: answers, is busy, or is not there. Guarded by its owner's lock. */
final class CalledParty {
    /** How it stands with the call. */
    enum Stand {
        BUSY,
        RINGS,
        ANSWERS
    }

    private static final int ORDINARY_MS = 2000;

    private boolean busy;
    private boolean noAnswer;
    private int answersAfterMs = ORDINARY_MS;

    /** Of answers, busy and noAnswer the one named last holds. */
    void change(ExchangeChange wish) {
        if (wish.answersAfterMs() != null) {
            answersAfterMs = wish.answersAfterMs();
            busy = false;
            noAnswer = false;
        }
        if (wish.busy() != null) {
            busy = wish.busy();
            noAnswer = noAnswer && !busy;
        }
        if (wish.noAnswer() != null) {
            noAnswer = wish.noAnswer();
            busy = busy && !noAnswer;
        }
    }

    /** So many milliseconds after the last digit. */
    Stand after(int millis) {
        if (busy) {
            return Stand.BUSY;
        }
        return noAnswer || millis < answersAfterMs ? Stand.RINGS : Stand.ANSWERS;
    }
}
