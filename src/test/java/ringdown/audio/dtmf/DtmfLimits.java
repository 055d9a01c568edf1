package ringdown.audio.dtmf;

import java.util.Random;
import java.util.function.ToIntFunction;
import ringdown.audio.Level;
import ringdown.audio.Mixing;

/**
 * The limits of a DTMF receiver as the field measures them: the procedures of Mitel's CM7291 tape, side 1, in the form in which libspandsp
 * runs them on itself. A receiver is a function from sound to how many keys it read in it.
 *
 * @param normalTwist dB by which the high tone may be weaker, the worst of four keys
 * @param reverseTwist dB by which the low tone may be weaker
 * @param range dB between the loudest and the weakest key
 * @param guardMillis shortest key
 * @param noise dB of a tone over white noise at which a thousand keys are read as a thousand
 */
record DtmfLimits(double normalTwist, double reverseTwist, int range, double guardMillis, int noise) {
    private static final String DIAGONAL = "159D";

    static DtmfLimits of(ToIntFunction<short[]> receiver) {
        double normal = 99;
        double reverse = 99;
        for (int i = 0; i < DIAGONAL.length(); i++) {
            char key = DIAGONAL.charAt(i);
            normal = Math.min(normal, receiver.applyAsInt(twisted(key, true)) / 10.0);
            reverse = Math.min(reverse, receiver.applyAsInt(twisted(key, false)) / 10.0);
        }
        int range = receiver.applyAsInt(falling());
        double guard = (500 - receiver.applyAsInt(shortening())) / 10.0;
        return new DtmfLimits(normal, reverse, range, guard, noise(receiver));
    }

    /** 200 keys, one tone at -3 dBm0, the other falling by 20 dB. */
    private static short[] twisted(char key, boolean highFalls) {
        var sound = new Sound(201 * 800);
        for (int i = -30; i >= -230; i--) {
            int fallen = i / 10;
            sound.key(key, highFalls ? -3 : fallen, highFalls ? fallen : -3, 50, 50);
        }
        return sound.samples;
    }

    private static short[] falling() {
        var sound = new Sound(54 * 800);
        for (int dbm0 = 3; dbm0 >= -50; dbm0--) {
            sound.key('1', dbm0, dbm0, 50, 50);
        }
        return sound.samples;
    }

    private static short[] shortening() {
        var sound = new Sound(391 * 800);
        for (int i = 490; i >= 100; i--) {
            sound.key('1', -3, -3, i / 10, 50);
        }
        return sound.samples;
    }

    private static int noise(ToIntFunction<short[]> receiver) {
        var clean = new Sound(1000 * 800);
        for (int i = 0; i < 1000; i++) {
            clean.key('1', -4, -4, 50, 50);
        }
        for (int dbm0 = -10; dbm0 > -50; dbm0--) {
            if (receiver.applyAsInt(ringdown.audio.Noise.add(clean.samples, dbm0, 1)) == 1000) {
                return -4 - dbm0;
            }
        }
        return 99;
    }

    /** Keys one after the other, switched hard, each beginning in another phase, as exchanges send them. */
    private static final class Sound {
        final short[] samples;
        private final Random phases = new Random(7);
        private int at;

        Sound(int length) {
            samples = new short[length];
        }

        void key(char key, double lowDbm0, double highDbm0, int onMillis, int offMillis) {
            double low = phases.nextDouble() * 2 * Math.PI;
            double high = phases.nextDouble() * 2 * Math.PI;
            double a = Level.amplitude(lowDbm0);
            double b = Level.amplitude(highDbm0);
            for (int i = 0; i < onMillis * 8; i++) {
                double t = 2 * Math.PI * i / 8000;
                double value = a * Math.sin(low + t * DtmfKeys.low(key)) + b * Math.sin(high + t * DtmfKeys.high(key));
                samples[at + i] = Mixing.saturate((int) Math.round(value));
            }
            at += (onMillis + offMillis) * 8;
        }
    }
}
