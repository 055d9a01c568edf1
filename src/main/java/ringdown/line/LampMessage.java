package ringdown.line;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.callerid.CallerIdSender;
import ringdown.audio.callerid.CountryCallerId;

/**
 * Tells a telephone at rest by FSK whether messages wait, for those whose lamp is a sign on a display. Whoever lifts or is rung goes before
 * it: then it is told from the beginning once the telephone is at rest again. Belongs to the board's thread.
 */
final class LampMessage {
    /** Behind a call or a ring a telephone's own receiver needs a moment. */
    private static final int AT_REST = Frames.of(1500);

    private boolean on;
    private int messages;
    private boolean due;
    private int atRest;
    private short @Nullable [] sound;
    private int said;

    void tell(boolean lit, int waiting) {
        on = lit;
        messages = waiting;
        due = true;
        sound = null;
    }

    /** Fills the frame; false for silence. {@code rests}: the telephone is on hook, reached, and nobody needs it. */
    boolean sending(short[] frame, boolean rests, PhoneSetup setup) {
        atRest = rests ? Math.min(atRest + 1, AT_REST) : 0;
        if (!due || !rests) {
            sound = null;
            return false;
        }
        if (sound == null && atRest >= AT_REST) {
            sound = CallerIdSender.lamp(CountryCallerId.scheme(setup.tones().country()), on, messages);
            said = 0;
        }
        return sound != null && say(sound, frame);
    }

    private boolean say(short[] all, short[] frame) {
        int count = Math.min(Frame.SAMPLES, all.length - said);
        if (count <= 0) {
            due = false;
            sound = null;
            return false;
        }
        Arrays.fill(frame, (short) 0);
        System.arraycopy(all, said, frame, 0, count);
        said += count;
        return true;
    }
}
