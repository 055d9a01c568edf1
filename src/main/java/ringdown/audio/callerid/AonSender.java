package ringdown.audio.callerid;

import ringdown.audio.Frame;
import ringdown.audio.Level;
import ringdown.audio.Mixing;
import ringdown.audio.Oscillator;
import ringdown.audio.tone.Tone;
import ringdown.audio.tone.ToneGenerator;

/** Both sides' sounds of АОН: the exchange's packet and the box's request. Stateless. */
public final class AonSender {
    /** 0.33 V on 600 ohm is about -7.4 dBm0 for each frequency. */
    private static final double DBM0 = -7.4;

    private static final int ELEMENT = Frame.samples(AonCode.ELEMENT_MILLIS);
    private static final int TURNS = 3;
    private static final int ORDINARY = 1;

    private AonSender() {}

    /** The request of the called side: 500 Hz, 100 ms, -4.3 dBm0. It goes out 250 to 275 ms after answering. */
    public static ToneGenerator request() {
        return ToneGenerator.burst(new Tone.Single(500), -4.3, 100);
    }

    /** Three turns for an ordinary subscriber; the last seven digits of the number, filled with zeros in front. */
    static short[] packets(String number) {
        String digits = "0".repeat(AonCode.DIGITS) + number.replaceAll("[^0-9]", "");
        return packets(ORDINARY, digits.substring(digits.length() - AonCode.DIGITS), 0, TURNS);
    }

    /**
     * Turns of the packet.
     *
     * @param category 1 to 10, ten being sent as 0
     * @param digits seven, in the order in which they are dialled; sent from the last to the first
     * @param firstElement 0 to 8: a transmission may begin anywhere
     * @param turns how often the nine elements go round
     */
    public static short[] packets(int category, String digits, int firstElement, int turns) {
        if (!digits.matches("[0-9]{7}") || category < 1 || category > 10) {
            throw new IllegalArgumentException("АОН carries a category of 1 to 10 and seven digits");
        }
        int[] elements = elements(category % 10, digits);
        short[] out = new short[AonCode.ELEMENTS * turns * ELEMENT];
        for (int i = 0; i < AonCode.ELEMENTS * turns; i++) {
            write(elements[(firstElement + i) % AonCode.ELEMENTS], out, i * ELEMENT);
        }
        return out;
    }

    private static int[] elements(int category, String digits) {
        int[] elements = new int[AonCode.ELEMENTS];
        elements[0] = AonCode.START;
        elements[1] = AonCode.ofDigit(category);
        for (int i = 0; i < AonCode.DIGITS; i++) {
            int pair = AonCode.ofDigit(digits.charAt(AonCode.DIGITS - 1 - i) - '0');
            elements[i + 2] = pair == elements[i + 1] ? AonCode.REPEAT : pair;
        }
        return elements;
    }

    private static void write(int pair, short[] out, int at) {
        var low = new Oscillator(AonCode.HZ[pair / 6]);
        var high = new Oscillator(AonCode.HZ[pair % 6]);
        double amplitude = Level.amplitude(DBM0);
        for (int i = at; i < at + ELEMENT; i++) {
            out[i] = Mixing.saturate((int) Math.round(amplitude * (low.next() + high.next())));
        }
    }
}
