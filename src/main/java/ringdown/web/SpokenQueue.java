package ringdown.web;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import ringdown.audio.Frame;
import ringdown.clock.OfficeClock;

/**
 * Samples on their way from a browser to a line: a second at most, the oldest is dropped. Begins again with 40 ms in hand after it
 * ran dry, so that the network's unevenness is not heard. Added by the socket's thread, taken by the board's.
 */
final class SpokenQueue {
    private static final int MOST = Frame.SAMPLE_RATE;
    private static final int IN_HAND = Frame.SAMPLE_RATE / 25;
    private static final long UNHEARD = Duration.ofMillis(100).toNanos();

    private final OfficeClock clock;
    private final short[] ring = new short[MOST];
    private int from;
    private int count;
    private boolean dry = true;
    private long taken;

    SpokenQueue(OfficeClock clock) {
        this.clock = clock;
        taken = clock.nanos() - UNHEARD;
    }

    /** Takes all whole samples of the message. While nobody listens, only the last moment is kept: speech must not come late. */
    synchronized void add(ByteBuffer samples) {
        while (samples.remaining() >= 2) {
            ring[(from + count) % MOST] = samples.getShort();
            if (count < MOST) {
                count++;
            } else {
                from = (from + 1) % MOST;
            }
        }
        if (clock.nanos() - taken > UNHEARD) {
            drop(count - IN_HAND);
        }
    }

    private void drop(int samples) {
        if (samples > 0) {
            from = (from + samples) % MOST;
            count -= samples;
        }
    }

    /** Fills the frame; with silence when there is not enough. */
    synchronized void take(short[] frame) {
        taken = clock.nanos();
        if (count < (dry ? IN_HAND : frame.length)) {
            dry = true;
            Arrays.fill(frame, (short) 0);
            return;
        }
        dry = false;
        for (int i = 0; i < frame.length; i++) {
            frame[i] = ring[(from + i) % MOST];
        }
        drop(frame.length);
    }
}
