package ringdown.audio;

/**
 * Levels in dBm0. The reference is a full-scale sine at +3.14 dBm0, the overload point of A-law (ITU-T G.711 §4, Table
 * 5); the house uses it for mu-law too, whose own point lies 0.03 dB higher.
 */
public final class Level {
    /** Level of a sine whose peaks are 32768. */
    public static final double FULL_SCALE_SINE_DBM0 = 3.14;

    /** What is given for digital silence, instead of minus infinity. */
    public static final double SILENCE_DBM0 = -99;

    private static final double FULL_SCALE = 32768;

    private Level() {}

    /** Peak amplitude, in sample units, of a sine at {@code dbm0}. */
    public static double amplitude(double dbm0) {
        return FULL_SCALE * Math.pow(10, (dbm0 - FULL_SCALE_SINE_DBM0) / 20);
    }

    /** Root mean square, in sample units, of any signal at {@code dbm0}. */
    public static double rms(double dbm0) {
        return amplitude(dbm0) / Math.sqrt(2);
    }

    /** Mean square, in sample units squared, of any signal at {@code dbm0}: what detectors compare energies with. */
    public static double power(double dbm0) {
        double rms = rms(dbm0);
        return rms * rms;
    }

    /** Level in dBm0 of a signal with this root mean square, never below {@link #SILENCE_DBM0}. */
    public static double dbm0(double rms) {
        return dbm0OfPower(rms * rms);
    }

    /** Level in dBm0 of a signal with this mean square, never below {@link #SILENCE_DBM0}. */
    public static double dbm0OfPower(double meanSquare) {
        if (meanSquare <= 0) {
            return SILENCE_DBM0;
        }
        double level = 10 * Math.log10(meanSquare * 2 / (FULL_SCALE * FULL_SCALE)) + FULL_SCALE_SINE_DBM0;
        return Math.max(SILENCE_DBM0, level);
    }

    /** Level in dBm0 of a block. */
    public static double dbm0(short[] samples, int offset, int length) {
        double sum = 0;
        for (int i = offset; i < offset + length; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return length == 0 ? SILENCE_DBM0 : dbm0OfPower(sum / length);
    }

    /** Level in dBm0 of a whole array. */
    public static double dbm0(short[] samples) {
        return dbm0(samples, 0, samples.length);
    }

    /** The largest absolute sample, 0..32768. */
    public static int peak(short[] samples, int offset, int length) {
        int peak = 0;
        for (int i = offset; i < offset + length; i++) {
            peak = Math.max(peak, Math.abs(samples[i]));
        }
        return peak;
    }

    /** Level in dBm0 of a sine that would have this peak. */
    public static double peakDbm0(int peak) {
        return dbm0(peak / Math.sqrt(2));
    }
}
