package ringdown.rtp;

import java.net.InetSocketAddress;

/**
 * What the two ends of one leg have agreed on by SDP.
 *
 * @param remote where the far end says that it listens; port 0 or address 0.0.0.0: nothing is sent until it has been heard
 * @param codec what is sent; both codings are taken
 * @param eventsSent payload type of telephone events toward the far end (RFC 4733), 96..127, or {@link #NO_EVENTS}
 * @param eventsReceived payload type of telephone events from the far end, or {@link #NO_EVENTS}
 * @param packetMillis length of a packet sent (ptime): 10, 20, 30, 40 or 60
 * @param direction which way sound goes, seen from this box
 */
public record RtpAgreement(
        InetSocketAddress remote,
        Codec codec,
        int eventsSent,
        int eventsReceived,
        int packetMillis,
        Direction direction) {
    /** Instead of a payload type: no telephone events. */
    public static final int NO_EVENTS = -1;

    private static final int LONGEST_PACKET = 60;

    public RtpAgreement {
        if (remote.isUnresolved()) {
            throw new IllegalArgumentException("an address that is a name: " + remote);
        }
        payloadType(eventsSent);
        payloadType(eventsReceived);
        if (packetMillis < 10 || packetMillis > LONGEST_PACKET || packetMillis % 10 != 0) {
            throw new IllegalArgumentException("packets last 10 to 60 ms in steps of 10, not " + packetMillis);
        }
    }

    private static void payloadType(int type) {
        if (type != NO_EVENTS && (type < 96 || type > 127)) {
            throw new IllegalArgumentException("telephone events have a dynamic payload type, 96 to 127, not " + type);
        }
    }

    /** The same in another direction. */
    public RtpAgreement withDirection(Direction changed) {
        return new RtpAgreement(remote, codec, eventsSent, eventsReceived, packetMillis, changed);
    }

    boolean reachable() {
        return remote.getPort() != 0 && !remote.getAddress().isAnyLocalAddress();
    }
}
