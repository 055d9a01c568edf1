package ringdown.proof;

import java.util.Arrays;

/**
 * Where in a sound pieces of one length stand best: normalised correlation, block by block (overlap-save), so that a sound of a minute
 * costs little.
 */
final class Correlation {
    private static final int BLOCK = 8192;
    private static final Fourier FOURIER = new Fourier(BLOCK);

    private final short[] sound;
    private final int length;
    private final double[][] re;
    private final double[][] im;
    private final double[] energy;

    /** Of a sound, for pieces of so many samples, half a block at the most. */
    Correlation(short[] sound, int length) {
        this.sound = sound;
        this.length = length;
        int blocks = Math.max(0, sound.length - length) / step() + 1;
        re = new double[blocks][BLOCK];
        im = new double[blocks][BLOCK];
        energy = new double[sound.length + 1];
        for (int i = 0; i < sound.length; i++) {
            energy[i + 1] = energy[i] + (double) sound[i] * sound[i];
        }
        for (int block = 0; block < blocks; block++) {
            int from = block * step();
            for (int i = 0; i < Math.min(BLOCK, sound.length - from); i++) {
                re[block][i] = sound[from + i];
            }
            FOURIER.forward(re[block], im[block]);
        }
    }

    private int step() {
        return BLOCK - length + 1;
    }

    /** The best normalised correlation of each piece at any place of the sound, 0 to 1. */
    double[] best(short[][] pieces) {
        double[] best = new double[pieces.length];
        for (int i = 0; i < pieces.length; i += 2) {
            two(pieces, i, best);
        }
        return best;
    }

    /** Two at once: one as the real part, one as the imaginary part; what comes out lies apart again. */
    private void two(short[][] pieces, int first, double[] best) {
        boolean second = first + 1 < pieces.length;
        double[] a = new double[BLOCK];
        double[] b = new double[BLOCK];
        for (int i = 0; i < length; i++) {
            a[i] = pieces[first][i];
            b[i] = second ? -pieces[first + 1][i] : 0;
        }
        FOURIER.forward(a, b);
        for (int block = 0; block < re.length; block++) {
            double[] x = new double[BLOCK];
            double[] y = new double[BLOCK];
            for (int i = 0; i < BLOCK; i++) {
                // the spectrum times the conjugate of the pieces', conjugated for the way back
                x[i] = re[block][i] * a[i] + im[block][i] * b[i];
                y[i] = re[block][i] * b[i] - im[block][i] * a[i];
            }
            FOURIER.forward(x, y);
            best[first] = Math.max(best[first], highest(x, 1, block * step(), energy(pieces[first])));
            if (second) {
                best[first + 1] = Math.max(best[first + 1], highest(y, -1, block * step(), energy(pieces[first + 1])));
            }
        }
    }

    private double highest(double[] products, int sign, int from, double pieceEnergy) {
        double highest = 0;
        int places = Math.min(step(), sound.length - length + 1 - from);
        for (int i = 0; i < places; i++) {
            double norm = Math.sqrt((energy[from + i + length] - energy[from + i]) * pieceEnergy);
            if (norm > 1) {
                highest = Math.max(highest, sign * products[i] / BLOCK / norm);
            }
        }
        return highest;
    }

    private static double energy(short[] piece) {
        double sum = 0;
        for (short s : piece) {
            sum += (double) s * s;
        }
        return sum;
    }

    /** A sound cut into pieces of so many samples; what is left at the end is left out. */
    static short[][] cut(short[] sound, int length) {
        short[][] pieces = new short[sound.length / length][];
        Arrays.setAll(pieces, i -> Arrays.copyOfRange(sound, i * length, (i + 1) * length));
        return pieces;
    }
}
