package ringdown.line;

import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.dtmf.DtmfGenerator;

/** Keys waiting to be sent as tones; while one sounds, nothing else goes out. Belongs to the board's thread. */
final class KeySender {
    private final StringBuilder waiting = new StringBuilder();
    private @Nullable DtmfGenerator now;

    void press(char key) {
        if ("0123456789*#ABCD".indexOf(key) >= 0) {
            waiting.append(key);
        }
    }

    void press(String keys) {
        keys.chars().forEach(key -> press((char) key));
    }

    /** Keys are being sent or wait. */
    boolean busy() {
        return !waiting.isEmpty() || now != null && !now.finished();
    }

    /** What goes out: keys if there are any, else what was spoken into the voice; false for silence. */
    boolean sending(short[] frame, CopperVoice voice) {
        boolean spoken = voice.takeOut(frame);
        DtmfGenerator sounding = now;
        if (sounding == null || sounding.finished()) {
            sounding = waiting.isEmpty() ? null : new DtmfGenerator(waiting.toString(), DtmfGenerator.Style.ETSI);
            now = sounding;
            waiting.setLength(0);
        }
        if (sounding == null) {
            return spoken;
        }
        sounding.read(frame, 0, Frame.SAMPLES);
        return true;
    }
}
