package ringdown.line;

/**
 * What a telephone's hook means: lifted, laid down, flashed, dialled by pulses (LINES rule 13). Belongs to the board's thread.
 */
final class HookWatch {
    /** What happened in a frame. */
    enum Event {
        NOTHING,
        LIFTED,
        /** The loop has stayed open for longer than any flash. */
        LAID_DOWN,
        FLASHED,
        /** A train of pulses has ended; see {@link #digit}. */
        PULSED
    }

    private static final int LIFT = Frames.of(20);
    private static final int SHORTEST_BREAK = Frames.of(20);
    private static final int LONGEST_PULSE = Frames.of(100);
    private static final int TRAIN_OVER = Frames.of(250);
    private static final int HANG_UP_MARGIN = Frames.of(100);

    private final int flashFrom;
    private final int flashTo;
    private boolean off;
    private int closedFor;
    private int openFor;
    private int pulses;
    private int flashDoubt;
    private char digit;

    /** Breaks of {@code from} to {@code to} milliseconds are a flash. */
    HookWatch(int from, int to) {
        flashFrom = Frames.of(from);
        flashTo = Frames.of(to);
    }

    /** The loop was opened from our side: its state says nothing for now. */
    void hold() {
        openFor = 0;
    }

    boolean off() {
        return off;
    }

    /** Breaks or a train of pulses are under way: what they mean is not known yet. */
    boolean inTrain() {
        return off && (openFor > 0 || pulses > 0);
    }

    char digit() {
        return digit;
    }

    /**
     * One frame.
     *
     * @param collecting the telephone dials: short breaks are pulses
     */
    Event frame(boolean closed, boolean collecting) {
        if (!closed) {
            return open();
        }
        int wasOpen = openFor;
        openFor = 0;
        closedFor++;
        if (!off) {
            return lift();
        }
        if (wasOpen >= SHORTEST_BREAK) {
            broken(wasOpen, collecting);
        }
        return closedAgain(collecting);
    }

    private Event open() {
        openFor++;
        closedFor = 0;
        if (off && openFor > flashTo + HANG_UP_MARGIN) {
            off = false;
            pulses = 0;
            flashDoubt = 0;
            return Event.LAID_DOWN;
        }
        return Event.NOTHING;
    }

    private Event lift() {
        if (closedFor < LIFT) {
            return Event.NOTHING;
        }
        off = true;
        pulses = 0;
        flashDoubt = 0;
        return Event.LIFTED;
    }

    private void broken(int frames, boolean collecting) {
        if (collecting && frames <= LONGEST_PULSE) {
            pulses++;
            flashDoubt = 0;
        } else {
            boolean flash = frames >= flashFrom && frames <= flashTo;
            flashDoubt = flash && flashDoubt == 0
                    ? 1
                    : -1; // a second break so soon, however long: a train, which is no flash
        }
        closedFor = 1;
    }

    private Event closedAgain(boolean collecting) {
        if (closedFor < TRAIN_OVER) {
            return Event.NOTHING;
        }
        if (pulses > 0) {
            digit = (char) ('0' + pulses % 10);
            boolean one = pulses <= 10 && collecting;
            pulses = 0;
            flashDoubt = 0;
            return one ? Event.PULSED : Event.NOTHING;
        }
        boolean flash = flashDoubt == 1;
        flashDoubt = 0;
        return flash ? Event.FLASHED : Event.NOTHING;
    }
}
