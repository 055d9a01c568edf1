package ringdown.ledger;

import java.security.SecureRandom;
import java.util.HexFormat;
import ringdown.clock.OfficeClock;

/**
 * Ids that are unique across boxes and sort by when they were made: 48 bits of milliseconds, a counter of 16 bits, 48 random
 * bits (the layout of UUID version 7, RFC 9562 §5.7, without its dashes and version bits). Opaque to everyone. Safe from any
 * thread.
 */
public final class Ids {
    private static final HexFormat HEX = HexFormat.of();
    private static final int COUNTER_BITS = 16;

    private final OfficeClock clock;
    private final SecureRandom random = new SecureRandom();
    private long last;

    /** Ids whose first part is this clock's wall time. */
    public Ids(OfficeClock clock) {
        this.clock = clock;
    }

    /** A new id: 28 letters and digits. */
    public String next() {
        long mine = tick(clock.now().toEpochMilli());
        byte[] tail = new byte[6];
        random.nextBytes(tail);
        return HEX.toHexDigits(mine) + HEX.formatHex(tail);
    }

    /** Never twice the same, also when wall time steps back. */
    private synchronized long tick(long millis) {
        last = Math.max(last + 1, millis << COUNTER_BITS);
        return last;
    }
}
