package ringdown.contacts.addressbook;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a file whose encoding nobody told, or told wrongly: a byte order mark decides, then whether it is valid UTF-8; what
 * is not was written by a spreadsheet of the country, in Windows-1251.
 */
record Text(String encoding, String text) {
    private static final Charset CYRILLIC = Charset.forName("windows-1251");

    static Text of(byte[] file, @Nullable Charset told) {
        if (begins(file, 0xEF, 0xBB, 0xBF)) {
            return decoded(file, 3, StandardCharsets.UTF_8);
        }
        if (begins(file, 0xFF, 0xFE)) {
            return decoded(file, 2, StandardCharsets.UTF_16LE);
        }
        if (begins(file, 0xFE, 0xFF)) {
            return decoded(file, 2, StandardCharsets.UTF_16BE);
        }
        if (told == null && halfNul(file, 1)) {
            return decoded(file, 0, StandardCharsets.UTF_16LE);
        }
        if (told == null && halfNul(file, 0)) {
            return decoded(file, 0, StandardCharsets.UTF_16BE);
        }
        if (told != null && !told.equals(StandardCharsets.UTF_8)) {
            return decoded(file, 0, told);
        }
        return decoded(file, 0, isUtf8(file) ? StandardCharsets.UTF_8 : CYRILLIC);
    }

    private static boolean begins(byte[] file, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (file.length <= i || (file[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Text in UTF-16 without its mark: separators, digits and line ends have a zero byte, always on the same side; UTF-8 has none. */
    private static boolean halfNul(byte[] file, int side) {
        int zeros = 0;
        for (int i = 0; i < file.length; i++) {
            if (file[i] == 0 && i % 2 != side) {
                return false;
            }
            zeros += file[i] == 0 ? 1 : 0;
        }
        return zeros > file.length / 20;
    }

    private static Text decoded(byte[] file, int from, Charset charset) {
        return new Text(
                charset.name().toLowerCase(java.util.Locale.ROOT), new String(file, from, file.length - from, charset));
    }

    private static boolean isUtf8(byte[] file) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
