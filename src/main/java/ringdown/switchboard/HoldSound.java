package ringdown.switchboard;

import org.jspecify.annotations.Nullable;
import ringdown.call.CallEvent;
import ringdown.media.AudioSink;
import ringdown.media.AudioSource;
import ringdown.media.Connection;
import ringdown.media.SoundSource;

/** What a caller hears who waits: music that goes on where it was, and announcements in between. Used by the call's own thread only. */
@SuppressWarnings("ReferenceEquality") // a token of its own for each announcement
final class HoldSound implements AutoCloseable {
    private final CallRun run;
    private final AudioSource music;
    private @Nullable Connection heard;
    private @Nullable Object said;
    private boolean playsMusic;

    HoldSound(CallRun run, AudioSource music) {
        this.run = run;
        this.music = music;
    }

    /** Music, unless it plays already or something is being said. */
    void music() {
        if (!playsMusic && said == null) {
            heard = run.desk.matrix().attach(run.caller.voice(), music, AudioSink.NOWHERE);
            playsMusic = true;
        }
    }

    /** Says that; its end comes as {@link CallEvent.Played}. */
    void say(short[] announcement) {
        Object token = new Object();
        said = token;
        playsMusic = false;
        AudioSource source = new SoundSource(announcement, () -> run.inbox.post(new CallEvent.Played(token)));
        heard = run.desk.matrix().attach(run.caller.voice(), source, AudioSink.NOWHERE);
    }

    boolean speaks() {
        return said != null;
    }

    /** True if it was the announcement that has ended. */
    boolean ended(CallEvent.Played played) {
        boolean mine = played.sound() == said;
        if (mine) {
            said = null;
        }
        return mine;
    }

    /** Something else is heard now. */
    @Override
    public void close() {
        if (heard != null) {
            heard.close();
            heard = null;
        }
        said = null;
        playsMusic = false;
    }
}
