package ringdown.prompts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import ringdown.audio.Wav;

/**
 * What people have recorded for callers whose call ends in their box or their team's, in {@code prompts/greetings/201/busy.wav}. A box is
 * an extension or a team's name. A new greeting is on disk whole or not at all; until then the old one is played. Safe from any thread.
 */
public final class Greetings {
    private static final double SHORTEST_SECONDS = 1;
    private static final double LONGEST_SECONDS = 60;

    private final Path folder;
    private final CustomSounds own;

    Greetings(Path folder) {
        this.folder = folder;
        this.own = new CustomSounds(folder);
    }

    /** When it is played. */
    public enum Kind {
        /** Where none is made for the case. */
        GENERAL("general"),
        BUSY("busy"),
        NO_ANSWER("noAnswer"),
        /** Away, on a break, on leave. */
        AWAY("away");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As the API says it. */
        public String word() {
            return word;
        }

        /** The kind of that word. */
        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst();
        }
    }

    /** The recording of just that kind. */
    public Optional<Sound> recorded(String box, Kind kind) {
        return own.find(file(box, kind), true).map(samples -> new Sound(samples, ""));
    }

    /** What a caller hears: that kind, else the general one; empty if there is neither. */
    public Optional<Sound> played(String box, Kind kind) {
        return recorded(box, kind).or(() -> recorded(box, Kind.GENERAL));
    }

    /**
     * Plays this one from now on, brought to the level of speech.
     *
     * @param wav any ordinary WAV of 1 s to 60 s
     * @throws SoundRefused when it is too short or too long
     * @throws IOException when it is no such WAV, or the disk does not take it; the one before stays
     */
    public void put(String box, Kind kind, byte[] wav) throws IOException {
        double seconds = Wav.any(wav).length / 8000.0;
        if (seconds < SHORTEST_SECONDS || seconds > LONGEST_SECONDS) {
            throw new SoundRefused("the greeting is %.1f s long; 1 s to 60 s are taken".formatted(seconds));
        }
        own.put(file(box, kind), wav, true);
    }

    /** False if there was none. */
    public boolean remove(String box, Kind kind) throws IOException {
        boolean was = own.has(file(box, kind));
        own.remove(file(box, kind));
        return was;
    }

    private Path file(String box, Kind kind) {
        // A team's name may hold what no file name can.
        String name = box.matches("[0-9]{1,8}")
                ? box
                : "team-" + UUID.nameUUIDFromBytes(box.getBytes(StandardCharsets.UTF_8));
        return folder.resolve(name).resolve(kind.word() + ".wav");
    }
}
