package ringdown.rtp;

import java.util.concurrent.atomic.AtomicLong;

/** Counts on one thread, is read on any, without a fence on the packet path. */
final class Counter {
    private final AtomicLong value = new AtomicLong();

    void increment() {
        add(1);
    }

    void add(long more) {
        value.setOpaque(value.getPlain() + more);
    }

    long get() {
        return value.getOpaque();
    }
}
