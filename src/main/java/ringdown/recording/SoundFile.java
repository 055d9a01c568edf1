package ringdown.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
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
    private final Form form;
    private volatile long bytes;

    /** How the sound lies in it. */
    enum Form {
        /** 16 bit, one side. */
        MESSAGE(2),
        /** A-law, the caller left and the office right: 16 kB for a second. */
        TALK(2);

        private final int frame;

        Form(int frame) {
            this.frame = frame;
        }

        /** Octets that belong to one moment. */
        int frame() {
            return frame;
        }

        byte[] header(long bytes) {
            return switch (this) {
                case MESSAGE -> WavHeader.bytes(bytes);
                case TALK -> WavHeader.stereoALaw(bytes);
            };
        }
    }

    private SoundFile(Path path, FileChannel channel, Form form) {
        this.path = path;
        this.channel = channel;
        this.form = form;
    }

    /** Makes the file of a message; when it returns, file and directory entry survive a power cut. */
    static SoundFile create(Path path) throws IOException {
        SoundFile file = begin(path, Form.MESSAGE);
        try {
            file.syncWithName();
            return file;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Makes the file without waiting for the disk: {@link #syncWithName} comes later. */
    static SoundFile begin(Path path, Form form) throws IOException {
        FileChannel channel = FileChannel.open(
                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.READ);
        try {
            SoundFile file = new SoundFile(path, channel, form);
            file.writeHeader();
            return file;
        } catch (IOException e) {
            channel.close();
            Files.deleteIfExists(path);
            throw e;
        }
    }

    /** Puts sound, header and the directory's entry on disk. */
    void syncWithName() throws IOException {
        writeHeader();
        channel.force(true);
        syncDirectory(path);
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

    /** Moments that are in it, 8000 a second. */
    long samples() {
        return bytes / form.frame();
    }

    /** Appends all of it or fails with the file as long as before. */
    void append(short[] samples, int length) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(length * 2).order(ByteOrder.LITTLE_ENDIAN);
        out.asShortBuffer().put(samples, 0, length);
        append(out);
    }

    /** Appends all of it or fails with the file as long as before. */
    void append(ByteBuffer out) throws IOException {
        int length = out.remaining();
        long at = WavHeader.LENGTH + bytes;
        while (out.hasRemaining()) {
            at += channel.write(out, at);
        }
        bytes += length;
    }

    /** Cuts off what is behind so many samples. */
    void cut(long samples) throws IOException {
        if (samples * form.frame() < bytes) {
            bytes = samples * form.frame();
            channel.truncate(WavHeader.LENGTH + bytes);
        }
    }

    /** Puts header and sound on disk. */
    void sync() throws IOException {
        writeHeader();
        channel.force(false);
    }

    /** The header tells the length; the disk may come later. */
    void writeHeader() throws IOException {
        ByteBuffer header = ByteBuffer.wrap(form.header(bytes));
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
