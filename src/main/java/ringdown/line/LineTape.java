package ringdown.line;

import ringdown.audio.Frame;

/** The last seconds that were heard on a line, as they came. Belongs to the board's thread. */
final class LineTape {
    private static final int LENGTH = Frame.samples(6000);

    private final short[] tape = new short[LENGTH];
    private int at;
    private int filled;

    void add(short[] frame) {
        System.arraycopy(frame, 0, tape, at, Frame.SAMPLES);
        at = (at + Frame.SAMPLES) % LENGTH;
        filled = Math.min(LENGTH, filled + Frame.SAMPLES);
    }

    /** The last so many frames, or as many as there are. */
    short[] last(int frames) {
        int wanted = Math.min(filled, frames * Frame.SAMPLES);
        short[] out = new short[wanted];
        int from = (at - wanted + LENGTH) % LENGTH;
        int first = Math.min(wanted, LENGTH - from);
        System.arraycopy(tape, from, out, 0, first);
        System.arraycopy(tape, 0, out, first, wanted - first);
        return out;
    }

    void restart() {
        filled = 0;
    }
}
