package ringdown.audio.callerid;

/**
 * Finds messages in a stream of characters: a type that is known, preceded by mark, then length, data and checksum.
 * Belongs to one thread.
 */
final class FskMessages implements FskCharacters.Sink {
    /** Takes messages. */
    interface Sink {
        /** Type, length and data without the checksum, or the whole {@link NttFrame}; {@code sound}: the check held. */
        void message(byte[] message, boolean sound);
    }

    /** Speech and seizure never hold a mark this long right before a message type. */
    private static final double MARK_BITS = 20;

    /** Alternating bits read as characters. */
    private static final int SEIZURE = 0x55;

    private final Sink sink;
    private final byte[] octets = new byte[258];
    private int count;
    private int unframed;
    private int seizure;

    FskMessages(Sink sink) {
        this.sink = sink;
    }

    /** How many bits of channel seizure came before the last message, to ten. */
    int seizureBits() {
        return seizure * 10;
    }

    /** Whether a message is being received. */
    boolean receiving() {
        return count > 0;
    }

    @Override
    public void character(int octet, boolean framed, double marksBefore) {
        if (count == 0) {
            if (marksBefore >= MARK_BITS && framed && (MessageTypes.isKnown(octet) || octet == NttFrame.FIRST)) {
                octets[count++] = (byte) octet;
                unframed = 0;
            } else {
                seizure += octet == SEIZURE ? 1 : 0;
            }
            return;
        }
        unframed += framed ? 0 : 1;
        if (unframed > 2 && unframed * 4 > count) {
            count = 0; // a voice, no message
            return;
        }
        octets[count++] = (byte) octet;
        if ((octets[0] & 0xFF) == NttFrame.FIRST) {
            japanese();
        } else if (count >= 3 && count == (octets[1] & 0xFF) + 3) {
            end(count - 1, Checksum.holds(octets, count));
        }
    }

    private void japanese() {
        if (NttFrame.complete(octets, count)) {
            end(count, NttFrame.holds(octets, count));
        } else if (count == octets.length) {
            end(count, false);
        }
    }

    @Override
    public void silence() {
        if (count > 2) {
            end(count, false);
        }
        count = 0;
        seizure = 0;
    }

    private void end(int length, boolean sound) {
        byte[] message = new byte[length];
        System.arraycopy(octets, 0, message, 0, length);
        count = 0;
        sink.message(message, sound);
    }
}
