package ringdown.audio.callerid;

import java.util.Arrays;
import java.util.List;

/** Reads a message that somebody else has demodulated: a modem gives its octets in hexadecimal (V.253 +VCID=2). Stateless. */
public final class CallerIdOctets {
    private CallerIdOctets() {}

    /**
     * Reads type, length and data, with the checksum behind them or, as some modems do after they have checked it, without.
     *
     * @return what was said; a single {@link CallerIdHeard.Damaged} when it does not hold
     */
    public static List<CallerIdHeard> read(byte[] octets) {
        int length = octets.length < 2 ? -1 : 2 + (octets[1] & 0xFF);
        boolean whole = length > 2 && (octets.length == length || octets.length == length + 1);
        if (!whole) {
            return damaged("length");
        }
        if (octets.length > length && !Checksum.holds(octets, octets.length)) {
            return damaged("checksum");
        }
        try {
            return MessageReader.read(Arrays.copyOf(octets, length), CallerIdScheme.BELLCORE, 0);
        } catch (IllegalArgumentException malformed) {
            return damaged(String.valueOf(malformed.getMessage()));
        }
    }

    private static List<CallerIdHeard> damaged(String why) {
        return List.of(new CallerIdHeard.Damaged(CallerIdScheme.BELLCORE, why, 0));
    }
}
