package ringdown.rtp;

import org.jspecify.annotations.Nullable;
import ringdown.audio.Companding;

/** The voice codings that travel in RTP, with their static payload types (RFC 3551 §6, table 4). */
public enum Codec {
    PCMA(8, Companding.A_LAW),
    PCMU(0, Companding.MU_LAW);

    private final int payloadType;
    private final Companding law;

    Codec(int payloadType, Companding law) {
        this.payloadType = payloadType;
        this.law = law;
    }

    /** The number in the packet's header; the name in SDP is {@link #name()}, at 8000 Hz. */
    public int payloadType() {
        return payloadType;
    }

    Companding law() {
        return law;
    }

    /** The codec of a payload type, null if it is none of these. */
    public static @Nullable Codec of(int payloadType) {
        return payloadType == 8 ? PCMA : payloadType == 0 ? PCMU : null;
    }
}
