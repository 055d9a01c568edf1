package ringdown.prompts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Set;
import org.tinylog.Logger;

/** Keeps a folder of rendered texts below a size: the oldest that nobody wants any more go first. Stateless. */
record CacheLimit(Path folder, long bytes) {
    private record Kept(Path file, long size, FileTime written) {}

    void keep(Set<Path> wanted) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            var all = files.filter(file -> file.toString().endsWith(".wav"))
                    .map(CacheLimit::kept)
                    .sorted(Comparator.comparing(Kept::written))
                    .toList();
            long total = all.stream().mapToLong(Kept::size).sum();
            for (var kept : all) {
                if (total > bytes && !wanted.contains(kept.file())) {
                    Files.deleteIfExists(kept.file());
                    total -= kept.size();
                }
            }
        } catch (IOException | RuntimeException fault) {
            Logger.warn("old spoken texts could not be removed: {}", fault.getMessage());
        }
    }

    private static Kept kept(Path file) {
        return new Kept(
                file, file.toFile().length(), FileTime.fromMillis(file.toFile().lastModified()));
    }
}
