package ringdown.board.simulated.silicon;

/** An Si3210's indirect registers behind its four direct ones (28 to 31). */
final class Si3210Indirect {
    /** A look at the busy bit over SPI takes some 30 us, a service of the registers up to 125. */
    private static final int BUSY_LOOKS = 3;

    private final int[] values = new int[128];
    private int low;
    private int high;
    private boolean dataGiven;
    private int address;
    private int busy;

    int read(int register) {
        return switch (register) {
            case 28 -> low;
            case 29 -> high;
            case 30 -> address;
            default -> busy > 0 && busy-- > 0 ? 1 : 0;
        };
    }

    void write(int register, int value) {
        switch (register) {
            case 28 -> {
                low = value;
                dataGiven = true;
            }
            case 29 -> {
                high = value;
                dataGiven = true;
            }
            case 30 -> serve(value & 0x7F);
            default -> {}
        }
    }

    private void serve(int which) {
        address = which;
        busy = BUSY_LOOKS;
        if (dataGiven) {
            values[which] = low | high << 8;
            dataGiven = false;
        } else {
            low = values[which] & 0xFF;
            high = values[which] >> 8;
        }
    }

    int value(int which) {
        return values[which];
    }

    void millisecond() {
        busy = 0;
    }
}
