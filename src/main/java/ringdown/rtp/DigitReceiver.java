package ringdown.rtp;

/**
 * Reads telephone events (RFC 4733 §2.3, §2.5). A press is told by the first of its packets that arrives, once: all its packets
 * carry the timestamp of its beginning. Selector's thread only.
 */
final class DigitReceiver {
    /** Nothing was pressed by this packet. */
    static final char NONE = 0;

    private static final String KEYS = "0123456789*#ABCD";
    private static final int LENGTH = 4;
    private static final int OLD_PRESS_SAMPLES = 8000 * 5;
    private static final int LONGEST_SEGMENT = 0xFFFF;
    private static final long SAME_PRESS_NANOS = 150_000_000L;

    private boolean begun;
    private int ssrc;
    private int event;
    private int timestamp;
    private int duration;
    private boolean ended;
    private long lastNanos;

    /** The key whose press begins with this packet, or {@link #NONE}. */
    char read(RtpPacket packet, long nanos) {
        if (packet.payloadLength() < LENGTH || (packet.payload(0) & 0xFF) >= KEYS.length()) {
            return NONE;
        }
        int key = packet.payload(0);
        int length = (packet.payload(2) & 0xFF) << 8 | packet.payload(3) & 0xFF;
        boolean end = (packet.payload(1) & 0x80) != 0;
        if (begun && packet.ssrc() == ssrc) {
            int later = packet.timestamp() - timestamp;
            if (later < 0 && later > -OLD_PRESS_SAMPLES) {
                return NONE; // a straggler of an earlier press
            }
            if (later == 0 || goesOn(packet, key, length, later, nanos)) {
                note(packet, key, length, ended || end, nanos);
                return NONE;
            }
        }
        begun = true;
        note(packet, key, length, end, nanos);
        return KEYS.charAt(key);
    }

    /**
     * A key held longer than a duration can say comes in segments (§2.5.1.3). And some telephones move the timestamp with
     * each packet of one press: then the duration goes on growing, and no packet is marked as a beginning.
     */
    private boolean goesOn(RtpPacket packet, int key, int length, int later, long nanos) {
        if (key != event || ended || packet.marker() || nanos - lastNanos > SAME_PRESS_NANOS) {
            return false;
        }
        return later == LONGEST_SEGMENT || length > duration;
    }

    private void note(RtpPacket packet, int key, int length, boolean end, long nanos) {
        ssrc = packet.ssrc();
        event = key;
        timestamp = packet.timestamp();
        duration = length;
        ended = end;
        lastNanos = nanos;
    }
}
