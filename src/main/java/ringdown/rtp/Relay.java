package ringdown.rtp;

/** What one port passes to another by itself. */
public enum Relay {
    /** Keys only; sound is decoded and goes another way. */
    DIGITS,
    /** Packets, sound and keys, as they come. */
    PACKETS,
    /** As {@link #PACKETS}; the port takes the sound in as well, for whoever listens to it. */
    PACKETS_HEARD;

    boolean packets() {
        return this != DIGITS;
    }

    boolean heard() {
        return this != PACKETS;
    }
}
