package ringdown.rtp;

/** What one port passes to another by itself. */
public enum Relay {
    /** Keys only; sound is decoded and goes another way. */
    DIGITS,
    /** Packets, sound and keys, as they come. */
    PACKETS
}
