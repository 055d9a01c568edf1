package ringdown.line;

import ringdown.audio.Frame;

/** Lengths of time counted in frames, the only time that lines know: it follows the board. */
final class Frames {
    private Frames() {}

    /** So many frames last at least that long. */
    static int of(int millis) {
        return (millis + Frame.MILLIS - 1) / Frame.MILLIS;
    }

    static int millis(int frames) {
        return frames * Frame.MILLIS;
    }
}
