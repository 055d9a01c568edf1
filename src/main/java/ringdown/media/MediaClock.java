package ringdown.media;

import java.util.concurrent.atomic.AtomicLong;
import org.tinylog.Logger;

/** The platform thread "media-clock": moves all sound that is not forwarded, every 10 ms. Nothing that a tick does ends it. */
public final class MediaClock implements AutoCloseable {
    private final TickSource source;
    private final Thread thread;
    private final AtomicLong ticks = new AtomicLong();
    private final AtomicLong late = new AtomicLong();
    private volatile Runnable work = () -> {};

    /** Waits for {@link #start}. */
    public MediaClock(TickSource source) {
        this.source = source;
        this.thread = Thread.ofPlatform().name("media-clock").daemon(true).unstarted(this::run);
        thread.setPriority(Thread.MAX_PRIORITY);
    }

    /** Begins to tick; once. */
    void start(Runnable everyTick) {
        work = everyTick;
        thread.start();
    }

    private void run() {
        for (int due = source.await(); due > 0; due = source.await()) {
            late.addAndGet(due - 1L);
            for (int i = 0; i < due; i++) {
                tick();
            }
        }
    }

    private void tick() {
        ticks.incrementAndGet();
        try {
            work.run();
        } catch (RuntimeException e) {
            Logger.error(e, "a tick of the media clock failed");
        }
    }

    /** Ticks done. */
    public long ticks() {
        return ticks.get();
    }

    /** Ticks that were done a whole tick or more after their time. */
    public long lateTicks() {
        return late.get();
    }

    /** Ticks that were given up. */
    public long lostTicks() {
        return source.lost();
    }

    /** Ends the thread; when this returns no tick runs, unless it is called from within one. */
    @Override
    public void close() {
        source.close();
        if (Thread.currentThread() != thread && thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public String toString() {
        return "media clock on " + source + ": " + ticks() + " ticks, " + lateTicks() + " late, " + lostTicks()
                + " lost";
    }
}
