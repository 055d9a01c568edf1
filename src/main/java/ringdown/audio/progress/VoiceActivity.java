package ringdown.audio.progress;

import java.util.Arrays;
import ringdown.audio.Frame;
import ringdown.audio.Level;
import ringdown.audio.dtmf.DtmfListener;
import ringdown.audio.dtmf.DtmfReceiver;

/**
 * Measures how much was said. Two figures: {@code soundMillis} is everything loud enough except keys, and decides
 * whether a message was left (a steady test tone is one; call-progress tones are cut off by asking for the sound before
 * {@link CallProgressEvent#from}); {@code voiceMillis} leaves out every steady tone too and decides whether both sides
 * talked. Louder than -44 dBm0 counts. Belongs to one thread.
 */
public final class VoiceActivity {
    private static final double LOUD = Level.power(-44);
    private static final int LOOK = Frame.SAMPLES;
    /** Decisions wait this long, since a key is known only after it began. */
    private static final int DELAY = 8;

    private final ToneMeter tones = new ToneMeter();
    private final Steadiness steadiness = new Steadiness();
    private final DtmfReceiver keys = new DtmfReceiver(new NoListener());
    private final boolean[] loud = new boolean[DELAY];
    private final boolean[] voiced = new boolean[DELAY];
    private final Tally sound = new Tally();
    private final Tally voice = new Tally();
    private long looks;
    private int inLook;
    private double squares;
    private boolean tone;
    private int afterKey;

    /** Listens to a block. */
    public void process(short[] samples, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            squares += (double) samples[i] * samples[i];
            if (tones.add(samples[i])) {
                tone = tones.isTone();
            }
            if (++inLook == LOOK) {
                keys.process(samples, i + 1 - Math.min(LOOK, i + 1 - offset), Math.min(LOOK, i + 1 - offset));
                look();
            }
        }
        // What is left of the block has not been given to the key receiver yet.
        int rest = Math.min(inLook, length);
        keys.process(samples, offset + length - rest, rest);
    }

    private void look() {
        double power = squares / LOOK;
        squares = 0;
        inLook = 0;
        boolean steady = steadiness.look(power);
        afterKey = keys.suspected() ? DELAY : Math.max(0, afterKey - 1);
        int at = (int) (looks % DELAY);
        if (looks >= DELAY) {
            sound.add(loud[at]);
            voice.add(voiced[at]);
        }
        loud[at] = power > LOUD && afterKey == 0;
        voiced[at] = loud[at] && !tone && !steady;
        looks++;
        if (keys.suspected()) {
            Arrays.fill(loud, false);
            Arrays.fill(voiced, false);
        } else if (steady) {
            Arrays.fill(voiced, false);
        }
    }

    /** Milliseconds of sound so far. */
    public long soundMillis() {
        return Frame.MILLIS * (sound.total() + pending(loud));
    }

    /** Milliseconds of voice so far. */
    public long voiceMillis() {
        return Frame.MILLIS * (voice.total() + pending(voiced));
    }

    /** Milliseconds of sound before a sample, such as the first one of a busy tone. */
    public long soundMillisBefore(long sample) {
        return Frame.MILLIS * sound.before(sample / LOOK);
    }

    /** Milliseconds of voice before a sample. */
    public long voiceMillisBefore(long sample) {
        return Frame.MILLIS * voice.before(sample / LOOK);
    }

    private static int pending(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }

    private static final class NoListener implements DtmfListener {
        @Override
        public void began(char key, long from) {}

        @Override
        public void ended(char key, long from, long to) {}
    }
}
