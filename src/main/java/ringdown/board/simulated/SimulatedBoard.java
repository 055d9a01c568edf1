package ringdown.board.simulated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Companding;
import ringdown.audio.Frame;
import ringdown.board.Board;
import ringdown.board.FrameWork;
import ringdown.board.proslic.CountryRow;
import ringdown.board.proslic.FxoDriver;
import ringdown.board.proslic.FxsDriver;
import ringdown.board.proslic.HighwayCheck;
import ringdown.board.proslic.PortDriver;
import ringdown.board.proslic.PortSetup;
import ringdown.board.simulated.silicon.Silicon;
import ringdown.clock.OfficeClock;
import ringdown.line.Fault;
import ringdown.line.FxoCard;
import ringdown.line.FxsCard;
import ringdown.line.LifelineRelay;

/**
 * A board of modelled chips on modelled lines, run by the drivers of the real ones. Runs in real time on the thread that calls {@link #await}, or as fast as somebody calls
 * {@link #frame()}: nothing on it looks at a clock, all time is counted in frames.
 */
public final class SimulatedBoard implements Board {
    private static final long FRAME_NANOS = TimeUnit.MILLISECONDS.toNanos(Frame.MILLIS);
    /** A machine that stood still for longer does not run after the lost time. */
    private static final long FORGIVEN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final int POWER_UP_FRAMES = 500;

    private final OfficeClock clock;
    private final List<ExchangePair> exchangePairs;
    private final List<TelephonePair> telephonePairs;
    private final Silicon silicon;
    private final List<FxoDriver> fxo = new ArrayList<>();
    private final List<FxsDriver> fxs = new ArrayList<>();
    private final List<PortDriver> drivers = new ArrayList<>();
    private final HighwayCheck highway;
    private final List<SimulatedRelay> relays = new ArrayList<>();
    private final FrameWork work = new FrameWork();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition closing = lock.newCondition();
    private volatile boolean closed;
    private volatile long lost;
    private long next;
    private boolean begun;

    /** A board with so many ports, 0 to 32 of each kind, slots of that law, and that country's row (ISO 3166); its chips are up. */
    public SimulatedBoard(OfficeClock clock, int fxoPorts, int fxsPorts, Companding law, String country) {
        this.clock = clock;
        exchangePairs =
                ports(fxoPorts).mapToObj(n -> new ExchangePair("fxo:" + n)).toList();
        telephonePairs =
                ports(fxsPorts).mapToObj(n -> new TelephonePair("fxs:" + n)).toList();
        silicon = new Silicon(
                exchangePairs.stream().map(ExchangePair::wires).toList(),
                telephonePairs.stream().map(TelephonePair::wires).toList(),
                law);
        plugIn(law, CountryRow.of(country));
        highway = new HighwayCheck(silicon.highway(), drivers);
        powerUp();
    }

    private void plugIn(Companding law, CountryRow row) {
        for (ExchangePair pair : exchangePairs) {
            PortSetup setup = new PortSetup(pair.port(), drivers.size(), law, row);
            FxoDriver driver = new FxoDriver(setup, silicon.exchangeBuses().get(fxo.size()), silicon.highway());
            fxo.add(driver);
            drivers.add(driver);
        }
        for (TelephonePair pair : telephonePairs) {
            PortSetup setup = new PortSetup(pair.port(), drivers.size(), law, row);
            FxsDriver driver = new FxsDriver(setup, silicon.telephoneBuses().get(fxs.size()), silicon.highway());
            fxs.add(driver);
            drivers.add(driver);
        }
    }

    /** The seconds that real chips take are modelled ones: they pass before the first frame. */
    private void powerUp() {
        boolean settled = drivers.isEmpty();
        for (int frames = 0; frames < POWER_UP_FRAMES && !settled; frames++) {
            frame();
            settled = highway.settled() && drivers.stream().allMatch(PortDriver::settled);
        }
        drivers.forEach(PortDriver::obey);
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
        return List.copyOf(fxo);
    }

    @Override
    public List<FxsCard> fxs() {
        return List.copyOf(fxs);
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
    public Optional<LifelineRelay> relay(String telephone, String line) {
        Optional<TelephonePair> set = telephonePairs.stream()
                .filter(pair -> pair.port().equals(telephone))
                .findFirst();
        Optional<ExchangePair> city =
                exchangePairs.stream().filter(pair -> pair.port().equals(line)).findFirst();
        if (set.isEmpty() || city.isEmpty()) {
            return Optional.empty();
        }
        SimulatedRelay relay = new SimulatedRelay(set.get(), city.get());
        relays.add(relay);
        return Optional.of(relay);
    }

    @Override
    public AutoCloseable everyFrame(Stage stage, Runnable what) {
        return work.add(stage, what);
    }

    /** What is soldered to the lines. */
    public Silicon silicon() {
        return silicon;
    }

    @Override
    public @Nullable Fault fault() {
        return highway.disturbed() ? Fault.SOUND_INTERRUPTED : null;
    }

    /** Ends the last frame and begins the next one at once, for whoever needs no real time. */
    public void frame() {
        work.run(Stage.SENDING);
        highway.sending();
        pass();
        work.run(Stage.RECEIVED);
        highway.received();
    }

    /** So many milliseconds pass on the wires and for the chips, but the box does not come to look: what was said meanwhile is lost. */
    public void stall(int millis) {
        for (int passed = 0; passed < millis; passed += Frame.MILLIS) {
            pass();
            lost++;
        }
    }

    /** A frame on the wires. */
    private void pass() {
        drivers.forEach(PortDriver::obey);
        relays.forEach(SimulatedRelay::frame);
        for (ExchangePair pair : exchangePairs) {
            pair.frame();
        }
        for (TelephonePair pair : telephonePairs) {
            pair.frame();
        }
        for (int n = 0; n < Frame.MILLIS; n++) {
            silicon.millisecond(n);
            for (PortDriver driver : drivers) {
                driver.millisecond();
            }
        }
        silicon.frame();
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
