package ringdown.switchboard;

import org.jspecify.annotations.Nullable;
import ringdown.call.Leg;
import ringdown.media.Connection;

/** What the far end lets a caller hear before it answers. Used by the call's own thread only. */
final class EarlySound implements AutoCloseable {
    private final CallRun run;
    private @Nullable Connection heard;

    EarlySound(CallRun run) {
        this.run = run;
    }

    /** Something is heard. */
    boolean heard() {
        return heard != null;
    }

    /** The caller hears that leg from now on. */
    void from(Leg leg) {
        if (!run.caller.answered()) {
            run.caller.earlySound();
        }
        close();
        heard = run.desk.matrix().bridge(run.caller.voice(), leg.voice());
    }

    @Override
    public void close() {
        if (heard != null) {
            heard.close();
            heard = null;
        }
    }
}
