package ringdown.board.simulated;

import ringdown.audio.Frame;

/** What a hybrid lets leak from one direction into the other: a loss and a delay. Belongs to the board's thread. */
final class EchoPath {
    private final double gain;
    private final short[] delayed;
    private int at;

    EchoPath(Echo echo) {
        gain = Math.pow(10, -echo.lossDb() / 20);
        delayed = new short[Frame.samples(echo.delayMs()) + 1];
    }

    /** Adds the echo of one sample: takes it in, gives what leaks now. */
    double leak(short sample) {
        delayed[at] = sample;
        at = at + 1 == delayed.length ? 0 : at + 1;
        return delayed[at] * gain;
    }
}
