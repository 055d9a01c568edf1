package ringdown.rtp;

/**
 * Follows the sequence numbers of a far end (RFC 3550 appendix A.1, A.3, A.8): what is new, what came twice, what is missing,
 * how unsteady it comes. Selector's thread only.
 */
final class Arrivals {
    /** A jump beyond this is a sender that began anew (RFC 3550 A.1, MAX_DROPOUT). */
    private static final int JUMP = 3000;

    private static final int WINDOW = 64;
    private static final double NANOS_PER_SAMPLE = 125_000;

    private final Tally tally;
    private boolean begun;
    private int ssrc;
    private short highest;
    private long seen;
    private long missing;
    private long lastTransit;
    private long jitter;

    Arrivals(Tally tally) {
        this.tally = tally;
    }

    /** Notes an arrival; false for a packet that is to be dropped, because it came before or is older than any play-out. */
    boolean isNew(RtpPacket packet) {
        int ahead = (short) (packet.sequence() - highest);
        if (!begun || packet.ssrc() != ssrc || Math.abs(ahead) > JUMP) {
            begin(packet);
        } else if (ahead > 0) {
            tally.lost.add(ahead - 1L);
            missing += ahead - 1L;
            seen = ahead >= WINDOW ? 1 : seen << ahead | 1;
            highest = packet.sequence();
        } else if (!fillsGap(-ahead)) {
            tally.duplicates.increment();
            return false;
        }
        tally.received.increment();
        return true;
    }

    private void begin(RtpPacket packet) {
        begun = true;
        ssrc = packet.ssrc();
        highest = packet.sequence();
        seen = 1;
        missing = 0;
        lastTransit = Long.MIN_VALUE;
    }

    private boolean fillsGap(int behind) {
        if (behind >= WINDOW || (seen >>> behind & 1) != 0) {
            return false;
        }
        seen |= 1L << behind;
        if (missing > 0) { // else older than the first one heard
            missing--;
            tally.lost.add(-1);
        }
        return true;
    }

    /** Notes how unsteadily packets of sound come. */
    void timed(RtpPacket packet, long nanos) {
        long transit = (int) ((long) (nanos / NANOS_PER_SAMPLE) - packet.timestamp());
        if (lastTransit != Long.MIN_VALUE) {
            int difference = Math.abs((int) (transit - lastTransit));
            if (difference < JUMP) {
                jitter += difference - (jitter + 8 >> 4); // in sixteenths of a sample, RFC 3550 A.8
                tally.jitterSixteenths.add(jitter - tally.jitterSixteenths.get());
            }
        }
        lastTransit = transit;
    }
}
