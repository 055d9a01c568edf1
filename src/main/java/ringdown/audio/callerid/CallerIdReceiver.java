package ringdown.audio.callerid;

import java.util.HexFormat;
import java.util.List;
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

    /** SIN 227 has 96 to 315 bits of seizure, EN 300 659-1 300. */
    private static final int BT_SEIZURE = 250;

    private static final long PULSED = Frame.samples(4500);

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
    private long pulsedAt = Long.MIN_VALUE / 2;
    private String octets = "";

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
        pulsedAt = Long.MIN_VALUE / 2;
    }

    /** A ring burst too short for a call has ended: it may announce a caller (EN 300 659-1 §6.1.2 b). */
    public void pulsed() {
        pulsedAt = position;
    }

    /** Whether an FSK message is coming in right now: the line must not be taken (LINES.md rule 12). */
    public boolean receiving() {
        return messages.receiving();
    }

    /**
     * What was received last, as it came: octets of FSK in hexadecimal with blanks between them, from the type on, without the checksum; keys of
     * DTMF. For whoever is told of a transmission, in that moment.
     */
    public String received(CallerIdScheme scheme) {
        return scheme == CallerIdScheme.DTMF ? dtmf.received() : octets;
    }

    private void message(byte[] message, boolean sound) {
        octets = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(message);
        boolean japanese = (message[0] & 0xFF) == NttFrame.FIRST;
        CallerIdScheme scheme = japanese ? CallerIdScheme.NTT : scheme();
        if (!sound) {
            listener.heard(new CallerIdHeard.Damaged(scheme, "checksum", position));
            return;
        }
        try {
            List<CallerIdHeard> said = japanese
                    ? List.of(NttFrame.read(message, position))
                    : MessageReader.read(message, scheme, position);
            said.forEach(listener::heard);
        } catch (IllegalArgumentException malformed) {
            listener.heard(new CallerIdHeard.Damaged(scheme, String.valueOf(malformed.getMessage()), position));
        }
    }

    /** Only the length of its seizure tells BT's form from ETSI's. */
    private CallerIdScheme announcedByReversal() {
        return messages.seizureBits() > BT_SEIZURE ? CallerIdScheme.ETSI_REVERSAL : CallerIdScheme.BT;
    }

    private CallerIdScheme scheme() {
        if (characters.modem() == FskModem.BELL_202) {
            return CallerIdScheme.BELLCORE;
        }
        if (!alerting.heardWithin(ALERTED)) {
            return position - pulsedAt < PULSED ? CallerIdScheme.ETSI_RING_PULSE : CallerIdScheme.ETSI;
        }
        return reversed ? announcedByReversal() : CallerIdScheme.ETSI_BEFORE_RING;
    }
}
