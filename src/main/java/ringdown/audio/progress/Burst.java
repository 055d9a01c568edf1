package ringdown.audio.progress;

/**
 * One sounding part of a cadence with the pause after it.
 *
 * @param from first sample
 * @param on length in milliseconds
 * @param off length of the pause after it, in milliseconds
 * @param hz mean frequency of the single or lower tone
 * @param dual whether two tones were heard for most of it
 * @param power mean square of the tone
 * @param flat whether its level stood still: an exchange's does, a played note decays
 */
record Burst(long from, int on, int off, double hz, boolean dual, double power, boolean flat) {
    /** The same with a pause of so many milliseconds after it. */
    Burst withPause(int millis) {
        return new Burst(from, on, millis, hz, dual, power, flat);
    }

    boolean lasts(int onMillis, int offMillis) {
        return near(on, onMillis) && near(off, offMillis);
    }

    /** ±15 % (LINES.md rule 11) and what the measurement itself may err. */
    static boolean near(int measured, int nominal) {
        return Math.abs(measured - nominal) <= nominal * 0.15 + 18;
    }

    /** The same for {@code count} bursts with their pauses together, which are measured better. */
    static boolean nearInAll(int measured, int nominal, int count) {
        return Math.abs(measured - nominal) <= nominal * 0.15 + 6 * count;
    }

    boolean like(Burst other) {
        return Math.abs(on - other.on) <= 0.08 * on + 12
                && Math.abs(off - other.off) <= 0.08 * off + 12
                && Math.abs(hz - other.hz) <= 8;
    }

    boolean asLoudAs(Burst other) {
        return power < other.power * 2 && other.power < power * 2;
    }
}
