package ringdown.board.modem;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Samples between two threads, one that writes and one that reads. Two seconds; whoever writes more loses the oldest. Never blocks,
 * never allocates.
 */
final class SampleQueue {
    static final int ROOM = 16_384;

    private final short[] ring = new short[ROOM];
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong read = new AtomicLong();

    /** The writer's. */
    void write(short sample) {
        long at = written.get();
        ring[(int) (at & (ROOM - 1))] = sample;
        written.set(at + 1);
    }

    /** The writer's. */
    void write(short[] samples, int count) {
        for (int i = 0; i < count; i++) {
            write(samples[i]);
        }
    }

    /** How many wait. */
    int waiting() {
        return (int) Math.min(ROOM, written.get() - read.get());
    }

    /** The reader's: the sample so many behind the next one, which must be there. */
    short peek(int ahead) {
        return ring[(int) (read.get() + ahead & (ROOM - 1))];
    }

    /** The reader's: done with so many. */
    void skip(int count) {
        read.addAndGet(count);
    }

    /** The reader's: nothing waits. */
    void clear() {
        read.set(written.get());
    }

    /** The reader's: takes what is there. */
    int read(short[] into, int most) {
        dropOld();
        int count = Math.min(most, waiting());
        for (int i = 0; i < count; i++) {
            into[i] = peek(i);
        }
        skip(count);
        return count;
    }

    /** The reader's: what has been written over is lost. */
    void dropOld() {
        long behind = written.get() - read.get();
        if (behind > ROOM - 1024) {
            read.set(written.get() - ROOM / 2);
        }
    }
}
