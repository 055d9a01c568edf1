package ringdown.prompts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tinylog.Logger;
import ringdown.audio.Wav;
import ringdown.audio.WavFault;
import ringdown.number.Language;

/**
 * The office's own recordings: {@code custom/uk/after-hours.wav}, any ordinary WAV, put there by the page or by hand.
 * They are looked for each time, so a file laid there counts from the next call on. Safe for any thread.
 */
final class CustomSounds {
    private static final int SHORTEST = 800;
    private static final int LONGEST = 10 * 60 * 8000;

    private final Path folder;
    private final Map<Path, Loaded> loaded = new ConcurrentHashMap<>();

    private record Loaded(long modified, long size, Optional<short[]> samples) {}

    CustomSounds(Path folder) {
        this.folder = folder;
    }

    Path file(Language language, String name) {
        return folder.resolve(language.code()).resolve(name + ".wav");
    }

    Path music() {
        return folder.resolve("music.wav");
    }

    boolean has(Path file) {
        return Files.isRegularFile(file);
    }

    /** The sound in a file; empty without the file and for one that is no WAV, which is said once in the log. */
    Optional<short[]> find(Path file, boolean speech) {
        if (!has(file)) {
            loaded.remove(file);
            return Optional.empty();
        }
        try {
            long modified = Files.getLastModifiedTime(file).toMillis();
            long size = Files.size(file);
            var known = loaded.get(file);
            if (known == null || known.modified() != modified || known.size() != size) {
                known = new Loaded(modified, size, read(file, speech));
                loaded.put(file, known);
            }
            return known.samples();
        } catch (IOException fault) {
            Logger.warn("own sound {} cannot be read, the built-in one is played: {}", file, fault.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<short[]> read(Path file, boolean speech) throws IOException {
        try {
            return Optional.of(mastered(checked(Files.readAllBytes(file)), speech));
        } catch (WavFault | SoundRefused fault) {
            Logger.warn("own sound {} is refused, the built-in one is played: {}", file, fault.getMessage());
            return Optional.empty();
        }
    }

    /** Takes a new sound; nothing changes if it is refused. */
    void put(Path file, byte[] wav, boolean speech) throws IOException {
        DurableFile.write(file, Wav.bytes(mastered(checked(wav), speech)));
        loaded.remove(file);
    }

    void remove(Path file) throws IOException {
        Files.deleteIfExists(file);
        loaded.remove(file);
    }

    private static short[] mastered(short[] samples, boolean speech) {
        return speech ? Mastering.speech(samples) : Mastering.levelled(samples, Melody.DBM0);
    }

    private static short[] checked(byte[] wav) throws IOException {
        var samples = Wav.any(wav);
        if (samples.length < SHORTEST || samples.length > LONGEST) {
            throw new SoundRefused(
                    "the sound is %.1f s long; 0.1 s to 10 min are taken".formatted(samples.length / 8000.0));
        }
        return samples;
    }
}
