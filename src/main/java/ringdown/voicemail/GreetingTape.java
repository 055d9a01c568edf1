package ringdown.voicemail;

import java.util.Arrays;
import ringdown.media.AudioSink;

/** Keeps what is said in memory until it is known whether it counts. Written on the media clock's thread, read after the recording. */
final class GreetingTape implements AudioSink {
    private final short[] samples;
    private volatile int length;

    GreetingTape(int most) {
        this.samples = new short[most];
    }

    @Override
    public void write(short[] frame) {
        int from = length;
        int count = Math.min(frame.length, samples.length - from);
        System.arraycopy(frame, 0, samples, from, count);
        length = from + count;
    }

    /** All but so many at the end, where the key sounds that ended it. */
    short[] without(int last) {
        return Arrays.copyOf(samples, Math.max(0, length - last));
    }
}
