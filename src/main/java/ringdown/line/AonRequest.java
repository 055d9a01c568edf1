package ringdown.line;

import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.callerid.AonDecoder;
import ringdown.audio.callerid.AonSender;
import ringdown.audio.callerid.CallerIdHeard;
import ringdown.audio.tone.ToneGenerator;

/**
 * Asks an exchange of the Soviet kind who calls: the line is off hook, 250 ms later 500 Hz for 100 ms, then the exchange's packet of
 * two frequencies in six. Up to three requests, since exchanges miss some. Belongs to the board's thread.
 */
final class AonRequest {
    private static final int ATTEMPTS = 3;
    private static final int BEFORE = Frames.of(250);
    private static final int TONE = Frames.of(100);
    /** The packet begins 100 to 300 ms after the request. */
    private static final int ANSWER = Frames.of(600);
    /** Three turns of the packet and its beginning. */
    private static final int LONGEST = Frames.of(1800);

    private final AonDecoder decoder = new AonDecoder(this::heard);
    private ToneGenerator tone = AonSender.request();
    private int attempt = 1;
    private int at;
    private @Nullable String number;

    private void heard(CallerIdHeard what) {
        switch (what) {
            case CallerIdHeard.Received received -> number = received.message().number();
            case CallerIdHeard.LampSet _, CallerIdHeard.Damaged _ -> {}
        }
    }

    /** One frame; true once nothing more will come. Some exchanges send without being asked, so it listens from the beginning. */
    boolean received(short[] frame) {
        at++;
        decoder.process(frame, 0, Frame.SAMPLES);
        if (number != null) {
            return true;
        }
        int since = at - BEFORE - TONE;
        if (since > LONGEST || (since > ANSWER && !decoder.receiving())) {
            again();
        }
        return attempt > ATTEMPTS;
    }

    private void again() {
        attempt++;
        at = 0;
        tone = AonSender.request();
    }

    /** Fills the frame while it asks; false for silence. */
    boolean sending(short[] frame) {
        if (at < BEFORE || at >= BEFORE + TONE || attempt > ATTEMPTS) {
            return false;
        }
        tone.read(frame, 0, Frame.SAMPLES);
        return true;
    }

    /** Seven digits after two equal decodings; null if there were none. */
    @Nullable
    String number() {
        return number;
    }
}
