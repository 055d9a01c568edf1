package ringdown.audio.dtmf;

import ringdown.audio.Frame;
import ringdown.audio.Level;
import ringdown.audio.Mixing;
import ringdown.audio.Oscillator;

/** Sends keys one after the other, then silence. A comma is a pause of one second. Belongs to one thread. */
public final class DtmfGenerator {
    /**
     * How keys are sent.
     *
     * @param lowDbm0 level of the low tone
     * @param highDbm0 level of the high tone
     * @param onMillis length of a key
     * @param offMillis pause after it
     */
    public record Style(double lowDbm0, double highDbm0, int onMillis, int offMillis) {
        /** -11 and -9 dBm0 with 80 ms and 80 ms: within ETSI ES 201 235-2 and what old exchanges take. */
        public static final Style ETSI = new Style(-11, -9, 80, 80);

        public Style {
            if (onMillis < 1 || offMillis < 1 || onMillis > 60_000 || offMillis > 60_000) {
                throw new IllegalArgumentException("a key lasts 1 to 60000 ms, as does the pause");
            }
            if (lowDbm0 > 0 || highDbm0 > 0) {
                throw new IllegalArgumentException("a DTMF tone above 0 dBm0 would be clipped");
            }
        }
    }

    private static final int EDGE = Frame.samples(1);
    private static final int COMMA_MILLIS = 1000;

    private final String keys;
    private final Style style;
    private final double lowAmplitude;
    private final double highAmplitude;
    private final Oscillator low = new Oscillator(0);
    private final Oscillator high = new Oscillator(0);
    private int index = -1;
    private int inKey;
    private int on;
    private int whole;

    /** Sends {@code keys} (0-9, *, #, A-D, comma). */
    public DtmfGenerator(String keys, Style style) {
        keys.chars().filter(key -> key != ',').forEach(key -> DtmfKeys.low((char) key));
        this.keys = keys;
        this.style = style;
        lowAmplitude = Level.amplitude(style.lowDbm0());
        highAmplitude = Level.amplitude(style.highDbm0());
        advance();
    }

    /** Whether the last key and its pause are out. */
    public boolean finished() {
        return index >= keys.length();
    }

    /** Length of the whole in samples. */
    public static int samples(String keys, Style style) {
        int commas = (int) keys.chars().filter(key -> key == ',').count();
        int key = style.onMillis() + style.offMillis();
        return Frame.samples((keys.length() - commas) * key + commas * COMMA_MILLIS);
    }

    /** Fills a block. */
    public void read(short[] out, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            out[i] = finished() ? 0 : next();
        }
    }

    private short next() {
        double value = 0;
        if (inKey < on) {
            int edge = Math.min(inKey, on - 1 - inKey);
            double gain = edge >= EDGE ? 1 : (edge + 0.5) / EDGE;
            value = gain * (low.next() * lowAmplitude + high.next() * highAmplitude);
        }
        if (++inKey >= whole) {
            advance();
        }
        return Mixing.saturate((int) Math.round(value));
    }

    private void advance() {
        inKey = 0;
        index++;
        if (finished()) {
            return;
        }
        char key = keys.charAt(index);
        on = key == ',' ? 0 : Frame.samples(style.onMillis());
        whole = key == ',' ? Frame.samples(COMMA_MILLIS) : on + Frame.samples(style.offMillis());
        if (key != ',') {
            low.tune(DtmfKeys.low(key));
            high.tune(DtmfKeys.high(key));
        }
    }
}
