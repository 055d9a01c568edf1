package ringdown.rtp;

/**
 * Maps the sequence and timestamps of a far end onto those of our own sender, so that losses, reordering and pauses pass through as
 * they are. Broken off and begun anew whenever our sender itself has spoken in between. Selector's thread only.
 */
final class Rewriting {
    private static final int LARGEST_JUMP = 100;
    private static final int LARGEST_PAUSE = 8000 * 4;

    private boolean begun;
    private int ssrc;
    private short highestIn;
    private int timestampIn;
    private int highestOut;
    private int timestampOut;
    private int sinceBegin;

    void breakOff() {
        begun = false;
    }

    /** Whether this packet follows what was mapped before. */
    boolean follows(RtpPacket packet) {
        return begun
                && packet.ssrc() == ssrc
                && Math.abs(step(packet)) <= LARGEST_JUMP
                && Math.abs(packet.timestamp() - timestampIn) <= LARGEST_PAUSE;
    }

    /** This packet becomes that sequence number and timestamp. */
    void begin(RtpPacket packet, int sequence, int timestamp) {
        begun = true;
        ssrc = packet.ssrc();
        highestIn = packet.sequence();
        timestampIn = packet.timestamp();
        highestOut = sequence;
        timestampOut = timestamp;
        sinceBegin = 0;
    }

    /** Sequence number of a packet that follows, or -1 if it is older than the beginning. */
    int sequence(RtpPacket packet) {
        int step = step(packet);
        if (step < -sinceBegin) {
            return -1;
        }
        return highestOut + step & 0xFFFF;
    }

    /** Timestamp of a packet that follows. */
    int timestamp(RtpPacket packet) {
        return timestampOut + (packet.timestamp() - timestampIn);
    }

    /** The packet has been sent so. */
    void passed(RtpPacket packet) {
        move(packet, step(packet));
    }

    /** The packet has been left out: the others close up. */
    void leftOut(RtpPacket packet) {
        if (follows(packet) && step(packet) > 0) {
            move(packet, step(packet) - 1);
            highestIn = packet.sequence();
        }
    }

    private void move(RtpPacket packet, int stepOut) {
        if (step(packet) > 0) {
            highestIn = packet.sequence();
            highestOut = highestOut + stepOut & 0xFFFF;
            timestampOut = timestamp(packet);
            timestampIn = packet.timestamp();
            sinceBegin = Math.min(sinceBegin + stepOut, LARGEST_JUMP);
        }
    }

    private int step(RtpPacket packet) {
        return (short) (packet.sequence() - highestIn);
    }
}
