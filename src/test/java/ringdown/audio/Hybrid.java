package ringdown.audio;

/** A hybrid with 8 dB of loss, a few milliseconds away, ringing as one with a loaded line does; and the slots' eight bits. */
public final class Hybrid {
    private static final int LENGTH = 96;
    private static final int DELAY = 20;
    private static final double LOSS_DB = 8;

    private Hybrid() {}

    /** What comes back of what is sent. */
    public static short[] echo(short[] sent) {
        double[] response = new double[LENGTH];
        double energy = 0;
        for (int k = DELAY; k < LENGTH; k++) {
            response[k] = Math.exp(-(k - DELAY) / 9.0) * Math.cos((k - DELAY) * 0.9);
            energy += response[k] * response[k];
        }
        double scale = Math.pow(10, -LOSS_DB / 20) / Math.sqrt(energy);
        short[] out = new short[sent.length];
        for (int i = 0; i < sent.length; i++) {
            double sum = 0;
            for (int k = DELAY; k < LENGTH && k <= i; k++) {
                sum += response[k] * sent[i - k];
            }
            out[i] = Mixing.saturate((int) Math.round(sum * scale));
        }
        return out;
    }

    /** Through A-law and back. */
    public static short[] companded(short[] sound) {
        short[] out = new short[sound.length];
        for (int i = 0; i < sound.length; i++) {
            out[i] = Companding.A_LAW.decode(Companding.A_LAW.encode(sound[i]));
        }
        return out;
    }
}
