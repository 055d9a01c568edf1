package ringdown.audio.callerid;

import ringdown.audio.Frame;
import ringdown.audio.Level;
import ringdown.audio.Mixing;
import ringdown.audio.Oscillator;

/** Turns a message into phase-continuous FSK: channel seizure, mark, characters of 1 start, 8 data, 1 stop bit. */
final class FskModulator {
    private final FskModem modem;
    private final double markAmplitude;
    private final double spaceAmplitude;
    private final Oscillator carrier = new Oscillator(0);
    private final short[] out;
    private int samples;
    private int bits;

    private FskModulator(FskModem modem, double markDbm0, double spaceDbm0, int wholeBits) {
        this.modem = modem;
        markAmplitude = Level.amplitude(markDbm0);
        spaceAmplitude = Level.amplitude(spaceDbm0);
        out = new short[(int) ((long) wholeBits * Frame.SAMPLE_RATE / FskModem.BAUD)];
    }

    static short[] modulate(byte[] message, FskModem modem, FskShape shape) {
        int whole = shape.seizureBits() + shape.markBits() + message.length * 10 + shape.trailingBits();
        var modulator = new FskModulator(modem, shape.markDbm0(), shape.spaceDbm0(), whole);
        for (int i = 0; i < shape.seizureBits(); i++) {
            modulator.bit(i & 1);
        }
        modulator.mark(shape.markBits());
        for (byte octet : message) {
            modulator.character(octet & 0xFF);
        }
        modulator.mark(shape.trailingBits());
        return modulator.out;
    }

    private void mark(int count) {
        for (int i = 0; i < count; i++) {
            bit(1);
        }
    }

    private void character(int octet) {
        bit(0);
        for (int i = 0; i < 8; i++) {
            bit(octet >> i & 1);
        }
        bit(1);
    }

    private void bit(int value) {
        bits++;
        carrier.tune(value == 1 ? modem.mark : modem.space);
        double amplitude = value == 1 ? markAmplitude : spaceAmplitude;
        while (samples < out.length && (long) samples * FskModem.BAUD < (long) bits * Frame.SAMPLE_RATE) {
            out[samples++] = Mixing.saturate((int) Math.round(amplitude * carrier.next()));
        }
    }
}
