package ringdown.prompts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file whole or not at all: beside its place, to the disk, then renamed. Stateless. */
final class DurableFile {
    private DurableFile() {}

    static void write(Path file, byte[] content) throws IOException {
        var folder = Files.createDirectories(file.toAbsolutePath().getParent());
        var half = Files.createTempFile(folder, "half", ".tmp");
        try {
            try (var channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
        try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true); // the new name must survive a power cut too
        }
    }
}
