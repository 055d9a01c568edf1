package ringdown.audio;

/**
 * Fills in for lost packets the way ITU-T G.711 Appendix I does: the last pitch period is repeated, after 10 ms with a
 * slow fade, silent after 60 ms; the next good frame is faded in over it. Unlike Appendix I it adds no delay: the seam at
 * the beginning of a gap is left as it is, at a whole pitch period. Belongs to one thread.
 */
public final class LossConcealment {
    private static final int LONGEST_PITCH = 120;
    private static final int SHORTEST_PITCH = 40;
    private static final int MATCH = 160;
    private static final int HISTORY = LONGEST_PITCH + MATCH;
    private static final int FADE_AFTER = Frame.samples(10);
    private static final int SILENT_AFTER = Frame.samples(60);
    private static final int OVERLAP = Frame.samples(4);

    private final short[] history = new short[HISTORY];
    private int pitch;
    private int lost;

    /** A frame has come: it is remembered, and faded in when frames were lost before it. */
    public void good(short[] frame, int offset, int length) {
        if (lost > 0) {
            int overlap = Math.min(OVERLAP, length);
            for (int i = 0; i < overlap; i++) {
                double in = (i + 1.0) / (overlap + 1);
                frame[offset + i] = (short) Math.round(frame[offset + i] * in + concealed() * (1 - in));
            }
            lost = 0;
        }
        remember(frame, offset, length);
    }

    /** A frame is missing: fills {@code out} in its place. */
    public void lost(short[] out, int offset, int length) {
        if (lost == 0) {
            pitch = pitch();
        }
        for (int i = offset; i < offset + length; i++) {
            out[i] = concealed();
        }
    }

    private short concealed() {
        double gain =
                lost < FADE_AFTER ? 1 : Math.max(0, 1 - (double) (lost - FADE_AFTER) / (SILENT_AFTER - FADE_AFTER));
        short sample = history[HISTORY - pitch + lost % pitch];
        lost++;
        return (short) Math.round(sample * gain);
    }

    /** The lag at which the last 20 ms look most like what was before them. */
    private int pitch() {
        int best = SHORTEST_PITCH;
        double bestScore = -Double.MAX_VALUE;
        for (int lag = SHORTEST_PITCH; lag <= LONGEST_PITCH; lag++) {
            double product = 0;
            double energy = 1;
            for (int i = HISTORY - MATCH; i < HISTORY; i++) {
                product += (double) history[i] * history[i - lag];
                energy += (double) history[i - lag] * history[i - lag];
            }
            double score = product / Math.sqrt(energy);
            if (score > bestScore) {
                bestScore = score;
                best = lag;
            }
        }
        return best;
    }

    private void remember(short[] frame, int offset, int length) {
        int kept = Math.min(length, HISTORY);
        System.arraycopy(history, kept, history, 0, HISTORY - kept);
        System.arraycopy(frame, offset + length - kept, history, HISTORY - kept, kept);
    }
}
