package ringdown.switchboard;

import org.jspecify.annotations.Nullable;
import ringdown.media.AudioSink;
import ringdown.media.AudioSource;
import ringdown.media.Connection;

/**
 * The ring back of one call: a single one over all its stages, which goes on where it was when somebody else is rung. Used by the
 * call's own thread only.
 */
final class RingBack implements AutoCloseable {
    private final CallRun run;
    private final AudioSource tone;
    private @Nullable Connection heard;

    RingBack(CallRun run, Sounds sounds) {
        this.run = run;
        this.tone = sounds.ringBack();
    }

    /** The caller hears that it rings; before the answer the exchange, or the caller's own telephone, makes the tone. */
    void start() {
        if (run.caller.answered()) {
            // whatever was heard in between has taken the place of the tone; the same source goes on in its cadence
            heard = run.desk.matrix().attach(run.caller.voice(), tone, AudioSink.NOWHERE);
        } else {
            run.caller.ringing();
        }
    }

    /** Nothing rings any more. */
    @Override
    public void close() {
        if (heard != null) {
            heard.close();
            heard = null;
        }
    }
}
