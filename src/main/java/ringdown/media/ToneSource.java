package ringdown.media;

import ringdown.audio.tone.ToneGenerator;

/** A tone with its cadence, from its beginning. Read by the media clock's thread. */
public final class ToneSource implements AudioSource {
    private final ToneGenerator generator;

    /** The generator belongs to this source from now on. */
    public ToneSource(ToneGenerator generator) {
        this.generator = generator;
    }

    @Override
    public void read(short[] frame) {
        generator.read(frame, 0, frame.length);
    }

    @Override
    public String toString() {
        return "tone(" + generator + ")";
    }
}
