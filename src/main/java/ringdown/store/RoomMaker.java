package ringdown.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tinylog.Logger;

/**
 * Makes room on a full disk, for the ledger goes before everything else: first the reserve, then recordings, oldest first, then
 * messages that somebody has heard, oldest first. A message nobody has heard is never touched. Runs on the writer's thread.
 */
final class RoomMaker {
    private final DataFolder folder;
    private final Database database;
    private final long enough;
    private final Consumer<Path> gone;

    /** Frees about {@code enough} bytes each time; {@code gone} is told of each file, so that no entry points to it any more. */
    RoomMaker(DataFolder folder, Database database, long enough, Consumer<Path> gone) {
        this.folder = folder;
        this.database = database;
        this.enough = enough;
        this.gone = gone;
    }

    void makeRoom() {
        long freed = 0;
        if (folder.freeReserve()) {
            Logger.warn("disk full: the reserve is freed");
            return;
        }
        for (Path file : candidates()) {
            if (freed >= enough) {
                return;
            }
            freed += delete(file);
        }
    }

    private List<Path> candidates() {
        try (Stream<Path> recordings = Files.list(folder.recordings())) {
            List<Path> oldestFirst = recordings
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(path -> path.toFile().lastModified()))
                    .toList();
            return Stream.concat(oldestFirst.stream(), heard().stream()).toList();
        } catch (IOException e) {
            Logger.warn(e, "recordings cannot be listed");
            return heard();
        }
    }

    private List<Path> heard() {
        try {
            return database.read(db -> db
                    .createQuery("SELECT file FROM messages WHERE heard AND seconds IS NOT NULL ORDER BY at")
                    .mapTo(String.class)
                    .list()
                    .stream()
                    .map(folder.messages()::resolve)
                    .filter(Files::exists)
                    .toList());
        } catch (RuntimeException disk) {
            Logger.warn(disk, "heard messages cannot be listed");
            return List.of();
        }
    }

    private long delete(Path file) {
        try {
            long size = Files.size(file);
            Files.delete(file);
            Logger.warn("disk full: {} is deleted", file.getFileName());
            gone.accept(file);
            return size;
        } catch (IOException e) {
            Logger.warn(e, "{} cannot be deleted", file.getFileName());
            return 0;
        }
    }
}
