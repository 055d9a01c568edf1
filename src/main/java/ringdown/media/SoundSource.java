package ringdown.media;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Plays samples once and tells of its end, or plays them again and again. Read by the media clock's thread. */
public final class SoundSource implements AudioSource {
    private final short[] samples;
    private final @Nullable Runnable ended;
    private final boolean loop;
    private int position;
    private boolean told;

    /**
     * Plays once, then silence.
     *
     * @param samples linear 16 bit, 8 kHz; not copied, not changed
     * @param ended runs on the media clock's thread with the frame that holds the last sample: must not block
     */
    public SoundSource(short[] samples, Runnable ended) {
        this(samples, ended, false);
    }

    private SoundSource(short[] samples, @Nullable Runnable ended, boolean loop) {
        this.samples = samples;
        this.ended = ended;
        this.loop = loop && samples.length > 0;
    }

    /** Plays for ever; silence if there are no samples. */
    public static SoundSource loop(short[] samples) {
        return new SoundSource(samples, null, true);
    }

    @Override
    public void read(short[] frame) {
        int filled = 0;
        while (filled < frame.length && (position < samples.length || loop)) {
            if (position == samples.length) {
                position = 0;
            }
            int part = Math.min(frame.length - filled, samples.length - position);
            System.arraycopy(samples, position, frame, filled, part);
            position += part;
            filled += part;
        }
        Arrays.fill(frame, filled, frame.length, (short) 0);
        if (position == samples.length && !loop) {
            tell();
        }
    }

    private void tell() {
        if (!told && ended != null) {
            told = true;
            ended.run();
        }
    }

    @Override
    public String toString() {
        return "sound(" + samples.length / 8 + " ms" + (loop ? ", again and again)" : ")");
    }
}
