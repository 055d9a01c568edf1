package ringdown.audio.callerid;

/**
 * The code of the Russian packet without gaps: two of six frequencies for 40 ms each (weights 0 1 2 4 7 11), no pause.
 * An element is a pair, written as low * 6 + high.
 */
final class AonCode {
    static final int[] HZ = {700, 900, 1100, 1300, 1500, 1700};
    static final int ELEMENT_MILLIS = 40;
    static final int START = pair(2, 5);
    static final int REPEAT = pair(3, 5);
    /** START, category and seven digits. */
    static final int ELEMENTS = 9;

    static final int DIGITS = 7;

    /** Pair of each digit 0..9. */
    private static final int[] PAIRS = {
        pair(3, 4),
        pair(0, 1),
        pair(0, 2),
        pair(1, 2),
        pair(0, 3),
        pair(1, 3),
        pair(2, 3),
        pair(0, 4),
        pair(1, 4),
        pair(2, 4)
    };

    private AonCode() {}

    static int pair(int low, int high) {
        return low * 6 + high;
    }

    static int ofDigit(int digit) {
        return PAIRS[digit];
    }

    /** The digit of a pair, -1 if it stands for none. */
    static int digit(int pair) {
        for (int digit = 0; digit < PAIRS.length; digit++) {
            if (PAIRS[digit] == pair) {
                return digit;
            }
        }
        return -1;
    }
}
