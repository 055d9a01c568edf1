package ringdown.board.hat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Companding;
import ringdown.audio.Frame;
import ringdown.board.Board;
import ringdown.board.FrameWork;
import ringdown.board.proslic.CountryRow;
import ringdown.board.proslic.HighwayCheck;
import ringdown.board.tdm.PcmHighway;
import ringdown.clock.OfficeClock;
import ringdown.line.Fault;
import ringdown.line.FxoCard;
import ringdown.line.FxsCard;
import ringdown.line.LifelineRelay;

/**
 * A board on the pins of a Raspberry Pi. Two platform threads: the media clock's, which waits for its frames, and "board-poll", which
 * alone talks to its chips. Without sound card the frames follow monotonic time, so that everything else goes on; pins and sound that
 * are missing are tried again every five seconds.
 */
public final class HatBoard implements Board {
    private static final long FRAME_NANOS = TimeUnit.MILLISECONDS.toNanos(Frame.MILLIS);

    /** Of SCHED_FIFO, above the thread that polls the chips. */
    private static final int PRIORITY = 30;

    private final BoardProfile profile;
    private final OfficeClock clock;
    private final PcmHighway highway;
    private final HatChips chips;
    private final HighwayCheck check;
    private final FrameWork work = new FrameWork();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition closing = lock.newCondition();
    private volatile boolean closed;
    private boolean asked;
    private long next;

    /**
     * Opens what is there of the board. Takes half a second; what fails is a {@link #fault} and is tried again.
     *
     * @param named ports of the office file, "fxo:1": they exist even if no such module answers
     * @param country ISO 3166
     */
    public HatBoard(
            BoardProfile profile,
            Hardware hardware,
            OfficeClock clock,
            Companding law,
            String country,
            Set<String> named) {
        this.profile = profile;
        this.clock = clock;
        highway = new PcmHighway(law);
        chips = new HatChips(profile, hardware, clock, highway);
        HatPorts ports = chips.open(found -> new HatPorts(profile, found, named, highway, law, CountryRow.of(country)));
        check = new HighwayCheck(highway, ports.drivers());
        next = clock.nanos();
        chips.start();
    }

    @Override
    public String name() {
        return profile.name();
    }

    @Override
    public List<FxoCard> fxo() {
        return chips.ports().fxo();
    }

    @Override
    public List<FxsCard> fxs() {
        return chips.ports().fxs();
    }

    @Override
    public Optional<LifelineRelay> relay(String telephone, String line) {
        return profile.relayPin(telephone).map(chips::relay);
    }

    @Override
    public AutoCloseable everyFrame(Stage stage, Runnable what) {
        return work.add(stage, what);
    }

    @Override
    public @Nullable Fault fault() {
        Fault absent = chips.fault();
        if (absent != null) {
            return absent;
        }
        return check.disturbed() ? Fault.SOUND_INTERRUPTED : null;
    }

    @Override
    public boolean await() {
        if (closed) {
            return false;
        }
        if (!asked) {
            asked = true;
            LibC.realTime(PRIORITY); // refused, it is as fast as the machine lets it
        }
        work.run(Stage.SENDING);
        check.sending();
        boolean waited = highway.turn();
        if (waited) {
            next = clock.nanos() + FRAME_NANOS;
        } else if (!awaitFrame()) {
            return false;
        }
        work.run(Stage.RECEIVED);
        check.received();
        return !closed;
    }

    /** Without sound card time is the clock's. */
    private boolean awaitFrame() {
        lock.lock();
        try {
            while (!closed && clock.nanos() - next < 0) {
                clock.await(closing, next);
            }
            next = Math.max(next + FRAME_NANOS, clock.nanos() - 10 * FRAME_NANOS);
            return !closed;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long lost() {
        return highway.lostFrames() / Frame.SAMPLES;
    }

    /** The thread of the frames ends at its next frame; the chips are left on hook and in reset. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            closing.signalAll();
        } finally {
            lock.unlock();
        }
        chips.close();
    }
}
