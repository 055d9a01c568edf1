package ringdown.prompts;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import ringdown.number.Language;

/**
 * Speaks a piece inside a short sentence and cuts it out, so that its melody fits its place: a piece spoken alone falls
 * at its end as if the sentence were over. The carrier words begin and end in voiced sounds, so the pause at the comma
 * is the first, or the last, silence. Stateless.
 */
final class Carrier {
    private static final int FRAME = 80;
    private static final int SHORTEST_PAUSE = 3;
    /** Fewer active frames at an end are a noise, not the carrier's word. */
    private static final int SHORTEST_WORD = 6;

    private static final double PAUSE_BELOW_LOUDEST_DB = 30;

    private Carrier() {}

    static short[] speak(Synthesizer synthesizer, Language language, Piece piece) throws IOException {
        String script = piece.script().replaceFirst(" —$", "");
        String word = word(language);
        String capital = word.substring(0, 1).toUpperCase(language.locale()) + word.substring(1);
        return switch (piece.place()) {
            case WHOLE -> synthesizer.speak(script, language);
            case FIRST -> cut(synthesizer.speak(script + ", " + word + ".", language), false, true, piece);
            case MIDDLE ->
                cut(synthesizer.speak(capital + ", " + script + ", " + word + ".", language), true, true, piece);
            case LAST -> cut(synthesizer.speak(capital + ", " + script + ".", language), true, false, piece);
        };
    }

    private static String word(Language language) {
        return switch (language) {
            case UK -> "ні";
            case RU -> "но";
            case EN -> "well";
        };
    }

    private static short[] cut(short[] speech, boolean before, boolean after, Piece piece) {
        var active = Mastering.activeFrames(speech, PAUSE_BELOW_LOUDEST_DB);
        int from = before ? FRAME * onset(active, firstAfterPause(active, piece)) : 0;
        int to = after ? FRAME * release(active, lastAfterPause(active, piece)) : speech.length;
        return Arrays.copyOfRange(speech, from, Math.max(from, to));
    }

    /** Up to 40 ms of a soft beginning, but nothing of the carrier's end. */
    private static int onset(int[] active, int first) {
        return Math.max(active[first - 1] + 2, active[first] - 4);
    }

    /** Up to 80 ms of a soft end, but nothing of the carrier's beginning. */
    private static int release(int[] active, int next) {
        return Math.min(active[next] - 1, active[next - 1] + 9);
    }

    private static int firstAfterPause(int[] active, Piece piece) {
        return IntStream.rangeClosed(SHORTEST_WORD, active.length - SHORTEST_WORD)
                .filter(i -> active[i] - active[i - 1] > SHORTEST_PAUSE)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no pause before " + piece));
    }

    private static int lastAfterPause(int[] active, Piece piece) {
        return IntStream.rangeClosed(SHORTEST_WORD, active.length - SHORTEST_WORD)
                .filter(i -> active[i] - active[i - 1] > SHORTEST_PAUSE)
                .max()
                .orElseThrow(() -> new IllegalStateException("no pause after " + piece));
    }
}
