package ringdown.board.modem;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.audio.tone.CountryTones;
import ringdown.clock.OfficeClock;
import ringdown.line.Fault;

/**
 * One modem from plugging in to pulling out, again and again: the platform thread "modem fxo:n". It opens the device, finds the speed,
 * sets the modem up and serves it; whatever goes wrong is the port's fault until the next attempt succeeds, two seconds later.
 */
final class Modem implements AutoCloseable {
    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(2);
    /** USB modems take any; others answer at the one they were last spoken to at, the first that carries 8000 octets a second best. */
    private static final int[] SPEEDS = {115_200, 230_400, 57_600, 38_400, 19_200, 9_600};

    private static final long CLOSE_MILLIS = 3000;

    private final String device;
    private final String country;
    private final SerialLink.Opener opener;
    private final OfficeClock clock;
    private final ModemPort port;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile @Nullable Wire wire;
    private volatile boolean closed;
    private boolean tried;

    Modem(String device, String portName, String country, SerialLink.Opener opener, OfficeClock clock) {
        this.device = device;
        this.country = country;
        this.opener = opener;
        this.clock = clock;
        port = new ModemPort(portName, CountryTones.of(country).ringCadence(), this::wake);
        thread = Thread.ofPlatform().name("modem " + portName).daemon(true).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    ModemPort port() {
        return port;
    }

    /** Waits until the first attempt has come to an end, one way or the other. */
    void awaitFirst(long deadlineNanos) throws InterruptedException {
        lock.lock();
        try {
            while (!tried && clock.nanos() - deadlineNanos < 0) {
                clock.await(changed, deadlineNanos);
            }
        } finally {
            lock.unlock();
        }
    }

    private void wake() {
        Wire now = wire;
        if (now != null) {
            now.wake();
        }
    }

    private void run() {
        while (!closed) {
            try {
                attend();
            } catch (ModemTrouble trouble) {
                fault(trouble);
            } catch (RuntimeException bug) {
                Logger.error(bug, "{}: its modem's thread failed", port.port());
                fault(new ModemTrouble(Fault.MODEM_GARBLED, String.valueOf(bug.getMessage())));
            }
            port.forget();
            pause();
        }
    }

    private void fault(ModemTrouble trouble) {
        if (port.fault() != trouble.fault() && !closed) {
            Logger.warn("{}: {} {}", port.port(), trouble.fault(), trouble.getMessage());
        }
        port.fault(trouble.fault());
        tried();
    }

    private void tried() {
        lock.lock();
        try {
            tried = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void attend() throws ModemTrouble {
        try (Wire open = find()) {
            wire = open;
            ModemLife life = new ModemLife(open, port, clock, () -> closed);
            life.setUp(country);
            port.fault(null);
            tried();
            life.serve();
        } finally {
            wire = null;
        }
    }

    /** The first speed at which it answers as a modem does. */
    private Wire find() throws ModemTrouble {
        boolean heardSomething = false;
        for (int speed : SPEEDS) {
            Wire open = open(speed);
            boolean found = false;
            try {
                found = new Dialogue(open, clock, said -> {}).inStep();
                heardSomething |= open.octets() > 0;
            } finally {
                if (!found) {
                    open.close();
                }
            }
            if (found) {
                return open;
            }
            if (closed) {
                break;
            }
        }
        Fault fault = heardSomething ? Fault.MODEM_GARBLED : Fault.MODEM_SILENT;
        throw new ModemTrouble(fault, device + " does not answer at any speed");
    }

    private Wire open(int speed) throws ModemTrouble {
        try {
            return new Wire(opener.open(device, speed), clock, port.heard, port.port());
        } catch (IOException absent) {
            throw new ModemTrouble(Fault.MODEM_ABSENT, String.valueOf(absent.getMessage()));
        }
    }

    private void pause() {
        lock.lock();
        try {
            long until = clock.nanos() + AGAIN_NANOS;
            while (!closed && clock.nanos() - until < 0) {
                clock.await(changed, until);
            }
        } catch (InterruptedException _) {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /** Lays the line on hook; a modem that does not answer any more is left as it is. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        wake();
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        Wire left = wire;
        if (left != null) {
            left.close();
        }
    }
}
