package ringdown.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import ringdown.audio.WavHeader;

/**
 * A WAV file that grows. What is written has been handed to the operating system at once, so that the end of this process loses
 * nothing; its header says the true length at every sync, and {@link Repair} makes it true after a crash. Written by one thread,
 * synced by another.
 */
final class SoundFile implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;
    private volatile long bytes;

    private SoundFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Makes the file; when it returns, file and directory entry survive a power cut. */
    static SoundFile create(Path path) throws IOException {
        FileChannel channel = FileChannel.open(
                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.READ);
        try {
            SoundFile file = new SoundFile(path, channel);
            file.writeHeader();
            channel.force(true);
            syncDirectory(path);
            return file;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** A file made is lost at a power cut until its directory is on disk too. */
    private static void syncDirectory(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
                entries.force(true);
            }
        }
    }

    Path path() {
        return path;
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    long samples() {
        return bytes / 2;
    }

    /** Appends all of it or fails with the file as long as before. */
    void append(short[] samples, int length) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(length * 2).order(ByteOrder.LITTLE_ENDIAN);
        out.asShortBuffer().put(samples, 0, length);
        long at = WavHeader.LENGTH + bytes;
        while (out.hasRemaining()) {
            at += channel.write(out, at);
        }
        bytes += length * 2L;
    }

    /** Cuts off what is behind so many samples. */
    void cut(long samples) throws IOException {
        if (samples * 2 < bytes) {
            bytes = samples * 2;
            channel.truncate(WavHeader.LENGTH + bytes);
        }
    }

    /** Puts header and sound on disk. */
    void sync() throws IOException {
        writeHeader();
        channel.force(false);
    }

    private void writeHeader() throws IOException {
        ByteBuffer header = ByteBuffer.wrap(WavHeader.bytes(bytes));
        long at = 0;
        while (header.hasRemaining()) {
            at += channel.write(header, at);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
