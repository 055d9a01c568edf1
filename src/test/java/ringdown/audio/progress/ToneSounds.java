package ringdown.audio.progress;

import java.util.Random;
import ringdown.audio.Level;
import ringdown.audio.tone.CadencedTone;
import ringdown.audio.tone.ToneGenerator;

/** Tones and what is no tone, as sound. */
final class ToneSounds {
    private ToneSounds() {}

    static short[] of(CadencedTone tone, double dbm0, int millis) {
        short[] sound = new short[millis * 8];
        ToneGenerator.endless(tone, dbm0).read(sound, 0, sound.length);
        return sound;
    }

    /** Plucked notes of one pitch with harmonics, in even time. */
    static short[] staccato(double hz, int millis, int length) {
        return staccato(hz, millis, length, 300);
    }

    /** The same; {@code fading}: after so many milliseconds a note has 1/e of its amplitude. */
    static short[] staccato(double hz, int millis, int length, int fading) {
        short[] sound = new short[length * 8];
        for (int i = 0; i < sound.length; i++) {
            int in = i % (2 * millis * 8);
            if (in < millis * 8) {
                sound[i] = note(hz, in, i, fading);
            }
        }
        return sound;
    }

    static short[] melody(int length, long seed) {
        var random = new Random(seed);
        short[] sound = new short[length * 8];
        double hz = 440;
        int left = 0;
        int in = 0;
        for (int i = 0; i < sound.length; i++) {
            if (left-- == 0) {
                left = (150 + 50 * random.nextInt(8)) * 8;
                hz = 262 * Math.pow(2, random.nextInt(18) / 12.0);
                in = 0;
            }
            sound[i] = note(hz, in++, i, 300);
        }
        return sound;
    }

    private static short note(double hz, int in, int i, int fading) {
        double w = 2 * Math.PI * hz * i / 8000;
        double value = Math.sin(w) + 0.25 * Math.sin(2 * w) + 0.1 * Math.sin(3 * w);
        return (short) (Level.amplitude(-12) * value * Math.exp(-in / (8.0 * fading)));
    }
}
