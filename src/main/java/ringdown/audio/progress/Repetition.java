package ringdown.audio.progress;

import java.util.List;

/** Finds out whether a sequence of bursts repeats, without knowing any tone table. Pure. */
final class Repetition {
    private static final int LONGEST_PERIOD = 5;
    private static final int SHORTEST = 125;
    private static final int LONGEST = 1250;
    private static final int ROUNDS_OF_ONE = 5;

    private Repetition() {}

    /** How many bursts one round of the repetition has, 0 when there is none. */
    static int period(List<Burst> bursts) {
        for (int period = 1; period <= LONGEST_PERIOD; period++) {
            int needed = period == 1 ? ROUNDS_OF_ONE : 2 * period + 1;
            if (bursts.size() >= needed && repeats(bursts.subList(bursts.size() - needed, bursts.size()), period)) {
                return period;
            }
        }
        return 0;
    }

    private static boolean repeats(List<Burst> tail, int period) {
        for (int i = 0; i < tail.size(); i++) {
            Burst burst = tail.get(i);
            if (!plausible(burst) || !burst.asLoudAs(tail.getFirst())) {
                return false;
            }
            if (i >= period && !burst.like(tail.get(i - period))) {
                return false;
            }
        }
        return true;
    }

    /** Shorter parts are a stuttered dial tone, longer pauses ring back or call waiting. */
    private static boolean plausible(Burst burst) {
        return burst.flat() && within(burst.on()) && within(burst.off());
    }

    private static boolean within(int millis) {
        return millis >= SHORTEST && millis <= LONGEST;
    }

    /** The round as a tone's notation, rounded to 10 ms. */
    static String notation(List<Burst> bursts, int period) {
        List<Burst> round = bursts.subList(bursts.size() - period, bursts.size());
        double hz = round.stream().mapToDouble(Burst::hz).average().orElse(0);
        var text = new StringBuilder().append(Math.round(hz)).append(' ');
        for (Burst burst : round) {
            text.append(burst.on()).append(',').append(burst.off()).append(',');
        }
        return text.substring(0, text.length() - 1);
    }

    /** Whether the last three bursts were those of a stuttered dial tone. */
    static boolean stutters(List<Burst> bursts) {
        int size = bursts.size();
        return size >= 3
                && bursts.subList(size - 3, size).stream().allMatch(burst -> burst.on() <= 180 && burst.off() <= 180);
    }
}
