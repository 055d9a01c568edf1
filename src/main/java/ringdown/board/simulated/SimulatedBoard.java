package ringdown.board.simulated;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import ringdown.audio.Companding;
import ringdown.audio.Frame;
import ringdown.board.Board;
import ringdown.board.FrameWork;
import ringdown.clock.OfficeClock;
import ringdown.line.FxoCard;
import ringdown.line.FxsCard;

/**
 * A board whose lines are modelled. Runs in real time on the thread that calls {@link #await}, or as fast as somebody calls
 * {@link #frame()}: nothing on it looks at a clock, all time is counted in frames.
 */
public final class SimulatedBoard implements Board {
    private static final long FRAME_NANOS = TimeUnit.MILLISECONDS.toNanos(Frame.MILLIS);
    /** A machine that stood still for longer does not run after the lost time. */
    private static final long FORGIVEN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final OfficeClock clock;
    private final List<ExchangePair> exchangePairs;
    private final List<TelephonePair> telephonePairs;
    private final List<FxoCard> fxo;
    private final List<FxsCard> fxs;
    private final FrameWork work = new FrameWork();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition closing = lock.newCondition();
    private volatile boolean closed;
    private volatile long lost;
    private long next;
    private boolean begun;

    /** A board with so many ports, 0 to 32 of each kind, and slots of that law. */
    public SimulatedBoard(OfficeClock clock, int fxoPorts, int fxsPorts, Companding law) {
        this.clock = clock;
        exchangePairs =
                ports(fxoPorts).mapToObj(n -> new ExchangePair("fxo:" + n, law)).toList();
        telephonePairs = ports(fxsPorts)
                .mapToObj(n -> new TelephonePair("fxs:" + n, law))
                .toList();
        fxo = exchangePairs.stream()
                .map(pair -> (FxoCard) new ModelledFxo(pair))
                .toList();
        fxs = telephonePairs.stream()
                .map(pair -> (FxsCard) new ModelledFxs(pair))
                .toList();
    }

    private static IntStream ports(int count) {
        if (count < 0 || count > 32) {
            throw new IllegalArgumentException("a board has 0 to 32 ports of a kind, not " + count);
        }
        return IntStream.rangeClosed(1, count);
    }

    @Override
    public String name() {
        return "simulated";
    }

    @Override
    public List<FxoCard> fxo() {
        return fxo;
    }

    @Override
    public List<FxsCard> fxs() {
        return fxs;
    }

    /** The far ends of the outside lines. */
    public List<ExchangePair> exchangePairs() {
        return exchangePairs;
    }

    /** The far ends of the telephones' ports. */
    public List<TelephonePair> telephonePairs() {
        return telephonePairs;
    }

    @Override
    public AutoCloseable everyFrame(Stage stage, Runnable what) {
        return work.add(stage, what);
    }

    /** Ends the last frame and begins the next one at once, for whoever needs no real time. */
    public void frame() {
        work.run(Stage.SENDING);
        for (ExchangePair pair : exchangePairs) {
            pair.frame();
        }
        for (TelephonePair pair : telephonePairs) {
            pair.frame();
        }
        work.run(Stage.RECEIVED);
    }

    @Override
    public boolean await() {
        if (!begun) {
            begun = true;
            next = clock.nanos();
        }
        lock.lock();
        try {
            while (!closed && clock.nanos() - next < 0) {
                clock.await(closing, next);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
        if (closed) {
            return false;
        }
        forgive();
        next += FRAME_NANOS;
        frame();
        return true;
    }

    private void forgive() {
        long late = clock.nanos() - next;
        if (late > FORGIVEN_NANOS) {
            lost += late / FRAME_NANOS;
            next += late;
        }
    }

    @Override
    public long lost() {
        return lost;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            closing.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
