package ringdown.rtp;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tinylog.Logger;
import ringdown.clock.OfficeClock;

/**
 * The platform thread "rtp-selector": receives for all ports, and is the only one that writes what they send. Others give it
 * commands. Nothing that comes from a wire or a listener ends it.
 */
final class SelectorLoop implements AutoCloseable {
    private static final long TICK_NANOS = 10_000_000L;
    private static final long NANOS_PER_MILLI = 1_000_000L;

    /** A listener that breaks the rule and waits here for somebody who waits for us must not end all sound: 1 s. */
    private static final int PATIENCE = 10;

    private final OfficeClock clock;
    private final Selector selector;
    private final Thread thread;
    private final ConcurrentLinkedQueue<Runnable> commands = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final List<Owned> stations = new ArrayList<>();
    private volatile boolean closed;
    private long nextTick;

    /** A port, as the loop sees it. */
    interface Owned {
        /** Something can be read. */
        void receive(long nanos);

        /** Frames may be waiting. */
        void drain(long nanos);

        /** 10 ms have passed. */
        void tick(long nanos);
    }

    SelectorLoop(OfficeClock clock) throws IOException {
        this.clock = clock;
        this.selector = Selector.open();
        this.nextTick = clock.nanos();
        this.thread = Thread.ofPlatform().name("rtp-selector").daemon(true).unstarted(this::run);
        thread.setPriority(Thread.MAX_PRIORITY);
        thread.start();
    }

    /** Wakes the loop so that it drains; cheap when it is awake already. */
    void wake() {
        if (woken.compareAndSet(false, true)) {
            selector.wakeup();
        }
    }

    /** Does this on the loop's thread, soon. */
    void command(Runnable work) {
        commands.add(work);
        wake();
    }

    /** Does this on the loop's thread and waits until it is done (at once on that thread itself, or when the loop is over). */
    void commandAndWait(Runnable work) {
        if (Thread.currentThread() == thread || closed) {
            work.run();
            return;
        }
        var done = new CountDownLatch(1);
        command(() -> {
            try {
                work.run();
            } finally {
                done.countDown();
            }
        });
        awaitUninterrupted(done);
    }

    private void awaitUninterrupted(CountDownLatch done) {
        boolean interrupted = false;
        for (int i = 0; i < PATIENCE && thread.isAlive(); i++) {
            try {
                if (done.await(100, TimeUnit.MILLISECONDS)) {
                    break;
                }
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Loop's thread: takes a port in. */
    SelectionKey add(SelectableChannel channel, Owned station) throws IOException {
        stations.add(station);
        return channel.register(selector, SelectionKey.OP_READ, station);
    }

    /** Loop's thread: lets a port go; its number is free when this returns. */
    void remove(SelectionKey key, Owned station) throws IOException {
        stations.remove(station);
        key.cancel();
        key.channel().close();
        selector.selectNow(_ -> {}); // a cancelled key holds its socket until the next selection
        woken.set(false); // which has swallowed whatever wake-up came meanwhile
    }

    private void run() {
        while (!closed) {
            try {
                turn();
            } catch (IOException | RuntimeException e) {
                Logger.error(e, "RTP selector");
            }
        }
    }

    private void turn() throws IOException {
        long wait = stations.isEmpty() ? 0 : Math.max(1, (nextTick - clock.nanos()) / NANOS_PER_MILLI);
        selector.select(this::ready, wait);
        woken.set(false);
        for (Runnable command = commands.poll(); command != null; command = commands.poll()) {
            command.run();
        }
        long now = clock.nanos();
        boolean tick = now - nextTick >= 0;
        if (tick) {
            nextTick = Math.max(nextTick + TICK_NANOS, now);
        }
        for (int i = 0; i < stations.size(); i++) {
            stations.get(i).drain(now);
            if (tick) {
                stations.get(i).tick(now);
            }
        }
    }

    private void ready(SelectionKey key) {
        if (key.isValid() && key.attachment() instanceof Owned station) {
            station.receive(clock.nanos());
        }
    }

    /** Ends the thread. */
    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
            selector.close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            Logger.warn(e, "RTP selector does not close");
        }
    }
}
