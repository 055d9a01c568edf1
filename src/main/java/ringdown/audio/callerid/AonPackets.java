package ringdown.audio.callerid;

import org.jspecify.annotations.Nullable;

/** Puts elements together: nine from START on are a turn, two equal turns are a number. */
final class AonPackets {
    private final int[] elements = new int[AonCode.ELEMENTS];
    private int count;
    private @Nullable String last;
    private boolean told;

    /** Gives the number when this element completes the second equal turn, once. */
    @Nullable
    String element(int pair) {
        if (pair == AonCode.START) {
            count = 0;
        } else if (count == 0) {
            return null;
        }
        elements[count++] = pair;
        if (count < AonCode.ELEMENTS) {
            return null;
        }
        count = 0;
        String number = number();
        boolean equal = number != null && number.equals(last);
        last = number != null ? number : last;
        if (!equal || told) {
            return null;
        }
        told = true;
        return number;
    }

    /** Something that is no element came in between. */
    void interrupted() {
        count = 0;
    }

    /** Digits come from the last to the first; a REPEAT stands for the element before it. */
    private @Nullable String number() {
        var digits = new StringBuilder();
        int before = AonCode.digit(elements[1]);
        if (before < 0) {
            return null;
        }
        for (int i = 2; i < AonCode.ELEMENTS; i++) {
            int digit = elements[i] == AonCode.REPEAT ? before : AonCode.digit(elements[i]);
            if (digit < 0) {
                return null;
            }
            digits.append(digit);
            before = digit;
        }
        return digits.reverse().toString();
    }
}
