package ringdown.media;

/** Where sound goes, one frame of 10 ms at a time, on the media clock's thread. Never blocks, never allocates; copies what it keeps. */
@FunctionalInterface
public interface AudioSink {
    /** Takes 80 samples, linear 16 bit, 8 kHz. */
    void write(short[] frame);

    /** Drops everything. */
    AudioSink NOWHERE = frame -> {};
}
