package ringdown.rtp;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import ringdown.audio.Frame;

/**
 * Presses keys as telephone events (RFC 4733 §2.5.1): 100 ms each, a packet every 20 ms, the last one three times, 60 ms of pause
 * between two keys. Selector's thread only.
 */
final class DigitSender {
    private static final String KEYS = "0123456789*#ABCD";
    private static final int STEP = Frame.samples(20);
    private static final long STEP_NANOS = 20_000_000L;
    private static final int PRESS = Frame.samples(100);
    private static final int ENDS = 3;
    private static final long PAUSE_NANOS = 60_000_000L;
    private static final int END_BIT = 0x80;
    private static final int VOLUME = 10; // -10 dBm0
    private static final int MOST_WAITING = 64;

    private final ArrayDeque<Integer> waiting = new ArrayDeque<>();
    private boolean pressing;
    private int event;
    private int timestamp;
    private int steps;
    private long nextNanos = Long.MIN_VALUE;

    static boolean isKey(char digit) {
        return KEYS.indexOf(digit) >= 0;
    }

    void add(char digit) {
        if (waiting.size() < MOST_WAITING) {
            waiting.add(KEYS.indexOf(digit));
        }
    }

    /** The far end takes no events any more. */
    void forget() {
        waiting.clear();
        pressing = false;
    }

    boolean pressing() {
        return pressing;
    }

    /** Whether a packet is to be sent now, of this press or of the next one. */
    boolean due(long nanos) {
        boolean time = nextNanos == Long.MIN_VALUE || nanos - nextNanos >= 0;
        return time && (pressing || !waiting.isEmpty());
    }

    /** Begins the next press at this timestamp. */
    void start(int at, long nanos) {
        event = waiting.remove();
        timestamp = at;
        steps = 1;
        nextNanos = nanos;
        pressing = true;
    }

    boolean first() {
        return steps == 1;
    }

    int timestamp() {
        return timestamp;
    }

    /** Samples from the beginning of the press to the end of this packet. */
    int samplesGone() {
        return steps * STEP;
    }

    /** Appends the event's four octets (§2.3). */
    void write(ByteBuffer out) {
        boolean end = samplesGone() >= PRESS;
        out.put((byte) event).put((byte) (VOLUME | (end ? END_BIT : 0)));
        out.putShort((short) Math.min(samplesGone(), PRESS));
    }

    /** That packet has been sent. */
    void next() {
        boolean over = samplesGone() == PRESS + (ENDS - 1) * STEP;
        pressing = !over;
        nextNanos += over ? PAUSE_NANOS : STEP_NANOS;
        steps++;
    }
}
