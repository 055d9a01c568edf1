package ringdown.rtp;

/** Which way sound goes, seen from this box (RFC 3264 §5.1). Hold changes it. */
public enum Direction {
    SENDRECV,
    SENDONLY,
    RECVONLY,
    INACTIVE;

    /** Whether this box sends. */
    public boolean sends() {
        return this == SENDRECV || this == SENDONLY;
    }

    /** Whether this box listens. */
    public boolean receives() {
        return this == SENDRECV || this == RECVONLY;
    }
}
