package ringdown.rtp;

import java.util.BitSet;

/**
 * The even ports of a range (RFC 3550 §11; the odd one above is kept free for RTCP), handed out in turn, so that a late packet of a call
 * that is over does not meet the next call. Safe from any thread.
 */
final class PortRange {
    private final int first;
    private final int pairs;
    private final BitSet taken = new BitSet();
    private int next;

    PortRange(int from, int to) {
        if (from < 1 || to > 65535 || from > to) {
            throw new IllegalArgumentException("no range of ports: " + from + "-" + to);
        }
        first = from + (from & 1);
        pairs = Math.max(0, (to + 1 - first) / 2);
        if (pairs == 0) {
            throw new IllegalArgumentException("the range " + from + "-" + to + " holds no even port with its odd one");
        }
    }

    int pairs() {
        return pairs;
    }

    /** An even port that is not handed out, or -1. */
    synchronized int take() {
        int free = taken.nextClearBit(next);
        if (free >= pairs) {
            free = taken.nextClearBit(0);
        }
        if (free >= pairs) {
            return -1;
        }
        taken.set(free);
        next = (free + 1) % pairs;
        return first + 2 * free;
    }

    synchronized void giveBack(int port) {
        taken.clear((port - first) / 2);
    }

    synchronized int handedOut() {
        return taken.cardinality();
    }

    @Override
    public String toString() {
        return first + "-" + (first + 2 * pairs - 1);
    }
}
