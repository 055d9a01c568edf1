package ringdown.audio.callerid;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The frame of NTT's number display: seven bits with even parity, DLE SOH 07 DLE STX, type, length and parameters, DLE ETX, and a CRC
 * of ITU-T V.41 over everything behind SOH. It is sent to an answered line: reversal, short rings, the box lifts, the frame, the box
 * lays down, the ring. Stateless.
 */
final class NttFrame {
    static final int FIRST = parity(0x10);

    private static final int DLE = 0x10;
    private static final int SOH = 0x01;
    private static final int STX = 0x02;
    private static final int ETX = 0x03;
    private static final int HEADER = 0x07;
    private static final int CALL = 0x40;
    private static final int NUMBER = 0x02;
    private static final int NO_NUMBER = 0x04;
    private static final int LONGEST_NUMBER = 32;
    private static final int CHECK = 2;
    private static final int BODY = 5;

    private NttFrame() {}

    /** The whole frame for a caller. */
    static byte[] of(CallerIdMessage message) {
        var data = new ByteArrayOutputStream();
        String number = message.number();
        Absence why = message.numberAbsence();
        String shown = number != null ? number : (why == null ? Absence.OUT_OF_AREA : why).letter();
        byte[] octets =
                shown.substring(0, Math.min(LONGEST_NUMBER, shown.length())).getBytes(StandardCharsets.US_ASCII);
        data.write(number != null ? NUMBER : NO_NUMBER);
        data.write(octets.length);
        data.writeBytes(octets);
        return framed(data.toByteArray());
    }

    private static byte[] framed(byte[] data) {
        var frame = new ByteArrayOutputStream();
        for (int octet : List.of(DLE, SOH, HEADER, DLE, STX, CALL)) {
            frame.write(parity(octet));
        }
        stuffed(data.length, frame);
        for (byte octet : data) {
            stuffed(octet, frame);
        }
        frame.write(parity(DLE));
        frame.write(parity(ETX));
        byte[] checked = frame.toByteArray();
        int crc = crc(checked, 2, checked.length);
        frame.write(crc & 0xFF);
        frame.write(crc >> 8);
        return frame.toByteArray();
    }

    private static void stuffed(int octet, ByteArrayOutputStream frame) {
        if (octet == DLE) {
            frame.write(parity(DLE));
        }
        frame.write(parity(octet));
    }

    /** Whether the frame ends with the last of these octets: DLE ETX and two of the check. */
    static boolean complete(byte[] octets, int count) {
        return end(octets, count) == count - CHECK;
    }

    /** Where the check begins, -1 when DLE ETX has not come yet. A doubled DLE is none. */
    private static int end(byte[] octets, int count) {
        for (int i = BODY; i + 1 < count; i++) {
            if ((octets[i] & 0x7F) == DLE) {
                if ((octets[i + 1] & 0x7F) == ETX) {
                    return i + 2;
                }
                i++;
            }
        }
        return -1;
    }

    static boolean holds(byte[] octets, int count) {
        boolean headed = count > BODY + 4 && (octets[1] & 0x7F) == SOH && (octets[4] & 0x7F) == STX;
        int check = (octets[count - 2] & 0xFF) | (octets[count - 1] & 0xFF) << 8;
        return headed && crc(octets, 2, count - CHECK) == check;
    }

    /**
     * What a frame says whose check has held.
     *
     * @throws IllegalArgumentException when its parameters do not fit into it
     */
    static CallerIdHeard read(byte[] octets, long at) {
        byte[] plain = plain(octets);
        @Nullable String number = null;
        @Nullable Absence why = null;
        for (int i = 2; i < plain.length; ) {
            int length = i + 1 < plain.length ? plain[i + 1] : plain.length;
            if (i + 2 + length > plain.length) {
                throw new IllegalArgumentException("a parameter is longer than the message");
            }
            String text = new String(plain, i + 2, length, StandardCharsets.US_ASCII).strip();
            number = plain[i] == NUMBER && !text.isEmpty() ? text : number;
            why = plain[i] == NO_NUMBER ? Absence.of(text) : why;
            i += 2 + length;
        }
        var message = new CallerIdMessage(number, number == null ? why : null, null, null, null, null);
        return new CallerIdHeard.Received(message, CallerIdScheme.NTT, 1, at);
    }

    /** Type, length and parameters, without parity and doubled DLE. */
    private static byte[] plain(byte[] octets) {
        var plain = new ByteArrayOutputStream();
        for (int i = BODY; i < end(octets, octets.length) - 2; i++) {
            int octet = octets[i] & 0x7F;
            plain.write(octet);
            i += octet == DLE ? 1 : 0;
        }
        return plain.toByteArray();
    }

    private static int parity(int octet) {
        int seven = octet & 0x7F;
        return Integer.bitCount(seven) % 2 == 0 ? seven : seven | 0x80;
    }

    /** x^16 + x^12 + x^5 + 1, least bit first, beginning with zero. */
    private static int crc(byte[] octets, int from, int to) {
        int crc = 0;
        for (int i = from; i < to; i++) {
            crc ^= octets[i] & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) != 0 ? crc >> 1 ^ 0x8408 : crc >> 1;
            }
        }
        return crc;
    }
}
