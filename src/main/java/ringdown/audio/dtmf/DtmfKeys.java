package ringdown.audio.dtmf;

/** The sixteen keys and their frequencies (ITU-T Q.23 Figure 1). */
public final class DtmfKeys {
    /** Every key, row by row. */
    public static final String ALL = "123A456B789C*0#D";

    static final int[] HZ = {697, 770, 852, 941, 1209, 1336, 1477, 1633};

    private DtmfKeys() {}

    /** Whether this character is a key. */
    public static boolean isKey(char key) {
        return ALL.indexOf(key) >= 0;
    }

    static int low(char key) {
        return HZ[index(key) / 4];
    }

    static int high(char key) {
        return HZ[4 + index(key) % 4];
    }

    private static int index(char key) {
        int index = ALL.indexOf(key);
        if (index < 0) {
            throw new IllegalArgumentException("\"" + key + "\" is no DTMF key; the keys are 0-9, *, #, A-D");
        }
        return index;
    }
}
