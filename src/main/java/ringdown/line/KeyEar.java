package ringdown.line;

import java.util.function.Consumer;
import ringdown.audio.Frame;
import ringdown.audio.dtmf.DtmfListener;
import ringdown.audio.dtmf.DtmfReceiver;

/**
 * Hears the keys of the far end, each once. A key that we send ourselves comes back over the hybrid; it is heard on its way out
 * too and does not count. Belongs to the board's thread.
 */
final class KeyEar {
    /** Echo comes within half a second, satellites included. */
    private static final int ECHO = Frames.of(500);

    private final Consumer<Character> pressed;
    private final DtmfReceiver in;
    private final DtmfReceiver out;
    private char sent;
    private int sentAgo = ECHO;

    KeyEar(Consumer<Character> pressed) {
        this.pressed = pressed;
        in = new DtmfReceiver(new Began() {
            @Override
            public void began(char key, long from) {
                heard(key);
            }
        });
        out = new DtmfReceiver(new Began() {
            @Override
            public void began(char key, long from) {
                sent = key;
                sentAgo = 0;
            }
        });
    }

    private void heard(char key) {
        if (key != sent || sentAgo >= ECHO) {
            pressed.accept(key);
        }
    }

    void received(short[] frame) {
        in.process(frame, 0, Frame.SAMPLES);
        if (sentAgo < ECHO && !out.suspected()) {
            sentAgo++;
        }
    }

    /** The frame that came last is a key's, not a voice's. */
    boolean sounding() {
        return in.sounding();
    }

    void sent(short[] frame) {
        out.process(frame, 0, Frame.SAMPLES);
    }

    /** Only the beginning of a key matters here. */
    private abstract static class Began implements DtmfListener {
        @Override
        public void ended(char key, long from, long to) {}
    }
}
