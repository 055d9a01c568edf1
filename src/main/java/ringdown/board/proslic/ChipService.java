package ringdown.board.proslic;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ringdown.line.Fault;

/**
 * Whether a chip is in service: how it is brought up, what is wrong with it, and when it is tried again. Both drivers keep it here.
 * Moved on by the thread that polls the chips; what it says may be read by any.
 */
final class ChipService {
    /** What only the driver of that kind of chip can do; on the polling thread. */
    interface Owner {
        /** The chip has come up. */
        void up();

        /** It has not, or was given up; how many milliseconds to wait before the next attempt. */
        int down(Fault why);
    }

    private final Supplier<Sequence> powerUp;
    private final Owner owner;
    private @Nullable Sequence starting;
    private int retryIn;
    private volatile @Nullable Fault fault;
    private volatile boolean settled;
    private volatile boolean inService;

    /** Begins the power-up with the next millisecond. */
    ChipService(Supplier<Sequence> powerUp, Owner owner) {
        this.powerUp = powerUp;
        this.owner = owner;
        starting = powerUp.get();
    }

    /** One millisecond on; true when the chip has been in service before it. */
    boolean millisecond() {
        Sequence now = starting;
        if (now != null) {
            now.millisecond();
            if (now.finished()) {
                ended(now.failed());
            }
            return false;
        }
        if (retryIn > 0) {
            if (--retryIn == 0) {
                begin(powerUp.get());
            }
            return false;
        }
        return true;
    }

    private void ended(@Nullable Fault why) {
        starting = null;
        settled = true;
        if (why == null) {
            inService = true;
            owner.up();
        } else {
            fail(why);
        }
    }

    private void begin(Sequence steps) {
        starting = steps;
        settled = false;
        inService = false;
    }

    /** Out of service until the next attempt. */
    void fail(Fault why) {
        fault = why;
        inService = false;
        retryIn = owner.down(why);
    }

    /** Out of service, and brought up at once by these steps. */
    void restart(Fault why, Sequence steps) {
        fault = why;
        begin(steps);
    }

    /** The fault is over. */
    void healed() {
        fault = null;
    }

    @Nullable
    Fault fault() {
        return fault;
    }

    boolean inService() {
        return inService;
    }

    /** In service, or it has been found that it cannot be. */
    boolean settled() {
        return settled;
    }
}
