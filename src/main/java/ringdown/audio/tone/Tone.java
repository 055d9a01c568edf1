package ringdown.audio.tone;

/** What sounds at one moment of a signalling tone. The string form is its notation: "425", "350+440", "400*25". */
public sealed interface Tone {
    /** One frequency. */
    record Single(double hz) implements Tone {
        public Single {
            inBand(hz);
        }

        @Override
        public String toString() {
            return text(hz);
        }
    }

    /** Two frequencies at once, each at the tone's level. */
    record Dual(double first, double second) implements Tone {
        public Dual {
            inBand(first);
            inBand(second);
        }

        @Override
        public String toString() {
            return text(first) + "+" + text(second);
        }
    }

    /** A carrier modulated in amplitude by a lower frequency, fully. */
    record Modulated(double carrier, double by) implements Tone {
        public Modulated {
            inBand(carrier);
            if (!(by >= 1 && by < carrier)) {
                throw new IllegalArgumentException("a tone is modulated by 1 Hz to its own frequency, not " + text(by));
            }
        }

        @Override
        public String toString() {
            return text(carrier) + "*" + text(by);
        }
    }

    private static void inBand(double hz) {
        if (!(hz >= 20 && hz <= 3900)) {
            throw new IllegalArgumentException("a tone has 20 to 3900 Hz, not " + text(hz));
        }
    }

    private static String text(double hz) {
        return hz == Math.rint(hz) ? Long.toString((long) hz) : Double.toString(hz);
    }
}
