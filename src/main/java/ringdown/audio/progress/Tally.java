package ringdown.audio.progress;

import java.util.BitSet;

/** Counts looks that were something and remembers which, for the first 20 minutes. */
final class Tally {
    private static final int REMEMBERED = 20 * 60 * 100;

    private final BitSet which = new BitSet(REMEMBERED);
    private int looks;
    private int total;

    void add(boolean was) {
        if (was) {
            total++;
            which.set(Math.min(looks, REMEMBERED));
        }
        looks++;
    }

    int total() {
        return total;
    }

    /** How many before this look; of what came after the remembered time everything counts. */
    int before(long look) {
        int end = (int) Math.min(look, looks);
        int forgotten = looks > REMEMBERED ? total - which.get(0, REMEMBERED).cardinality() : 0;
        return end > REMEMBERED
                ? total
                : Math.min(total - forgotten, which.get(0, end).cardinality());
    }
}
