package ringdown.prompts;

import java.io.IOException;

/** A sound that is a WAV but cannot serve as a prompt; the message says why, in words for the person who sent it. */
public final class SoundRefused extends IOException {
    SoundRefused(String message) {
        super(message);
    }
}
