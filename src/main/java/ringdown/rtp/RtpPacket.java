package ringdown.rtp;

import java.nio.ByteBuffer;

/**
 * A look at a received datagram as an RTP packet (RFC 3550 §5.1): one object is laid over each datagram in turn. Selector's
 * thread only.
 */
final class RtpPacket {
    static final int HEADER = 12;
    private static final int VERSION = 2;

    private ByteBuffer datagram = ByteBuffer.allocate(0);
    private int payloadAt;
    private int payloadLength;

    /** Looks at the bytes up to the buffer's limit; false if they are no RTP packet. */
    boolean lay(ByteBuffer over) {
        datagram = over;
        int length = over.limit();
        if (length < HEADER || (over.get(0) & 0xC0) >> 6 != VERSION) {
            return false;
        }
        payloadAt = HEADER + 4 * (over.get(0) & 0x0F);
        if ((over.get(0) & 0x10) != 0) {
            if (payloadAt + 4 > length) {
                return false;
            }
            payloadAt += 4 + 4 * (over.getShort(payloadAt + 2) & 0xFFFF);
        }
        int padding = (over.get(0) & 0x20) != 0 ? over.get(length - 1) & 0xFF : 0;
        boolean badPadding = (over.get(0) & 0x20) != 0 && padding == 0;
        payloadLength = length - payloadAt - padding;
        return payloadLength >= 0 && !badPadding;
    }

    boolean marker() {
        return (datagram.get(1) & 0x80) != 0;
    }

    int payloadType() {
        return datagram.get(1) & 0x7F;
    }

    short sequence() {
        return datagram.getShort(2);
    }

    int timestamp() {
        return datagram.getInt(4);
    }

    int ssrc() {
        return datagram.getInt(8);
    }

    int payloadLength() {
        return payloadLength;
    }

    byte payload(int index) {
        return datagram.get(payloadAt + index);
    }

    void copyPayload(int from, byte[] to, int length) {
        datagram.get(payloadAt + from, to, 0, length);
    }

    /** Appends the payload to a packet that is being made. */
    void appendPayload(ByteBuffer out) {
        out.put(out.position(), datagram, payloadAt, payloadLength);
        out.position(out.position() + payloadLength);
    }
}
