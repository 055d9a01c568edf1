package ringdown.prompts;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.audio.Level;
import ringdown.audio.Wav;

/**
 * The office's own pieces for whoever waits, in {@code prompts/music/NAME.wav}, at -26 dBm0. A call that plays one keeps it to its end,
 * whatever is put or deleted meanwhile. Safe from any thread.
 */
public final class HoldMusic {
    /** The piece that comes with the box. */
    public static final String SHIPPED = "shipped";

    /** How many of one's own there may be. */
    public static final int MOST = 20;

    private static final String NAME = "[a-z0-9][a-z0-9-]{0,39}";
    private static final String ENDING = ".wav";
    /** Bytes of a WAV before its samples, as we write them. */
    private static final int HEAD = 44;

    private static final double SHORTEST_SECONDS = 1;
    private static final double LONGEST_SECONDS = 600;
    /** Nobody hears that on a line; made louder it is noise. */
    private static final double SILENT_DBM0 = -60;

    private final Path folder;
    private final CustomSounds byHand;
    /** Minutes of music may go when memory is short; who plays a piece holds it. */
    private final Map<String, SoftReference<short[]>> loaded = new ConcurrentHashMap<>();

    HoldMusic(Path folder, CustomSounds byHand) {
        this.folder = folder;
        this.byHand = byHand;
    }

    /** True if a piece can have that name. */
    public static boolean named(String name) {
        return name.matches(NAME) && !name.equals(SHIPPED);
    }

    /** Names of the office's own, in order. */
    public List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ENDING))
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .filter(HoldMusic::named)
                    .sorted()
                    .toList();
        } catch (IOException disk) {
            Logger.warn(disk, "the office's music cannot be listed");
            return List.of();
        }
    }

    /** True if it can be played: the shipped one, or one of the office's own. */
    public boolean has(String name) {
        return name.equals(SHIPPED) || (named(name) && Files.isRegularFile(file(name)));
    }

    /** How long one of the office's own is, without reading it; 0 if it is not there. */
    public double seconds(String name) {
        try {
            return named(name) ? Math.max(0, Files.size(file(name)) - HEAD) / (2 * 8000.0) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }

    /** One piece; empty if there is none of that name. */
    public Optional<Sound> piece(String name) {
        return name.equals(SHIPPED)
                ? Optional.of(new Sound(ShippedSounds.music(), ""))
                : own(name).map(samples -> new Sound(samples, ""));
    }

    /**
     * What is heard by whoever waits.
     *
     * @param wanted names in the order of preference, null: none; the first that is there is played, else the one laid by hand at
     *     {@code prompts/custom/music.wav}, else the shipped one
     */
    public Sound heard(@Nullable String... wanted) {
        for (String name : wanted) {
            Optional<Sound> piece = name == null ? Optional.empty() : piece(name);
            if (piece.isPresent()) {
                return piece.get();
            }
        }
        return new Sound(byHand.find(byHand.music(), false).orElseGet(ShippedSounds::music), "");
    }

    /**
     * Keeps a piece, brought to -26 dBm0; whole and on disk when it returns, or not at all.
     *
     * @param samples 8 kHz
     * @throws SoundRefused when it is too short, too long or silent
     * @throws IOException when the disk does not take it
     */
    public void put(String name, short[] samples) throws IOException {
        double seconds = samples.length / 8000.0;
        if (seconds < SHORTEST_SECONDS || seconds > LONGEST_SECONDS) {
            throw new SoundRefused("the music is %.1f s long; 1 s to 10 min are taken".formatted(seconds));
        }
        if (Level.dbm0(samples) < SILENT_DBM0) {
            throw new SoundRefused("the music is silent");
        }
        DurableFile.write(file(name), Wav.bytes(Mastering.levelled(samples, Melody.DBM0)));
        loaded.remove(name);
    }

    /** False if there was none. */
    public boolean remove(String name) throws IOException {
        boolean was = named(name) && Files.deleteIfExists(file(name));
        loaded.remove(name);
        return was;
    }

    private Optional<short[]> own(String name) {
        SoftReference<short[]> kept = loaded.get(name);
        short[] known = kept == null ? null : kept.get();
        if (known != null) {
            return Optional.of(known);
        }
        try {
            if (!has(name)) {
                return Optional.empty();
            }
            short[] samples = Wav.any(Files.readAllBytes(file(name)));
            loaded.put(name, new SoftReference<>(samples));
            return Optional.of(samples);
        } catch (IOException fault) {
            Logger.warn("music {} cannot be read, other music is played: {}", name, fault.getMessage());
            return Optional.empty();
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ENDING);
    }
}
