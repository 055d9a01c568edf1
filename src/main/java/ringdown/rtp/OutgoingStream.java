package ringdown.rtp;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * SSRC, sequence and timestamps of one port, whoever speaks through it: to the far end frames, forwarded packets, keys and
 * silence are one stream. Selector's thread only.
 */
final class OutgoingStream {
    private static final int VERSION = 0x80;
    private static final int MARKER = 0x80;
    private static final long PAUSE_NANOS = 200_000_000L;
    private static final int FRAME_NANOS = 10_000_000;
    private static final int FRAME_SAMPLES = 80;

    private final Outlet outlet;
    private final FarEnd farEnd;
    private final Tally tally;
    private final int ssrc;

    private boolean begun;
    private int sequence;
    private int timestamp;
    private long lastNanos;

    /** The socket. */
    interface Outlet {
        /** The buffer in which a packet is made, empty. */
        ByteBuffer blank();

        /** Sends the packet made; SRTP will be sealed here. */
        void send(ByteBuffer packet, InetSocketAddress to);
    }

    /** Begins at unpredictable numbers (RFC 3550 §5.1). */
    OutgoingStream(Outlet outlet, FarEnd farEnd, Tally tally, RandomGenerator random) {
        this.outlet = outlet;
        this.farEnd = farEnd;
        this.tally = tally;
        ssrc = random.nextInt();
        sequence = random.nextInt(0x1_0000);
        timestamp = random.nextInt();
    }

    /** Whether the agreement lets us speak, and it is known whereto. */
    boolean maySpeak(@Nullable RtpAgreement agreement) {
        return agreement != null && agreement.direction().sends() && farEnd.target() != null;
    }

    boolean begun() {
        return begun;
    }

    /** When the last packet was due. */
    long lastNanos() {
        return lastNanos;
    }

    /** After a pause time has gone on for the far end too (§5.1); true if the next packet begins a talk spurt (RFC 3551 §4.1). */
    boolean resume(long nanos) {
        long silent = nanos - lastNanos;
        if (begun && silent <= PAUSE_NANOS) {
            return false;
        }
        timestamp += begun ? (int) (silent / FRAME_NANOS) * FRAME_SAMPLES : 0;
        begun = true;
        lastNanos = nanos;
        return true;
    }

    /** Number of the next packet. */
    int sequence() {
        return sequence;
    }

    /** Timestamp of the next sample. */
    int timestamp() {
        return timestamp;
    }

    /** Begins a packet. */
    ByteBuffer packet(boolean marker, int payloadType, int number, int stamp) {
        ByteBuffer out = outlet.blank();
        out.put((byte) VERSION).put((byte) (payloadType | (marker ? MARKER : 0)));
        return out.putShort((short) number).putInt(stamp).putInt(ssrc);
    }

    /** Sends it; the stream goes on behind this number and before this timestamp, unless it is there already (a straggler passed on). */
    void send(ByteBuffer packet, int number, int nextTimestamp, long nanos) {
        InetSocketAddress to = farEnd.target();
        if (to == null) {
            return;
        }
        outlet.send(packet.flip(), to);
        tally.sent.increment();
        if ((short) (number - sequence) >= 0) {
            sequence = number + 1 & 0xFFFF;
        }
        if (nextTimestamp - timestamp > 0) {
            timestamp = nextTimestamp;
        }
        lastNanos = nanos;
    }
}
