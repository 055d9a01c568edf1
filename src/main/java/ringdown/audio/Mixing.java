package ringdown.audio;

/** Adding sounds without wrap-around. Stateless. */
public final class Mixing {
    private Mixing() {}

    /** The nearest 16-bit sample. */
    public static short saturate(int value) {
        return (short) Math.clamp(value, Short.MIN_VALUE, Short.MAX_VALUE);
    }

    /** Adds {@code length} samples of {@code addend} onto {@code sum}. */
    public static void add(short[] addend, int addendOffset, short[] sum, int sumOffset, int length) {
        for (int i = 0; i < length; i++) {
            sum[sumOffset + i] = saturate(sum[sumOffset + i] + addend[addendOffset + i]);
        }
    }

    /** Adds a whole frame onto another one of the same length. */
    public static void add(short[] addend, short[] sum) {
        add(addend, 0, sum, 0, Math.min(addend.length, sum.length));
    }
}
