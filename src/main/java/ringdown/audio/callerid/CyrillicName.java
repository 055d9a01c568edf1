package ringdown.audio.callerid;

import java.nio.charset.Charset;
import java.util.List;

/**
 * Cyrillic names in an eight-bit code that nobody names: ISO 8859-5 (the one of Unicode and of the standard's tables), Windows-1251 (exchanges
 * whose subscribers are kept on such machines), KOI8-U. Each reads the others' letters as other letters; how common those are, and where the
 * capitals stand, tells them apart. Stateless.
 */
final class CyrillicName {
    private static final List<Charset> CODES =
            List.of(Charset.forName("ISO-8859-5"), Charset.forName("windows-1251"), Charset.forName("KOI8-U"));

    /** Ukrainian and Russian letters, the most common first, each group about half as common as the one before. */
    private static final String[] COMMON = {"аоине", "врклітс", "мудпяйгь", "бзчшхюы", "жцїщф", "єэ", "ёъўґ"};

    /** Natural logarithm of two. */
    private static final double HALF = 0.7;

    /** Not in any name: signs, letters of other languages. */
    private static final double FOREIGN = 10 * HALF;

    private static final String NEVER_FIRST = "ьъы";
    private static final double CAPITAL_INSIDE = 2;
    private static final double SMALL_FIRST = 0.7;
    /** Without better reason it is the standard's. */
    private static final double MARGIN = 0.5;

    private CyrillicName() {}

    static String decode(byte[] octets, int at, int length) {
        String best = new String(octets, at, length, CODES.getFirst());
        if (length < 2) {
            return best;
        }
        double least = strangeness(best) - MARGIN;
        for (Charset code : CODES.subList(1, CODES.size())) {
            String other = new String(octets, at, length, code);
            if (strangeness(other) < least) {
                best = other;
                least = strangeness(other);
            }
        }
        return best;
    }

    /** How rare its letters are on the average, and how oddly written. */
    private static double strangeness(String name) {
        double rare = 0;
        double odd = 0;
        int letters = 0;
        char before = ' ';
        for (char letter : name.toCharArray()) {
            if (letter >= 0x80) {
                letters++;
                rare += rarity(Character.toLowerCase(letter));
                odd += Character.isUpperCase(letter) && Character.isLowerCase(before) ? CAPITAL_INSIDE : 0;
                odd += Character.isLowerCase(letter) && before == ' ' ? SMALL_FIRST : 0;
                odd += before == ' ' && NEVER_FIRST.indexOf(Character.toLowerCase(letter)) >= 0 ? CAPITAL_INSIDE : 0;
            }
            before = letter;
        }
        return rare / Math.max(1, letters) + odd;
    }

    private static double rarity(char letter) {
        for (int i = 0; i < COMMON.length; i++) {
            if (COMMON[i].indexOf(letter) >= 0) {
                return i * HALF;
            }
        }
        return FOREIGN;
    }
}
