package ringdown.prompts;

import java.util.List;

/**
 * Something to play: samples at 8 kHz, 16-bit, and the words in them. The samples are shared, nobody may change them.
 * Safe for any thread.
 */
public final class Sound {
    private static final int RATE = 8000;
    private static final Sound NOTHING = new Sound(new short[0], "");

    private final short[] samples;
    private final String words;

    Sound(short[] samples, String words) {
        this.samples = samples;
        this.words = words;
    }

    /** No sound and no words. */
    public static Sound nothing() {
        return NOTHING;
    }

    /** Sounds one after the other; their words with a space between. */
    public static Sound inOrder(List<Sound> sounds) {
        return sounds.stream().reduce(NOTHING, Sound::then);
    }

    /** Samples at 8 kHz, 16-bit; not to be changed. */
    public short[] samples() {
        return samples;
    }

    /** What is said, as a person would write it; empty for music and for what could not be said. */
    public String words() {
        return words;
    }

    /** Length in seconds. */
    public double seconds() {
        return (double) samples.length / RATE;
    }

    public boolean isEmpty() {
        return samples.length == 0;
    }

    /** This sound, then the other one. */
    public Sound then(Sound next) {
        if (isEmpty() || next.isEmpty()) {
            return isEmpty() ? next : this;
        }
        var both = new short[samples.length + next.samples.length];
        System.arraycopy(samples, 0, both, 0, samples.length);
        System.arraycopy(next.samples, 0, both, samples.length, next.samples.length);
        return new Sound(both, words.isEmpty() ? next.words : words + " " + next.words);
    }

    static short[] silence(int milliseconds) {
        return new short[milliseconds * RATE / 1000];
    }

    @Override
    public String toString() {
        return "%.1f s: %s".formatted(seconds(), words);
    }
}
