package ringdown.audio.callerid;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Names on the wire. The standard has only ASCII; exchanges send Latin-1, UTF-8 or Cyrillic in one of three codes without saying which, so
 * the one that reads like a name is taken.
 */
final class CallerName {
    private static final Charset CYRILLIC = Charset.forName("ISO-8859-5");

    private CallerName() {}

    static String decode(byte[] octets, int at, int length) {
        String utf8 = strict(octets, at, length);
        if (utf8 != null) {
            return printable(utf8);
        }
        int high = 0;
        for (int i = at; i < at + length; i++) {
            high += octets[i] < 0 ? 1 : 0;
        }
        // A Latin name has an accent here and there; in a Cyrillic one most letters are high.
        boolean cyrillic = high * 2 > length;
        return printable(
                cyrillic
                        ? CyrillicName.decode(octets, at, length)
                        : new String(octets, at, length, StandardCharsets.ISO_8859_1));
    }

    /** ASCII when it fits, else ISO 8859-5 for Cyrillic, else Latin-1, else UTF-8. */
    static byte[] encode(String name) {
        for (Charset charset : new Charset[] {StandardCharsets.US_ASCII, CYRILLIC, StandardCharsets.ISO_8859_1}) {
            if (charset.newEncoder().canEncode(name)) {
                return name.getBytes(charset);
            }
        }
        return name.getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable String strict(byte[] octets, int at, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets, at, length))
                    .toString();
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").strip();
    }
}
