package ringdown.audio;

import java.io.IOException;

/** A sound file that cannot be used; the message says what is wrong with it, in words for the person who sent it. */
public final class WavFault extends IOException {
    WavFault(String message) {
        super(message);
    }
}
