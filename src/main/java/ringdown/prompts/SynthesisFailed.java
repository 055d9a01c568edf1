package ringdown.prompts;

import java.io.IOException;

/** A text that no synthesizer turned into sound; the message says which one failed and how. */
final class SynthesisFailed extends IOException {
    SynthesisFailed(String message) {
        super(message);
    }
}
