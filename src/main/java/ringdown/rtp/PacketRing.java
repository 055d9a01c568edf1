package ringdown.rtp;

import java.util.concurrent.atomic.AtomicLong;
import ringdown.audio.Companding;

/**
 * Hands received sound from the selector's thread to the reader's, which is the media clock's. Wait-free; allocates nothing after
 * it is made. When the reader is away, sound that nobody can use any more is dropped, and the reader told.
 */
final class PacketRing {
    private static final int SLOTS = 64;
    private static final int LARGEST = 480;

    private final Slot[] slots = new Slot[SLOTS];
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong read = new AtomicLong();
    private volatile boolean overrun;

    PacketRing() {
        for (int i = 0; i < SLOTS; i++) {
            slots[i] = new Slot();
        }
    }

    /** One packet, or a part of an uncommonly long one. */
    static final class Slot {
        int ssrc;
        int timestamp;
        int length;
        Companding law = Companding.A_LAW;
        final byte[] octets = new byte[LARGEST];
    }

    /** Selector's thread: leaves a packet's sound. */
    void put(RtpPacket packet, Companding law) {
        for (int from = 0; from < packet.payloadLength(); from += LARGEST) {
            long at = written.getPlain();
            if (at - read.getAcquire() >= SLOTS) {
                overrun = true;
                return;
            }
            Slot slot = slots[(int) (at % SLOTS)];
            slot.ssrc = packet.ssrc();
            slot.timestamp = packet.timestamp() + from;
            slot.length = Math.min(LARGEST, packet.payloadLength() - from);
            slot.law = law;
            packet.copyPayload(from, slot.octets, slot.length);
            written.setRelease(at + 1);
        }
    }

    /** Reader's thread: gives all that is there to the buffer. */
    void drainTo(JitterBuffer buffer) {
        if (overrun) {
            read.setRelease(written.getAcquire());
            overrun = false;
            buffer.restart();
            return;
        }
        long end = written.getAcquire();
        for (long at = read.getPlain(); at < end; at++) {
            buffer.put(slots[(int) (at % SLOTS)]);
            read.setRelease(at + 1);
        }
    }
}
