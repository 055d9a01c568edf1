package ringdown.line;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Level;

/** How loud the far end of a call was: the median of the frames in which it was heard. Belongs to the board's thread. */
final class FarLevel {
    private static final int LOWEST_DBM0 = -45;
    private static final int LEAST = Frames.of(2500);

    private final int[] loud = new int[LOWEST_DBM0 * -1 + 5];
    private int frames;

    void add(short[] frame) {
        double dbm0 = Level.dbm0(frame);
        if (dbm0 >= LOWEST_DBM0) {
            loud[Math.min(loud.length - 1, (int) (dbm0 - LOWEST_DBM0))]++;
            frames++;
        }
    }

    /** In dBm0; null: there was too little to tell. */
    @Nullable
    Double median() {
        if (frames < LEAST) {
            return null;
        }
        int passed = 0;
        int bin = 0;
        while (passed + loud[bin] <= frames / 2) {
            passed += loud[bin++];
        }
        return (double) (LOWEST_DBM0 + bin);
    }

    void restart() {
        Arrays.fill(loud, 0);
        frames = 0;
    }
}
