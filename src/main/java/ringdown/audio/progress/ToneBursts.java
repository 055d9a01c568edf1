package ringdown.audio.progress;

import java.util.ArrayList;
import java.util.List;

/** When a tone sounds and when it pauses, and how long its round is. Pure. */
final class ToneBursts {
    /** Two near tones beat: so short a dip is no pause. */
    private static final int DIP_MILLIS = 45;

    private static final int CLICK_MILLIS = 40;
    private static final int LONGEST_ROUND = 5;

    /** A burst, in steps; {@code to} is the first step after it. */
    record Piece(int from, int to) {
        int steps() {
            return to - from;
        }
    }

    private record Pair(int on, int off) {
        boolean like(Pair other) {
            return near(on, other.on) && near(off, other.off);
        }

        private static boolean near(int one, int other) {
            return Math.abs(one - other) <= 0.1 * other + 25;
        }
    }

    private ToneBursts() {}

    static List<Piece> of(double[] power, double threshold, int stepMillis) {
        List<Piece> pieces = new ArrayList<>();
        int from = -1;
        int last = -1;
        for (int k = 0; k < power.length; k++) {
            if (power[k] > threshold) {
                from = from < 0 ? k : from;
                last = k;
            } else if (from >= 0 && (k - last) * stepMillis > DIP_MILLIS) {
                add(pieces, from, last + 1, stepMillis);
                from = -1;
            }
        }
        if (from >= 0) {
            add(pieces, from, last + 1, stepMillis);
        }
        return pieces;
    }

    private static void add(List<Piece> pieces, int from, int to, int stepMillis) {
        if ((to - from) * stepMillis >= CLICK_MILLIS) {
            pieces.add(new Piece(from, to));
        }
    }

    /** One round, milliseconds on and off in turn; empty for a tone that does not pause. */
    static List<Integer> round(List<Piece> pieces, int steps, int stepMillis, int early) {
        List<Pair> whole = new ArrayList<>();
        for (int i = 0; i + 1 < pieces.size(); i++) {
            Piece now = pieces.get(i);
            if (now.from() > 0) {
                int on = now.steps() * stepMillis - early;
                whole.add(new Pair(on, (pieces.get(i + 1).from() - now.to()) * stepMillis + early));
            }
        }
        for (int period = 1; period <= LONGEST_ROUND && period < whole.size(); period++) {
            if (repeats(whole, period)) {
                return medians(whole, period);
            }
        }
        return whole.isEmpty() || steps == 0 ? List.of() : medians(whole, 1);
    }

    private static boolean repeats(List<Pair> whole, int period) {
        for (int i = period; i < whole.size(); i++) {
            if (!whole.get(i).like(whole.get(i - period))) {
                return false;
            }
        }
        return true;
    }

    private static List<Integer> medians(List<Pair> whole, int period) {
        List<Integer> round = new ArrayList<>();
        for (int i = 0; i < period; i++) {
            List<Pair> same = new ArrayList<>();
            for (int k = i; k < whole.size(); k += period) {
                same.add(whole.get(k));
            }
            round.add(median(same.stream().mapToInt(Pair::on).sorted().toArray()));
            round.add(median(same.stream().mapToInt(Pair::off).sorted().toArray()));
        }
        return round;
    }

    private static int median(int[] sorted) {
        return sorted[sorted.length / 2];
    }
}
