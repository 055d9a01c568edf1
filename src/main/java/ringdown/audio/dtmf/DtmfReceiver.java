package ringdown.audio.dtmf;

import ringdown.audio.HighPass;

/**
 * Reads keys out of sound to the figures of ITU-T Q.24: from 40 ms on, never below 20 ms; +-1.5 % taken, +-3.5 %
 * refused; dial tone and noise at 15 dB allowed. A dip of up to 20 ms does not split a key. Belongs to one thread.
 */
public final class DtmfReceiver {
    private static final int HITS_TO_BEGIN = 4;
    private static final int MISSES_TO_END = 7;

    private final DtmfListener listener;
    private final DtmfSpectrum spectrum = new DtmfSpectrum();
    private final HighPass belowTheDigits = new HighPass(600, 6);
    private final VoicePitch pitch = new VoicePitch();
    private final double[] slice = new double[DtmfSpectrum.SLICE];
    private long position;
    private int inSlice;

    private char candidate;
    private int hits;
    private long candidateFrom;

    private char current;
    private int misses;
    private long currentFrom;
    private long currentTo;

    /** Tells {@code listener} of every key. */
    public DtmfReceiver(DtmfListener listener) {
        this.listener = listener;
    }

    /** Listens to a block. */
    public void process(short[] samples, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            slice[inSlice++] = samples[i];
            if (inSlice == DtmfSpectrum.SLICE) {
                inSlice = 0;
                position += DtmfSpectrum.SLICE;
                pitch.slice(slice);
                belowTheDigits.process(slice, DtmfSpectrum.SLICE);
                decide(spectrum.slice(slice));
            }
        }
    }

    /** Whether a key sounds now, or something that may become one. */
    public boolean suspected() {
        return current != 0 || hits > 0;
    }

    /** A key sounds now, or has looked like one for 20 ms: no voice does that often, and what has passed by then is no key to anybody. */
    public boolean sounding() {
        return current != 0 || hits > 1;
    }

    private void decide(char heard) {
        if (heard != 0 && heard == candidate) {
            hits++;
        } else {
            candidate = heard;
            hits = heard == 0 ? 0 : 1;
            candidateFrom = position - DtmfSpectrum.WINDOW;
            spectrum.restart();
            pitch.restart();
        }
        if (current != 0) {
            follow(heard);
        }
        if (current == 0 && isKey()) {
            current = candidate;
            currentFrom = candidateFrom;
            currentTo = position;
            misses = 0;
            listener.began(current, currentFrom);
        }
    }

    private boolean isKey() {
        return hits >= HITS_TO_BEGIN && spectrum.holds(candidate) && !pitch.isVoice(spectrum.keyEnergy(candidate));
    }

    private void follow(char heard) {
        if (heard == current) {
            misses = 0;
            currentTo = position;
        } else if (++misses >= MISSES_TO_END || isKey()) {
            char key = current;
            current = 0;
            listener.ended(key, currentFrom, currentTo);
        }
    }
}
