package ringdown.audio.callerid;

import ringdown.audio.Frame;
import ringdown.audio.HighPass;
import ringdown.audio.dtmf.DtmfReceiver;

/**
 * Listens to an on-hook line from idle on and recognises by itself Bellcore and ETSI FSK after a ring, ETSI before the
 * ring, BT, and DTMF in all its forms, at -12 to -40 dBm0. АОН needs an answered line: {@link AonDecoder}. Each
 * transmission gives one {@link CallerIdHeard}. Belongs to one thread.
 *
 * <p>{@link #rang} and {@link #reversed} only name the scheme better; nothing is missed without them.
 */
public final class CallerIdReceiver {
    /** From the alerting tone to the end of the longest message. */
    private static final long ALERTED = Frame.samples(4500);

    private final CallerIdListener listener;
    private final HighPass belowTheBand = new HighPass(300, 4);
    private final AlertingTone alerting = new AlertingTone();
    private final FskMessages messages = new FskMessages(this::message);
    private final FskCharacters characters = new FskCharacters(messages);
    private final FskDemodulator demodulator = new FskDemodulator(characters);
    private final DtmfCallerId dtmf;
    private final DtmfReceiver keys;
    private long position;
    private boolean reversed;

    /** Tells {@code listener} of every transmission. */
    public CallerIdReceiver(CallerIdListener listener) {
        this.listener = listener;
        dtmf = new DtmfCallerId(listener);
        keys = new DtmfReceiver(dtmf);
    }

    /** Listens to a block. */
    public void process(short[] samples, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            position++;
            double sample = belowTheBand.next(samples[i]);
            alerting.process(sample);
            demodulator.process(sample);
        }
        keys.process(samples, offset, length);
        dtmf.passed(position);
    }

    /** The line's polarity has turned while idle: BT announces a caller so. */
    public void reversed() {
        reversed = true;
    }

    /** A whole ring burst has ended. */
    public void rang() {
        reversed = false;
    }

    /** Whether an FSK message is coming in right now: the line must not be taken (LINES.md rule 12). */
    public boolean receiving() {
        return messages.receiving();
    }

    private void message(byte[] message, boolean sound) {
        CallerIdScheme scheme = scheme();
        if (!sound) {
            listener.heard(new CallerIdHeard.Damaged(scheme, "checksum", position));
            return;
        }
        try {
            CallerIdHeard heard = MessageReader.read(message, scheme, position);
            if (heard != null) {
                listener.heard(heard);
            }
        } catch (IllegalArgumentException malformed) {
            listener.heard(new CallerIdHeard.Damaged(scheme, String.valueOf(malformed.getMessage()), position));
        }
    }

    private CallerIdScheme scheme() {
        if (characters.modem() == FskModem.BELL_202) {
            return CallerIdScheme.BELLCORE;
        }
        if (!alerting.heardWithin(ALERTED)) {
            return CallerIdScheme.ETSI;
        }
        return reversed ? CallerIdScheme.BT : CallerIdScheme.ETSI_BEFORE_RING;
    }
}
