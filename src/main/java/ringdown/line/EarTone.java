package ringdown.line;

import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.tone.CadencedTone;
import ringdown.audio.tone.ToneGenerator;

/** The one tone that a telephone's earpiece may be hearing. Belongs to the board's thread. */
final class EarTone {
    /** Own tones (LINES rule 15). */
    private static final double DBM0 = -12;

    private @Nullable CadencedTone tone;
    private @Nullable ToneGenerator generator;

    /** Sounds from now on, without a new beginning if it sounds already; null for none. */
    void sound(@Nullable CadencedTone next) {
        if (next != tone) {
            tone = next;
            generator = next == null ? null : ToneGenerator.endless(next, DBM0);
        }
    }

    /** Fills the frame; false if there is no tone. */
    boolean sending(short[] frame) {
        ToneGenerator now = generator;
        if (now == null) {
            return false;
        }
        now.read(frame, 0, Frame.SAMPLES);
        return true;
    }
}
