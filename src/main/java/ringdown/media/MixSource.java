package ringdown.media;

import java.util.Arrays;
import java.util.List;
import ringdown.audio.Frame;
import ringdown.audio.Mixing;

/** Several sources at once: a prompt over music. Read on the media clock's thread. */
public final class MixSource implements AudioSource {
    private final List<AudioSource> sources;
    private final short[] one = Frame.silence();

    public MixSource(List<AudioSource> sources) {
        this.sources = List.copyOf(sources);
    }

    @Override
    public void read(short[] frame) {
        Arrays.fill(frame, (short) 0);
        for (int i = 0; i < sources.size(); i++) {
            sources.get(i).read(one);
            Mixing.add(one, frame);
        }
    }

    @Override
    public String toString() {
        return "mix" + sources;
    }
}
