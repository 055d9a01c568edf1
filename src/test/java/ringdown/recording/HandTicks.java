package ringdown.recording;

import ringdown.media.AudioSink;
import ringdown.media.AudioSource;
import ringdown.media.Connection;
import ringdown.media.CrossConnect;
import ringdown.media.Voice;

/** A media clock turned by hand; no sound moves but what a test hands over. */
final class HandTicks implements CrossConnect {
    private Runnable work = () -> {};

    void tick() {
        work.run();
    }

    @Override
    public Connection overhear(Voice voice, AudioSink ear) {
        return () -> {};
    }

    @Override
    public Connection everyTick(Runnable each) {
        work = each;
        return () -> work = () -> {};
    }

    @Override
    public Connection attach(Voice voice, AudioSource toFarEnd, AudioSink fromFarEnd) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Bridging bridge(Voice a, Voice b) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
