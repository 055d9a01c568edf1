package ringdown.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.tinylog.Logger;

/**
 * The folder with all state: {@code ringdown.db}, {@code recordings/}, {@code messages/}, {@code prompts/}, the heartbeat, the lock
 * that keeps a second box out, and a file whose only use is to be freed when the disk is full. The lock goes with the process,
 * however it ends.
 */
final class DataFolder implements AutoCloseable {
    private static final int RESERVE_STEP = 64 * 1024;
    private static final long FULL_BYTES = 256 * 1024;

    private final Path folder;
    private final long reserveBytes;
    private final FileChannel lockFile;
    private final FileLock lock;

    private DataFolder(Path folder, long reserveBytes, FileChannel lockFile, FileLock lock) {
        this.folder = folder;
        this.reserveBytes = reserveBytes;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    static DataFolder lock(Path folder, long reserveBytes) throws StoreFault {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new DataFolderUnusable(folder, "it is no folder");
        }
        try {
            makePrivate(folder);
            FileChannel file = FileChannel.open(
                    folder.resolve("ringdown.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(file);
            if (lock == null) {
                file.close();
                throw new DataFolderInUse(folder);
            }
            DataFolder mine = new DataFolder(folder, reserveBytes, file, lock);
            Files.createDirectories(mine.recordings());
            Files.createDirectories(mine.messages());
            return mine;
        } catch (IOException e) {
            throw new DataFolderUnusable(folder, e);
        }
    }

    /** Secrets of telephones and voices of callers are in it: a folder that is made here is for its owner only. */
    private static void makePrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    Path folder() {
        return folder;
    }

    Path database() {
        return folder.resolve("ringdown.db");
    }

    Path heartbeat() {
        return folder.resolve("heartbeat");
    }

    Path recordings() {
        return folder.resolve("recordings");
    }

    Path messages() {
        return folder.resolve("messages");
    }

    private Path reserve() {
        return folder.resolve("reserve");
    }

    /** Writes the reserve file in full if it is not there; a failure means there is no room for it now. */
    boolean fillReserve() {
        try {
            if (Files.exists(reserve()) && Files.size(reserve()) == reserveBytes) {
                return true;
            }
            if (Files.getFileStore(folder).getUsableSpace() < 2 * reserveBytes) {
                return false;
            }
            try (FileChannel file = FileChannel.open(reserve(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                ByteBuffer zeros = ByteBuffer.allocate(RESERVE_STEP);
                for (long at = 0; at < reserveBytes; at += RESERVE_STEP) {
                    zeros.clear().limit((int) Math.min(RESERVE_STEP, reserveBytes - at));
                    file.write(zeros, at);
                }
                file.force(true);
            }
            return true;
        } catch (IOException full) {
            freeReserve();
            return false;
        }
    }

    /** Less room than a few seconds of sound and the ledger's next entries need. */
    boolean full() {
        try {
            return Files.getFileStore(folder).getUsableSpace() < FULL_BYTES;
        } catch (IOException unknown) {
            return false;
        }
    }

    /** Gives its room to the database. True if there was some to give. */
    boolean freeReserve() {
        try {
            return Files.deleteIfExists(reserve());
        } catch (IOException e) {
            Logger.warn(e, "the reserve file cannot be freed");
            return false;
        }
    }

    @Override
    public void close() {
        try {
            if (lock.isValid()) {
                lock.release();
            }
            lockFile.close();
        } catch (IOException e) {
            Logger.warn(e, "the lock of the data folder was not released");
        }
    }
}
