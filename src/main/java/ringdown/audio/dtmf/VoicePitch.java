package ringdown.audio.dtmf;

import ringdown.audio.HighPass;
import ringdown.audio.LowPass;

/**
 * How much of a sound lies where voices have their pitch and neither keys nor dial tones nor mains hum have anything: a vowel whose
 * formants pass for a key is given away by it. Windows as those of {@link DtmfSpectrum}. Belongs to one thread.
 */
final class VoicePitch {
    /** Of the key's energy. In 2.9 hours of speech and music all that passed for keys had 0.6 and more. */
    private static final double SHARE = 0.15;

    private final HighPass hum = new HighPass(70, 2);
    private final LowPass dialTone = new LowPass(250, 4);
    private final double[] samples = new double[DtmfSpectrum.SLICE];
    private final double[] energy = new double[DtmfSpectrum.WINDOW / DtmfSpectrum.SLICE];
    private int next;
    private double sum;

    void slice(double[] slice) {
        System.arraycopy(slice, 0, samples, 0, samples.length);
        hum.process(samples, samples.length);
        dialTone.process(samples, samples.length);
        double squares = 0;
        for (double sample : samples) {
            squares += sample * sample;
        }
        energy[next] = squares;
        next = next + 1 == energy.length ? 0 : next + 1;
        sum += window();
    }

    private double window() {
        double all = 0;
        for (double one : energy) {
            all += one;
        }
        return all;
    }

    /** Begins to look at a new candidate, whose first window has just been taken. */
    void restart() {
        sum = window();
    }

    /** Whether a voice has spoken since the candidate began, whose tones had that energy. */
    boolean isVoice(double keyEnergy) {
        return sum > SHARE * keyEnergy;
    }
}
