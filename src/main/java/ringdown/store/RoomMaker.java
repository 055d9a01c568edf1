package ringdown.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        for (List<Path> names : candidates()) {
            if (freed >= enough) {
                return;
            }
            freed += delete(names);
        }
    }

    /** For recordings that begin: nothing but older ones goes. */
    void oldestRecordings() {
        long freed = 0;
        for (List<Path> names : recordings()) {
            if (freed >= enough) {
                return;
            }
            freed += delete(names);
        }
    }

    private List<List<Path>> candidates() {
        return Stream.concat(recordings().stream(), whole(heard()).stream()).toList();
    }

    /** The oldest first; one that is being written is not looked at. */
    private List<List<Path>> recordings() {
        Set<String> running = running();
        try (Stream<Path> recordings = Files.list(folder.recordings())) {
            return whole(recordings
                    .filter(Files::isRegularFile)
                    .filter(path -> !running.contains(path.getFileName().toString()))
                    .sorted(Comparator.comparingLong(path -> path.toFile().lastModified()))
                    .toList());
        } catch (IOException e) {
            Logger.warn(e, "recordings cannot be listed");
            return List.of();
        }
    }

    private Set<String> running() {
        try {
            return database.read(db -> Set.copyOf(db.createQuery(
                            "SELECT recording FROM calls WHERE outcome IN ('ringing', 'talking') AND recording IS NOT NULL")
                    .mapTo(String.class)
                    .list()));
        } catch (RuntimeException disk) {
            Logger.warn(disk, "running calls cannot be listed");
            return Set.of();
        }
    }

    /** All names of each sound; what has another name that must stay (a forwarded message nobody has heard) would free nothing. */
    private static List<List<Path>> whole(List<Path> files) {
        Map<Object, List<Path>> names = new LinkedHashMap<>();
        for (Path file : files) {
            names.computeIfAbsent(sound(file), sound -> new ArrayList<>()).add(file);
        }
        return names.values().stream()
                .filter(all -> links(all.getFirst()) <= all.size())
                .toList();
    }

    /** What names of one sound have in common; the name itself on a disk that knows no links. */
    private static Object sound(Path file) {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return key == null ? file : key;
        } catch (IOException gone) {
            return file;
        }
    }

    private static int links(Path file) {
        try {
            return Files.getAttribute(file, "unix:nlink") instanceof Integer links ? links : 1;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
            return 1;
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

    /** How much room it gave: nothing before its last name is gone. */
    private long delete(List<Path> names) {
        long size = 0;
        for (Path file : names) {
            try {
                size = Files.size(file);
                Files.delete(file);
                Logger.warn("disk full: {} is deleted", file.getFileName());
                gone.accept(file);
            } catch (IOException e) {
                Logger.warn(e, "{} cannot be deleted", file.getFileName());
                return 0;
            }
        }
        return size;
    }
}
