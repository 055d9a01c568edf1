package ringdown.prompts;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import ringdown.number.Language;

/**
 * Pieces as sound, own recordings first, and sentences made of them. What was loaded from the jar stays in memory as
 * long as there is room. Safe for any thread.
 */
final class PieceSounds {
    private static final int GROUP_PAUSE_MS = 120;
    private static final List<Integer> GROUPS_FROM_END = List.of(2, 2, 3, 2);

    private final CustomSounds own;
    private final Map<String, SoftReference<short[]>> shipped = new ConcurrentHashMap<>();

    PieceSounds(CustomSounds own) {
        this.own = own;
    }

    short[] samples(Language language, Piece piece) {
        return own.find(own.file(language, piece.name()), true).orElseGet(() -> fromJar(language, piece.name()));
    }

    private short[] fromJar(Language language, String name) {
        String key = language.code() + "/" + name;
        var known = shipped.get(key);
        short @Nullable [] samples = known == null ? null : known.get();
        if (samples == null) {
            samples = ShippedSounds.find(language, name)
                    .orElseThrow(() -> new IllegalStateException("the jar has no sound " + key));
            shipped.put(key, new SoftReference<>(samples));
        }
        return samples;
    }

    /** A sentence: its pieces with the rests that its punctuation asks for. */
    Sound sound(Language language, Utterance utterance) {
        var parts = new ArrayList<short[]>();
        for (var step : utterance.steps()) {
            parts.add(samples(language, step.piece()));
            parts.add(Sound.silence(step.join().pauseMs()));
        }
        return new Sound(joined(parts), utterance.words());
    }

    /** Figures in groups, as numbers with country and area are read; words are the number itself. */
    Sound digits(Language language, String number) {
        var grammar = Grammar.of(language);
        String said = number.replaceAll("[^0-9+]", "");
        var parts = new ArrayList<short[]>();
        var groups = groupEnds(said);
        for (int i = 0; i < said.length(); i++) {
            char figure = said.charAt(i);
            parts.add(samples(language, figure == '+' ? grammar.plus() : grammar.digit(figure - '0')));
            parts.add(Sound.silence(groups.contains(i) ? GROUP_PAUSE_MS : 0));
        }
        return new Sound(joined(parts), said);
    }

    /** Groups of two, two, three and two from the end, as in +380 44 123 00 01; the country stands alone. */
    private static List<Integer> groupEnds(String said) {
        var ends = new ArrayList<Integer>();
        int end = said.length() - 1;
        for (int group : GROUPS_FROM_END) {
            end -= group;
            if (end > 0) {
                ends.add(end);
            }
        }
        return ends;
    }

    private static short[] joined(List<short[]> parts) {
        var all = new short[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (var part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
