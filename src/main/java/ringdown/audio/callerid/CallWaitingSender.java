package ringdown.audio.callerid;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.dtmf.DtmfListener;
import ringdown.audio.dtmf.DtmfReceiver;

/**
 * Tells a telephone that talks who else calls (Type II; GR-30-CORE §2.4, EN 300 659-2): knock, alerting signal, the telephone's key D
 * or A within 160 ms, FSK. A telephone without a display does not answer and gets the knock alone. Belongs to the thread that moves the line.
 *
 * <p>How it is wired: while {@link #over} is false each frame that comes from the telephone goes to {@link #received}, and
 * {@link #sending} fills the one that goes there: false leaves the talk as it is, true takes its place, and what the telephone says
 * then goes to nobody. A knock that is repeated needs none of this: the tone alone.
 */
public final class CallWaitingSender {
    /** From the knock to the alerting signal. */
    private static final int GAP = 50;

    private static final int ALERT = 80;
    /** A key is known 40 ms after it began, and a telephone on long wires is late. */
    private static final int PATIENCE = Frame.samples(220);

    private static final int BEFORE_DATA = 120;
    private static final int AFTER_DATA = 60;

    private final short[] knocking;
    private final short[] data;
    private final DtmfReceiver keys;
    private int said;
    private boolean answered;
    private boolean gaveUp;
    private int waited;
    private int told;

    /**
     * Begins with the next frame.
     *
     * @param knock the country's tone, once; empty where it has just sounded
     */
    public CallWaitingSender(short[] knock, CallerIdMessage caller, FskModem modem) {
        short[] alert = CallerIdSender.alert(ALERT);
        int gap = Frame.samples(GAP);
        knocking = Arrays.copyOf(knock, knock.length + gap + alert.length);
        System.arraycopy(alert, 0, knocking, knock.length + gap, alert.length);
        short[] message = CallerIdSender.fsk(MessageWriter.multiple(caller), modem, FskShape.OFF_HOOK);
        int before = Frame.samples(BEFORE_DATA);
        data = new short[before + message.length + Frame.samples(AFTER_DATA)];
        System.arraycopy(message, 0, data, before, message.length);
        keys = new DtmfReceiver(new DtmfListener() {
            @Override
            public void began(char key, long from) {
                answered |= said >= knocking.length && (key == 'D' || key == 'A');
            }

            @Override
            public void ended(char key, long from, long to) {
                // That it has begun is enough.
            }
        });
    }

    /** What the telephone says in this frame. */
    public void received(short[] frame) {
        if (!over()) {
            keys.process(frame, 0, Frame.SAMPLES);
        }
    }

    /** Fills the frame and returns true while the talk must not be heard; false: it goes on as if nothing were. */
    public boolean sending(short[] frame) {
        if (over()) {
            return false;
        }
        if (said < knocking.length) {
            said = piece(knocking, said, frame);
        } else if (answered) {
            told = piece(data, told, frame);
        } else {
            Arrays.fill(frame, (short) 0);
            waited += Frame.SAMPLES;
            gaveUp = waited >= PATIENCE;
        }
        return true;
    }

    private static int piece(short[] sound, int from, short[] frame) {
        int count = Math.min(Frame.SAMPLES, sound.length - from);
        Arrays.fill(frame, (short) 0);
        System.arraycopy(sound, from, frame, 0, count);
        return from + count;
    }

    /** The telephone has been told, or does not want to be. */
    public boolean over() {
        return gaveUp || told >= data.length;
    }

    /** The telephone has answered and been told. */
    public boolean told() {
        return told >= data.length;
    }

    /** Which modem a country's telephones expect; null: they know no FSK. */
    public static @Nullable FskModem modem(CallerIdScheme scheme) {
        return switch (scheme) {
            case BELLCORE -> FskModem.BELL_202;
            case ETSI, ETSI_BEFORE_RING, ETSI_RING_PULSE, ETSI_REVERSAL, BT -> FskModem.V_23;
            case DTMF, NTT, AON -> null;
        };
    }
}
