package ringdown.rtp;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where the far end really is. A phone behind a router names an address in SDP at which it cannot be reached; its packets
 * tell the true one ("symmetric RTP", RFC 4961). The named address is believed at once, any other after three packets in
 * a row and only while the known one is silent, so that a stranger cannot take a talk over. Selector's thread only.
 */
final class FarEnd {
    private static final int PACKETS_IN_A_ROW = 3;
    private static final int LARGEST_STEP = 3;
    private static final long SILENT_NANOS = 2_000_000_000L;

    private @Nullable InetSocketAddress named;
    private boolean reachable;
    private @Nullable InetSocketAddress heard;
    private long heardNanos;
    private @Nullable InetSocketAddress candidate;
    private int candidateSsrc;
    private short candidateSequence;
    private int inARow;

    /** SDP names an address; a new one makes what has been learnt void. */
    void named(RtpAgreement agreement) {
        if (!agreement.remote().equals(named)) {
            named = agreement.remote();
            reachable = agreement.reachable();
            heard = null;
            candidate = null;
        }
    }

    /** Where to send; null while that is unknown. */
    @Nullable
    InetSocketAddress target() {
        return heard != null ? heard : reachable ? named : null;
    }

    /** Whether a valid packet from there comes from the far end. */
    boolean sent(RtpPacket packet, InetSocketAddress from, long nanos) {
        boolean known = from.equals(heard);
        if (!known && (from.equals(named) || (silent(nanos) && convinces(packet, from)))) {
            heard = from;
            candidate = null;
            known = true;
        }
        if (known) {
            heardNanos = nanos;
        }
        return known;
    }

    private boolean silent(long nanos) {
        return heard == null || nanos - heardNanos > SILENT_NANOS;
    }

    private boolean convinces(RtpPacket packet, InetSocketAddress from) {
        int step = (short) (packet.sequence() - candidateSequence);
        boolean follows = from.equals(candidate) && packet.ssrc() == candidateSsrc && step > 0 && step <= LARGEST_STEP;
        inARow = follows ? inARow + 1 : 1;
        candidate = from;
        candidateSsrc = packet.ssrc();
        candidateSequence = packet.sequence();
        return inARow >= PACKETS_IN_A_ROW;
    }
}
