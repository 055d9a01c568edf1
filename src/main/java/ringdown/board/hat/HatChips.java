package ringdown.board.hat;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.board.proslic.PortDriver;
import ringdown.board.tdm.PcmHighway;
import ringdown.clock.OfficeClock;
import ringdown.line.Fault;

/**
 * The chips of a board and the platform thread "board-poll": opens pins and sound, brings the chips up, tells every driver each
 * millisecond that one has passed, and tries again what is missing.
 */
final class HatChips implements AutoCloseable {
    private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long RETRY = TimeUnit.SECONDS.toNanos(5);
    /** A thread that was late tells the milliseconds it owes, but not more. */
    private static final int MOST_OWED = 20;
    /** A chip that has been gone for so long is only reached again by a reset of all, once nobody speaks. */
    private static final int GONE_FOR = 10_000;

    private static final int PRIORITY = 20;

    private final BoardProfile profile;
    private final Hardware hardware;
    private final OfficeClock clock;
    private final PcmHighway highway;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition closing = lock.newCondition();
    private final Thread thread;
    private @Nullable HatPorts ports;
    private @Nullable Wiring wiring;
    private @Nullable Chains chains;
    private Map<Socket, Module> modules = Map.of();
    private final Map<Integer, RelayPin> relays = new ConcurrentHashMap<>();
    private volatile boolean pinsOpen;
    private volatile boolean wired;
    private volatile boolean closed;
    private String told = "";
    private long retryAt;
    private int goneFor;

    HatChips(BoardProfile profile, Hardware hardware, OfficeClock clock, PcmHighway highway) {
        this.profile = profile;
        this.hardware = hardware;
        this.clock = clock;
        this.highway = highway;
        thread = Thread.ofPlatform().name("board-poll").daemon(true).unstarted(this::run);
        thread.setPriority(Thread.MAX_PRIORITY);
    }

    /** The first attempt, on the caller's thread; what it finds decides which ports there are. */
    HatPorts open(Function<Map<Socket, Module>, HatPorts> make) {
        attempt();
        HatPorts made = make.apply(modules);
        ports = made;
        if (chains != null) {
            made.connect(modules, chains);
        }
        return made;
    }

    HatPorts ports() {
        if (ports == null) {
            throw new IllegalStateException("the board is not open");
        }
        return ports;
    }

    void start() {
        thread.start();
    }

    /** The pin of a lifeline relay, from any thread; it is driven while the board's pins are open. */
    RelayPin relay(int pin) {
        return Objects.requireNonNull(relays.compute(pin, (number, was) -> new RelayPin(number)));
    }

    /** What of the board cannot be reached; null when all of it can. */
    @Nullable
    Fault fault() {
        if (!wired) {
            return pinsOpen && !highway.running() ? Fault.SOUND_ABSENT : Fault.BOARD_ABSENT;
        }
        return highway.running() ? null : Fault.SOUND_ABSENT;
    }

    /** Sound before chips: they need its clock when they leave reset, in which open pins hold them (facts 1.2). */
    private void attempt() {
        retryAt = clock.nanos() + RETRY;
        try {
            if (wiring == null) {
                wiring = hardware.pins(profile);
                pinsOpen = true;
            }
            if (!highway.running()) {
                highway.offer(hardware.sound(profile));
            }
            if (!wired) {
                wire(wiring);
            }
            told = "";
        } catch (IOException absent) {
            tell(absent.getMessage() == null ? absent.toString() : absent.getMessage());
        }
    }

    private void tell(String why) {
        if (!why.equals(told)) {
            told = why;
            Logger.error("board {}: {}; it is tried again every five seconds", profile.name(), why);
        }
    }

    private void wire(Wiring open) throws IOException {
        Chains found = new Chains(profile, open, this::pause);
        modules = found.find();
        if (modules.isEmpty()) {
            throw new IOException("no chip answers: is the board on its pins, and has it power?");
        }
        chains = found;
        if (ports != null) {
            ports.connect(modules, found);
        }
        wired = true;
        Logger.info("board {}: {}", profile.name(), Chains.count(modules.values()));
    }

    private void run() {
        if (!LibC.realTime(PRIORITY)) {
            Logger.info("board {}: no real-time priority for the thread that polls the chips", profile.name());
        }
        long next = clock.nanos();
        while (!closed) {
            next = Math.max(next + MILLISECOND, clock.nanos() - MOST_OWED * MILLISECOND);
            until(next);
            for (PortDriver driver : ports().drivers()) {
                driver.millisecond();
            }
            Wiring pins = wiring;
            if (pins != null) {
                relays.values().forEach(relay -> relay.millisecond(pins));
            }
            if ((!wired || !highway.running()) && clock.nanos() - retryAt >= 0) {
                attempt();
            }
            renewIfGone();
        }
    }

    /** A chip that has lost its chain by a brown-out of its own cannot be spoken to until all are chained anew. */
    private void renewIfGone() {
        boolean gone = wired && ports().all().stream().anyMatch(this::lost);
        goneFor = gone ? goneFor + 1 : 0;
        if (goneFor >= GONE_FOR
                && chains != null
                && ports().all().stream().allMatch(p -> lost(p) || p.driver().idle())) {
            goneFor = 0;
            Logger.warn("board {}: a chip is gone; all are reset", profile.name());
            chains.renew(modules);
            ports().drivers().forEach(PortDriver::streamRestarted);
        }
    }

    /** Its chip answered when the board was opened, and does no longer. */
    private boolean lost(HatPort port) {
        return modules.get(port.socket()) == port.module()
                && port.driver().card().fault() == Fault.ABSENT;
    }

    private void pause(int millis) {
        until(clock.nanos() + millis * MILLISECOND);
    }

    private void until(long nanos) {
        lock.lock();
        try {
            while (!closed && clock.nanos() - nanos < 0) {
                clock.await(closing, nanos);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /** What was commanded last (on hook) is done, then the chips are held in reset. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            closing.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        if (wiring != null) {
            ports().drivers().forEach(PortDriver::obey);
            wiring.reset(true);
            wiring.close();
            wiring = null;
        }
        highway.close();
    }
}
