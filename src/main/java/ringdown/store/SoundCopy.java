package ringdown.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.tinylog.Logger;

/** One sound under a second name: a link where the disk knows links, so that it costs no room, else a copy. Stateless. */
final class SoundCopy {
    private SoundCopy() {}

    /** Makes it within the folder; its name is on disk when this returns. False if it could not be made. */
    static boolean made(Path folder, String sound, String copy) {
        try {
            link(folder.resolve(sound), folder.resolve(copy));
            sync(folder.resolve(copy));
            sync(folder);
            return true;
        } catch (IOException e) {
            Logger.error("{} cannot be copied: {}", sound, e.getMessage());
            return false;
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
