package ringdown.media;

/** Where sound is pulled from, one frame of 10 ms at a time, on the media clock's thread. Never blocks, never allocates. */
@FunctionalInterface
public interface AudioSource {
    /** Fills the whole frame (80 samples, linear 16 bit, 8 kHz); silence where there is no sound. */
    void read(short[] frame);

    /** Silence for ever. */
    AudioSource SILENCE = frame -> java.util.Arrays.fill(frame, (short) 0);
}
