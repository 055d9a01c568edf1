package ringdown.prompts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import ringdown.audio.Wav;
import ringdown.number.Language;

/** The sounds in the jar, A-law WAVs under {@code /prompts}. Stateless. */
final class ShippedSounds {
    static final String MUSIC = "music";

    private ShippedSounds() {}

    static Optional<short[]> find(Language language, String name) {
        return read("/prompts/" + language.code() + "/" + name + ".wav");
    }

    static short[] music() {
        return read("/prompts/" + MUSIC + ".wav").orElseThrow(() -> new IllegalStateException("the jar has no music"));
    }

    private static Optional<short[]> read(String resource) {
        try (var in = ShippedSounds.class.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(Wav.any(in.readAllBytes()));
        } catch (IOException fault) {
            throw new UncheckedIOException("the jar is damaged at " + resource, fault);
        }
    }
}
