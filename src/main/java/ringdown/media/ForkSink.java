package ringdown.media;

import java.util.List;

/** One sound to several sinks, in their order. Written on the media clock's thread. */
public final class ForkSink implements AudioSink {
    private final List<AudioSink> sinks;

    public ForkSink(List<AudioSink> sinks) {
        this.sinks = List.copyOf(sinks);
    }

    @Override
    public void write(short[] frame) {
        for (int i = 0; i < sinks.size(); i++) {
            sinks.get(i).write(frame);
        }
    }

    @Override
    public String toString() {
        return "fork" + sinks;
    }
}
