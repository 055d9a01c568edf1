package ringdown.sip;

import java.util.Locale;

/** Which way a stream flows, seen by the side that wrote it (RFC 8866 §6.7). */
enum Direction {
    SENDRECV(true, true),
    SENDONLY(true, false),
    RECVONLY(false, true),
    INACTIVE(false, false);

    private final boolean sends;
    private final boolean receives;

    Direction(boolean sends, boolean receives) {
        this.sends = sends;
        this.receives = receives;
    }

    boolean sends() {
        return sends;
    }

    boolean receives() {
        return receives;
    }

    /** The widest that the other side may answer (RFC 3264 §6.1). */
    Direction mirrored() {
        return switch (this) {
            case SENDRECV -> SENDRECV;
            case SENDONLY -> RECVONLY;
            case RECVONLY -> SENDONLY;
            case INACTIVE -> INACTIVE;
        };
    }

    /** The attribute's name. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
