package ringdown.simulator;

import ringdown.board.simulated.ExchangePair;
import ringdown.board.simulated.ExchangePair.Battery;

/** The exchange's battery on one line: its polarity, and breaks of it. Guarded by its owner's lock. */
final class Feeding {
    private static final int LOOP_BREAK = 60;
    private static final int BREAK_AFTER = 10;

    private final ExchangePair pair;
    private Battery now = Battery.NORMAL;
    private boolean reversed;
    private boolean turnedAtAnswer;
    private int breakIn;
    private int breakFor;

    Feeding(ExchangePair pair) {
        this.pair = pair;
    }

    void reverse(boolean now) {
        reversed = now;
    }

    /** After so many frames no current for so many. */
    private void interrupt(int after, int frames) {
        breakIn = after;
        breakFor = frames;
    }

    /** Either side has answered. */
    void answered(LineHabits habits) {
        interrupt(BREAK_AFTER, LineHabits.frames(habits.breakAtAnswerMs(), 1));
        turnedAtAnswer = LineHabits.on(habits.reversalOnAnswer());
        reversed = reversed != turnedAtAnswer;
    }

    /** The far end has hung up in that way; who turned the polarity with the answer turns it back with busy tone. */
    void released(HangUpSignal how) {
        switch (how) {
            case REVERSAL -> reversed = !reversed;
            case LOOP_BREAK -> interrupt(0, LOOP_BREAK);
            case BUSY_TONE -> reversed = reversed != turnedAtAnswer;
            case SILENCE -> {}
        }
    }

    /** As on a line at rest. */
    void rest() {
        turnedAtAnswer = false;
        reversed = false;
        breakFor = 0;
    }

    /** One frame. */
    void frame() {
        boolean broken = breakFor > 0 && breakIn <= 0;
        breakFor -= broken ? 1 : 0;
        breakIn--;
        Battery next = broken ? Battery.OPEN : reversed ? Battery.REVERSED : Battery.NORMAL;
        if (next != now) {
            now = next;
            pair.battery(next);
        }
    }
}
