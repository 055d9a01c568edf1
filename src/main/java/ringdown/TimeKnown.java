package ringdown;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether the time of the box can be believed. A board without a battery clock starts at whatever was written last and learns the
 * time from the network; until then no moment may be spoken. Safe from any thread.
 */
final class TimeKnown implements Predicate<Instant> {
    /** No box was ever switched on before this. */
    private static final Instant FIRST_BOX = Instant.parse("2026-01-01T00:00:00Z");

    private final boolean chosen;
    private final Path root;
    private volatile Instant newest = FIRST_BOX;

    /**
     * @param chosen the clock was given on the command line
     * @param root of the file system, "/"
     */
    TimeKnown(boolean chosen, Path root) {
        this.chosen = chosen;
        this.root = root;
    }

    /** What is written already was before now. */
    void notBefore(@Nullable Instant newestRecord) {
        newest = newestRecord == null ? newest : newestRecord;
    }

    @Override
    public boolean test(Instant now) {
        if (now.isBefore(FIRST_BOX)) {
            return false;
        }
        return chosen || !isBoard() || hasBattery() || !now.isBefore(newest) && !waitsForTheNetwork();
    }

    /** Servers and PCs have a battery even where a container does not show it. */
    private boolean isBoard() {
        return Files.exists(root.resolve("proc/device-tree/model"));
    }

    private boolean hasBattery() {
        return Files.exists(root.resolve("sys/class/rtc/rtc0"));
    }

    /** systemd-timesyncd makes this file when it has set the clock; other time services are taken at their word. */
    private boolean waitsForTheNetwork() {
        return Files.isDirectory(root.resolve("run/systemd/timesync"))
                && Files.notExists(root.resolve("run/systemd/timesync/synchronized"));
    }
}
