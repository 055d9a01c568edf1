package ringdown.recording;

import java.io.IOException;

/** Something that is being recorded, as the recorder's two threads see it. */
interface Reel extends AutoCloseable {
    /** Recorder's thread: writes out what waits; {@code makeRoom} if the disk does not take it. True when it is done with. */
    boolean turn(Runnable makeRoom);

    /** Syncing thread: true if it is its turn. */
    boolean syncDue(long nanos);

    /** Syncing thread: puts it on disk, which may take long. */
    void sync(long nanos);

    /** Syncing thread, after the last turn: whatever nobody else closes is put on disk and closed. */
    default void leave() throws IOException {}

    @Override
    void close() throws IOException;
}
