package ringdown.audio.callerid;

/**
 * How an FSK transmission is laid out.
 *
 * @param markDbm0 level of the mark frequency
 * @param spaceDbm0 level of the space frequency
 * @param seizureBits alternating bits at the start: 300 on-hook, none off-hook
 * @param markBits ones before the message: 180 on-hook, 80 off-hook
 * @param trailingBits ones after it
 */
public record FskShape(double markDbm0, double spaceDbm0, int seizureBits, int markBits, int trailingBits) {
    /** On-hook at -14 dBm0 (ETSI EN 300 659-1 §6, GR-30-CORE). */
    public static final FskShape ON_HOOK = new FskShape(-14, -14, 300, 180, 8);

    /** SIN 227: shorter seizure and mark than elsewhere, here 120 and 60 ms. */
    public static final FskShape BT = new FskShape(-14, -14, 144, 72, 8);

    /** To a telephone in a talk: no seizure, a short mark (GR-30-CORE §2.4, EN 300 659-2 §6). */
    public static final FskShape OFF_HOOK = new FskShape(-14, -14, 0, 80, 8);

    /** NTT: no seizure, 60 ms of mark. */
    public static final FskShape NTT = new FskShape(-14, -14, 0, 75, 8);

    public FskShape {
        if (seizureBits < 0 || markBits < 0 || trailingBits < 0 || seizureBits + markBits + trailingBits > 5000) {
            throw new IllegalArgumentException("an FSK transmission has 0 to 5000 bits around its message");
        }
    }
}
