package ringdown.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.tinylog.Logger;
import ringdown.audio.Wav;

/** One sound under a second name: a link where the disk knows links, so that it costs no room, else a copy; with words before it a sound of its own. Stateless. */
final class SoundCopy {
    private SoundCopy() {}

    /**
     * Makes it within the folder; its name is on disk when this returns. False if it could not be made.
     *
     * @param before heard before it, 8 kHz; then it is a sound of its own
     */
    static boolean made(Path folder, String sound, String copy, short[] before) {
        try {
            if (before.length == 0) {
                link(folder.resolve(sound), folder.resolve(copy));
            } else {
                join(before, folder.resolve(sound), folder.resolve(copy));
            }
            sync(folder.resolve(copy));
            sync(folder);
            return true;
        } catch (IOException e) {
            Logger.error("{} cannot be copied: {}", sound, e.getMessage());
            return false;
        }
    }

    private static void join(short[] before, Path sound, Path copy) throws IOException {
        short[] after = Wav.any(Files.readAllBytes(sound));
        short[] both = Arrays.copyOf(before, before.length + after.length);
        System.arraycopy(after, 0, both, before.length, after.length);
        try {
            Files.write(copy, Wav.bytes(both));
        } catch (IOException full) {
            Files.deleteIfExists(copy);
            throw full;
        }
    }

    private static void link(Path sound, Path copy) throws IOException {
        try {
            Files.createLink(copy, sound);
        } catch (UnsupportedOperationException | IOException noLinks) {
            Files.copy(sound, copy);
        }
    }

    private static void sync(Path what) throws IOException {
        try (FileChannel channel = FileChannel.open(what, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
