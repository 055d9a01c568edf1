package ringdown.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.tinylog.Logger;

/**
 * Sounds whose entries are gone: they are written down in the transaction that deletes the entry, so that a crash in between leaves no
 * file for ever and no entry without its sound. Safe from any thread.
 */
final class LeftSounds {
    private final House house;
    private final Path folder;

    LeftSounds(House house, Path folder) {
        this.house = house;
        this.folder = folder;
    }

    /** In the transaction. */
    static void note(Handle db, String file) {
        db.execute("INSERT OR IGNORE INTO sounds_to_delete VALUES (?)", file);
    }

    /** After the commit: gone from the disk when it returns; if the disk refuses, after the next start. */
    void delete(String file) {
        try {
            Files.deleteIfExists(folder.resolve(file));
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
            house.queue("sound gone", db -> db.execute("DELETE FROM sounds_to_delete WHERE file = ?", file));
        } catch (IOException e) {
            Logger.warn(e, "{} stays on the disk", file);
        }
    }

    /** What a crash has left. */
    void deleteAll() {
        noted().forEach(this::delete);
    }

    /** What a crash has left in this folder; other names are another's. */
    void deleteThere() {
        noted().stream().filter(file -> Files.exists(folder.resolve(file))).forEach(this::delete);
    }

    private List<String> noted() {
        return house.read(db -> db.createQuery("SELECT file FROM sounds_to_delete")
                .mapTo(String.class)
                .list());
    }
}
