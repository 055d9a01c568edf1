package ringdown.board.modem;

import ringdown.audio.Frame;

/**
 * Whether the box has finished speaking: silence for long, or for a short time behind a steady tone, after which whoever hears it is
 * asked to speak. Belongs to the modem's thread.
 */
final class Silence {
    /** Louder is a sound; dither of a resampler is not. */
    static final int QUIET = 12;

    /** A tone of a tenth of a second that does not change by more than a tenth. */
    private static final int STEADY_FRAMES = 10;

    private static final double CHANGE = 0.1;

    private final int after;
    private final int behindTone;
    private int silent;
    private int steady;
    private double level;
    private boolean tone;
    private boolean spoke;

    /** Numbers of samples. */
    Silence(int after, int behindTone) {
        this.after = after;
        this.behindTone = behindTone;
    }

    void begin() {
        silent = 0;
        steady = 0;
        tone = false;
        spoke = false;
    }

    /** A frame that is spoken. */
    void frame(short[] pcm) {
        double power = 0;
        int peak = 0;
        for (short sample : pcm) {
            power += (double) sample * sample;
            peak = Math.max(peak, Math.abs(sample));
        }
        if (peak <= QUIET) {
            silent += Frame.SAMPLES;
            return;
        }
        double now = Math.sqrt(power / pcm.length);
        steady = Math.abs(now - level) <= CHANGE * level ? steady + 1 : 0;
        // The last frame of a tone is cut somewhere: it changes nothing.
        tone = steady >= STEADY_FRAMES || (tone && now < level);
        level = now;
        silent = 0;
        spoke = true;
    }

    boolean reached() {
        return silent >= (spoke && tone ? behindTone : after);
    }
}
