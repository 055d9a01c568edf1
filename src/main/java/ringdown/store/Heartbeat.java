package ringdown.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.tinylog.Logger;
import ringdown.clock.OfficeClock;

/**
 * One block of the disk, overwritten in place: the last moment at which the box is known to have lived. A block is written whole or
 * not at all by the disks this runs on; one that cannot be read counts as none. Safe from any thread.
 */
final class Heartbeat implements AutoCloseable {
    private static final int BLOCK = 512;
    private static final String ALIVE = "alive";
    private static final String STOPPED = "stopped";

    /** What the box before left behind. */
    record Last(Instant at, String bootId, long nanos, boolean stopped) {}

    private final OfficeClock clock;
    private final FileChannel file;

    Heartbeat(Path path, OfficeClock clock) throws IOException {
        this.clock = clock;
        this.file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    static Optional<Last> last(Path path) {
        try {
            if (!Files.exists(path)) {
                return Optional.empty();
            }
            String[] words =
                    Files.readString(path, StandardCharsets.US_ASCII).strip().split(" ");
            return words.length == 4
                    ? Optional.of(new Last(
                            Instant.parse(words[1]), words[2], Long.parseLong(words[3]), words[0].equals(STOPPED)))
                    : Optional.empty();
        } catch (IOException | DateTimeParseException | NumberFormatException torn) {
            Logger.warn("the heartbeat of the last run cannot be read: {}", torn.getMessage());
            return Optional.empty();
        }
    }

    /** The box lives now. */
    void beat() {
        write(ALIVE);
    }

    /** The box stops in order now. */
    void stopped() {
        write(STOPPED);
    }

    private synchronized void write(String word) {
        String text = word + " " + clock.now() + " " + clock.bootId() + " " + clock.nanos();
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        block.put(text.getBytes(StandardCharsets.US_ASCII));
        while (block.position() < BLOCK - 1) {
            block.put((byte) ' ');
        }
        block.put((byte) '\n').flip();
        try {
            file.write(block, 0);
            file.force(false);
        } catch (IOException e) {
            Logger.warn("the heartbeat could not be written: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            Logger.warn(e, "the heartbeat did not close");
        }
    }
}
