package ringdown.audio.callerid;

/**
 * Start-stop characters out of discriminated FSK. Each start edge sets the clock anew; every bit is the mean over its
 * middle half. Belongs to one thread.
 */
final class FskCharacters implements FskDemodulator.Bits {
    /** Takes characters. */
    interface Sink {
        /**
         * A character.
         *
         * @param octet 0..255
         * @param framed whether its stop bit was one and all its bits lay where the two frequencies may be
         * @param marksBefore length of the mark before its start bit, in bits
         */
        void character(int octet, boolean framed, double marksBefore);

        /** The carrier is gone. */
        void silence();
    }

    private static final double SAMPLES_PER_BIT = 8000.0 / FskModem.BAUD;
    private static final int STOP = 9;
    private static final double HALF_WINDOW = 1.8;
    /** A deviation of 400 or 500 Hz, give or take noise and twist; voices are anywhere. */
    private static final double LEAST_HZ = 200;

    /** A weak bit between two strong ones is pulled towards them. */
    private static final double LEAST_BIT_HZ = 80;

    private static final double MOST_HZ = 750;
    private static final double BETWEEN_MODEMS_HZ = -450;
    private static final double MARK_SMOOTH = 1.0 / 64;
    private static final double LONG_MARK = 100;
    /** How much one implausible sample takes off the mark that was seen. */
    private static final double DOUBT = 10;

    private final Sink sink;
    private double last;
    private boolean lastCarrier;
    private boolean inCharacter;
    private double time;
    private int bit;
    private int shift;
    private double sum;
    private int summed;
    private double marks;
    private boolean plausible;
    private double mark;
    private double heldMark;

    FskCharacters(Sink sink) {
        this.sink = sink;
    }

    /** Which modem the last long mark was sent with: 500 or 400 Hz below the centre. */
    FskModem modem() {
        return heldMark < BETWEEN_MODEMS_HZ ? FskModem.BELL_202 : FskModem.V_23;
    }

    @Override
    public void sample(double hz, boolean carrier) {
        if (carrier) {
            if (inCharacter) {
                inCharacter(hz);
            } else {
                waiting(hz);
            }
        } else if (lastCarrier) {
            inCharacter = false;
            marks = 0;
            sink.silence();
        }
        lastCarrier = carrier;
        last = hz;
    }

    private void waiting(double hz) {
        if (hz <= 0) {
            marks = plausible(hz) ? marks + 1 : Math.max(0, marks - DOUBT);
            mark += plausible(hz) ? MARK_SMOOTH * (hz - mark) : 0;
            return;
        }
        heldMark = marks > LONG_MARK ? mark : heldMark;
        // The start bit began between the last sample and this one, where the frequency crossed the centre.
        double crossing = last < 0 ? hz / (hz - last) : 0;
        inCharacter = true;
        time = crossing;
        bit = 0;
        shift = 0;
        sum = 0;
        summed = 0;
        plausible = true;
    }

    private static boolean plausible(double hz) {
        return Math.abs(hz) > LEAST_HZ && Math.abs(hz) < MOST_HZ;
    }

    private void inCharacter(double hz) {
        time++;
        double centre = (bit + 0.5) * SAMPLES_PER_BIT;
        if (Math.abs(time - centre) <= HALF_WINDOW) {
            sum += hz;
            summed++;
        }
        // The stop bit is decided in its middle: the next start edge of a fast sender must not be missed.
        double decided = bit == STOP ? centre : centre + HALF_WINDOW;
        if (time >= decided && summed > 0) {
            double mean = sum / summed;
            sum = 0;
            summed = 0;
            bit(mean);
        }
    }

    private void bit(double mean) {
        boolean one = mean < 0;
        if (bit == 0 && one) {
            // A glitch in the mark, no start bit.
            inCharacter = false;
            marks += time;
            return;
        }
        plausible &= Math.abs(mean) > LEAST_BIT_HZ && Math.abs(mean) < MOST_HZ;
        if (bit >= 1 && bit < STOP) {
            shift |= (one ? 1 : 0) << (bit - 1);
        }
        if (bit == STOP) {
            inCharacter = false;
            sink.character(shift, one && plausible, marks / SAMPLES_PER_BIT);
            marks = 0;
        }
        bit++;
    }
}
