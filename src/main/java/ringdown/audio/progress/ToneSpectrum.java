package ringdown.audio.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ringdown.audio.Frame;
import ringdown.audio.Level;

/**
 * Of which one or two frequencies a tone is made: the spectra of its bursts, added up.
 *
 * @param hz lowest first; empty: it is no tone
 * @param power mean square of all that sounds in the bursts
 * @param levels for the picture
 */
record ToneSpectrum(List<Double> hz, double power, List<Double> levels) {
    private static final int LOWEST = TonePicture.SPECTRUM_FROM;
    private static final int HIGHEST = 2000;
    private static final int GRID = 5;
    private static final double FINE = 0.25;
    private static final int EDGE_MILLIS = 15;
    private static final int SHORTEST_MILLIS = 60;
    private static final int LONGEST_MILLIS = 400;
    private static final int MOST = 6;
    private static final double SECOND = 0.1;
    /** So much of what sounds must be the tones. */
    private static final double PURE = 0.5;

    /** A part of the sound under a Hann window. */
    private record Part(double[] windowed, double sum) {
        /** Power of a sine of that frequency that would give so much. */
        double at(double hz) {
            double turn = 2 * Math.cos(2 * Math.PI * hz / Frame.SAMPLE_RATE);
            double last = 0;
            double before = 0;
            for (double sample : windowed) {
                double next = sample + turn * last - before;
                before = last;
                last = next;
            }
            return 2 * (last * last + before * before - turn * last * before) / (sum * sum);
        }
    }

    static ToneSpectrum of(double[] sound, List<ToneBursts.Piece> pieces, int step) {
        List<Part> parts = new ArrayList<>();
        double squares = 0;
        int samples = 0;
        for (ToneBursts.Piece piece : pieces) {
            int from = piece.from() * step + Frame.samples(EDGE_MILLIS);
            int to = Math.min(piece.to() * step - Frame.samples(EDGE_MILLIS), from + Frame.samples(LONGEST_MILLIS));
            if (to - from >= Frame.samples(SHORTEST_MILLIS) && to <= sound.length && parts.size() < MOST) {
                parts.add(part(sound, from, to));
                samples += to - from;
                for (int i = from; i < to; i++) {
                    squares += sound[i] * sound[i];
                }
            }
        }
        double mean = samples == 0 ? 0 : squares / samples;
        double[] grid = grid(parts);
        return new ToneSpectrum(parts.isEmpty() ? List.of() : tones(parts, grid, mean), mean, levels(grid));
    }

    private static Part part(double[] sound, int from, int to) {
        double[] windowed = new double[to - from];
        double sum = 0;
        for (int i = 0; i < windowed.length; i++) {
            double weight = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / windowed.length);
            windowed[i] = weight * sound[from + i];
            sum += weight;
        }
        return new Part(windowed, sum);
    }

    private static double at(List<Part> parts, double hz) {
        return parts.stream().mapToDouble(part -> part.at(hz)).average().orElse(0);
    }

    private static double[] grid(List<Part> parts) {
        double[] grid = new double[(HIGHEST - LOWEST) / GRID + 1];
        for (int k = 0; k < grid.length; k++) {
            grid[k] = at(parts, LOWEST + k * GRID);
        }
        return grid;
    }

    private static List<Double> tones(List<Part> parts, double[] grid, double mean) {
        int shortest =
                parts.stream().mapToInt(part -> part.windowed().length).min().orElse(1);
        double apart = 2.0 * Frame.SAMPLE_RATE / shortest + 10;
        double first = peak(parts, grid, 0, 0);
        double second = peak(parts, grid, first, apart);
        double power = at(parts, first);
        boolean dual = at(parts, second) > SECOND * power;
        if (power + (dual ? at(parts, second) : 0) < PURE * mean) {
            return List.of();
        }
        return (dual ? Stream.of(first, second) : Stream.of(first))
                .map(ToneSurvey::tenth)
                .sorted()
                .toList();
    }

    /** The strongest frequency that is so far from another one. */
    private static double peak(List<Part> parts, double[] grid, double other, double apart) {
        int best = -1;
        for (int k = 0; k < grid.length; k++) {
            boolean far = Math.abs(LOWEST + k * GRID - other) >= apart;
            best = far && (best < 0 || grid[k] > grid[best]) ? k : best;
        }
        double middle = LOWEST + Math.max(0, best) * (double) GRID;
        double found = middle;
        double most = 0;
        for (double hz = middle - GRID; hz <= middle + GRID; hz += FINE) {
            double now = at(parts, hz);
            found = now > most ? hz : found;
            most = Math.max(most, now);
        }
        return found;
    }

    private static List<Double> levels(double[] grid) {
        int each = TonePicture.SPECTRUM_HZ / GRID;
        List<Double> levels = new ArrayList<>();
        for (int k = 0; k < grid.length; k += each) {
            double most = 0;
            for (int i = k; i < Math.min(grid.length, k + each); i++) {
                most = Math.max(most, grid[i]);
            }
            levels.add(ToneSurvey.tenth(Math.max(-70, Level.dbm0OfPower(most))));
        }
        return levels;
    }
}
