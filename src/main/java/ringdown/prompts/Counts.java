package ringdown.prompts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** Counts of things: up to twenty one piece, then tens and units, then the noun in its form. */
final class Counts {
    /** More than this are said as this many. */
    static final int MOST = 99;

    private Counts() {}

    static List<Piece> of(int count, IntFunction<String> words, String noun, Numeral form) {
        var pieces = new ArrayList<Piece>();
        if (count <= 20 || count % 10 == 0) {
            pieces.add(number(count, words));
        } else {
            pieces.add(number(count / 10 * 10, words));
            pieces.add(number(count % 10, words));
        }
        pieces.add(new Piece("messages." + form.name().toLowerCase(Locale.ROOT), noun, Place.LAST));
        return pieces;
    }

    private static Piece number(int number, IntFunction<String> words) {
        return new Piece("count." + number, words.apply(number), Place.MIDDLE);
    }
}
