package ringdown.store;

import java.util.concurrent.atomic.AtomicBoolean;
import org.sqlite.SQLiteErrorCode;
import org.tinylog.Logger;
import ringdown.clock.OfficeClock;
import ringdown.notice.Alarms;

/**
 * Tells people what is wrong with the disk, and makes room on a full one. Called by the writer's
 * thread, for {@link #late} by whoever waited in vain, for {@link #noRoom} and {@link #roomAgain} by housekeeping.
 */
final class DiskTrouble {
    private static final String LATE = "writtenLate";
    private static final String FULL = "diskFull";
    private static final String FAULT = "diskFault";
    private static final String BOX = "box";

    private final Alarms alarms;
    private final OfficeClock clock;
    private final Runnable makeRoom;
    private final AtomicBoolean wrong = new AtomicBoolean();

    DiskTrouble(Alarms alarms, OfficeClock clock, Runnable makeRoom) {
        this.alarms = alarms;
        this.clock = clock;
        this.makeRoom = makeRoom;
    }

    /** Somebody's entry was not on disk in time. In one step, or what heals it meanwhile would leave the alarm standing. */
    synchronized void late() {
        wrong.set(true);
        alarms.raise(LATE, BOX, clock.now());
    }

    /** A commit failed. */
    void found(WriterDisk.Result.Trouble trouble) {
        boolean full = trouble.code() == SQLiteErrorCode.SQLITE_FULL || trouble.code() == SQLiteErrorCode.SQLITE_IOERR;
        if (!wrong.getAndSet(true)) {
            Logger.error(trouble.cause(), "the disk does not take the ledger: {}", trouble.code());
        }
        alarms.raise(full ? FULL : FAULT, BOX, clock.now());
        if (full) {
            makeRoom.run();
        }
    }

    /**
     * There is no room left, though the ledger may not have felt it yet: its journal writes for a while into room of its own, while
     * messages and recordings already stop.
     */
    void noRoom() {
        alarms.raise(FULL, BOX, clock.now());
    }

    /** All that waited is on disk. */
    synchronized void healed() {
        if (wrong.getAndSet(false)) {
            alarms.heal(LATE, BOX, clock.now());
            alarms.heal(FAULT, BOX, clock.now());
        }
    }

    /** There is room again, the reserve included: only that ends "disk full", or it would come and go with every entry. */
    void roomAgain() {
        alarms.heal(FULL, BOX, clock.now());
    }
}
