package ringdown.board.proslic;

/**
 * How often a line that a power alarm has opened is closed again without more ado: ten times, one more every ten seconds. More
 * would cook the transistors (facts 3.7). Belongs to its driver.
 */
final class PowerCredit {
    private static final int MOST = 10;
    private static final int ONE_BACK = 10_000;
    private static final int PROBATION = 2000;

    private int credit = MOST;
    private int since;
    private int probation;

    /** One millisecond on. */
    void millisecond() {
        probation = Math.max(0, probation - 1);
        if (++since >= ONE_BACK) {
            since = 0;
            credit = Math.min(MOST, credit + 1);
        }
    }

    /** A power alarm; true when the line may be closed again. */
    boolean spend() {
        if (probation > 0 || credit == 0) {
            return false;
        }
        credit--;
        return true;
    }

    /** The line is tried after it had been given up. */
    void onProbation() {
        probation = PROBATION;
    }

    /** Whether the attempt has lasted, or there was none. */
    boolean proven() {
        return probation == 0;
    }
}
