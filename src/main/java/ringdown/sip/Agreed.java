package ringdown.sip;

import java.net.InetSocketAddress;

/**
 * What an offer and its answer have settled.
 *
 * @param remote where our sound goes
 * @param law the codec
 * @param type its payload type in both directions
 * @param events payload type of telephone events (RFC 4733); -1 for none
 * @param ours which way we send and receive
 * @param held the far end does not want to hear us: it has put us on hold
 * @param ptime milliseconds a packet that the far end likes to receive
 */
record Agreed(InetSocketAddress remote, Law law, int type, int events, Direction ours, boolean held, int ptime) {
    /** The two laws of G.711; their names are those of SDP. */
    enum Law {
        PCMA(8),
        PCMU(0);

        private final int type;

        Law(int type) {
            this.type = type;
        }

        int type() {
            return type;
        }
    }
}
