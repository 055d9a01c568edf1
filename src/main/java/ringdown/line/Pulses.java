package ringdown.line;

/** Dials by breaking the loop: ten pulses a second, 60 ms broken and 40 ms closed, 800 ms between digits (facts §6.6). */
final class Pulses {
    private static final int BREAK = Frames.of(60);
    private static final int PULSE = Frames.of(100);
    private static final int BETWEEN = Frames.of(800);

    private final FxoCard card;
    private final String digits;
    private int index;
    private int inDigit;

    /** Digits 0 to 9; a dial has no other keys, they are left out. */
    Pulses(FxoCard card, String digits) {
        this.card = card;
        this.digits = digits.replaceAll("[^0-9]", "");
    }

    boolean finished() {
        return index >= digits.length();
    }

    /** Sets the hook for the next frame. */
    void frame() {
        if (finished()) {
            return;
        }
        int digit = digits.charAt(index) - '0';
        int pulses = digit == 0 ? 10 : digit;
        boolean inTrain = inDigit < pulses * PULSE;
        card.hook(!inTrain || inDigit % PULSE >= BREAK);
        if (++inDigit >= pulses * PULSE + BETWEEN) {
            inDigit = 0;
            index++;
        }
    }
}
