package ringdown.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a running box holds of its machine: sockets, files in all, threads. */
record Footprint(int sockets, int files, int threads) {
    static Footprint of(Box box) {
        return new Footprint(open(box, "socket:"), open(box, ""), entries(box, "task"));
    }

    /** Waits until the box holds no more than this again, but for a few that come and go. */
    void isAllThatIsLeftOf(Box box) {
        Until.holds("sockets are closed", () -> open(box, "socket:"), n -> n <= sockets + 6);
        Until.holds("files are closed", () -> open(box, ""), n -> n <= files + 10);
        Until.holds("threads have ended", () -> entries(box, "task"), n -> n <= threads + 6);
    }

    private static int open(Box box, String kind) {
        try (Stream<Path> files = Files.list(Path.of("/proc/" + box.process().pid() + "/fd"))) {
            return (int) files.filter(file -> target(file).startsWith(kind)).count();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static int entries(Box box, String of) {
        try (Stream<Path> all = Files.list(Path.of("/proc/" + box.process().pid() + "/" + of))) {
            return (int) all.count();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}
