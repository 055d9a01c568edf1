package ringdown.prompts;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ringdown.number.Language;

/**
 * Every piece of a language: the one list that the renderer, the page and the tests read. It is found by asking the
 * grammar for all that it can say, so nothing sayable can be missing from it.
 */
final class Catalogue {
    /** Minutes to wait that can be said; 31 stands for more than half an hour. */
    static final List<Integer> WAITS = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 30, 31);

    static final int LAST_PLACE = 10;
    private static final List<ZoneId> CLOCKS =
            Stream.of("Europe/Kyiv", "Europe/Moscow", "UTC").map(ZoneId::of).toList();

    private Catalogue() {}

    static Collection<Piece> of(Language language) {
        var found = new TreeMap<String, Piece>();
        var grammar = Grammar.of(language);
        Stream.of(
                        Arrays.stream(Phrase.values()).map(phrase -> phrase.piece(language)),
                        sentences(grammar),
                        days(grammar),
                        hours(grammar),
                        counts(grammar))
                .flatMap(stream -> stream)
                .forEach(piece -> add(found, piece));
        return found.values();
    }

    static SequencedMap<String, Piece> byName(Language language) {
        var found = new TreeMap<String, Piece>();
        of(language).forEach(piece -> found.put(piece.name(), piece));
        return found;
    }

    private static void add(Map<String, Piece> found, Piece piece) {
        var before = found.put(piece.name(), piece);
        if (before != null && !before.equals(piece)) {
            throw new IllegalStateException("two sounds under one name: " + before + " and " + piece);
        }
    }

    private static Stream<Piece> sentences(Grammar grammar) {
        var fixed = Stream.of(
                grammar.weWillCallBack(),
                grammar.callBackBy(),
                grammar.onTheFirstWorkingDay(),
                grammar.asSoonAsWeCan(),
                grammar.plus());
        return Stream.of(
                        fixed,
                        CLOCKS.stream().map(grammar::clockOf),
                        WAITS.stream().map(grammar::queueWait),
                        IntStream.rangeClosed(2, LAST_PLACE).mapToObj(grammar::queuePlace))
                .flatMap(stream -> stream);
    }

    private static Stream<Piece> days(Grammar grammar) {
        var week = Arrays.stream(DayOfWeek.values()).flatMap(day -> Stream.of(grammar.on(day), grammar.of(day)));
        return Stream.of(
                        IntStream.rangeClosed(-1, 1).mapToObj(grammar::near),
                        week,
                        IntStream.rangeClosed(1, 31).mapToObj(grammar::day),
                        Arrays.stream(Month.values()).map(grammar::month))
                .flatMap(stream -> stream);
    }

    private static Stream<Piece> hours(Grammar grammar) {
        return IntStream.range(0, 24 * 60)
                .mapToObj(minute -> LocalTime.MIDNIGHT.plusMinutes(minute))
                .flatMap(time -> hours(grammar, time));
    }

    private static Stream<Piece> hours(Grammar grammar, LocalTime time) {
        var at = grammar.hour(Side.AT, time, true).stream();
        if (time.getMinute() % PromiseWindow.STEP_MINUTES != 0) {
            return at;
        }
        var from = Stream.of(true, false).flatMap(full -> grammar.hour(Side.FROM, time, full).stream());
        if (time.getMinute() % PromiseWindow.END_STEP_MINUTES != 0) {
            return Stream.concat(at, from);
        }
        var ends = Stream.of(Side.TO, grammar.deadlineSide()).flatMap(side -> grammar.hour(side, time, true).stream());
        return Stream.of(at, from, ends).flatMap(stream -> stream);
    }

    private static Stream<Piece> counts(Grammar grammar) {
        var numbers =
                IntStream.rangeClosed(1, Counts.MOST).boxed().flatMap(count -> grammar.newMessages(count).stream());
        return Stream.concat(numbers, IntStream.rangeClosed(0, 9).mapToObj(grammar::digit));
    }

    /** The minutes to say for a wait: rounded up to one of {@link #WAITS}. */
    static int roundedWait(int minutes) {
        return WAITS.stream().filter(wait -> wait >= minutes).findFirst().orElse(WAITS.getLast());
    }

    static String wait(int minutes, String fifteen, String twenty, String thirty, String more) {
        return switch (minutes) {
            case 15 -> fifteen;
            case 20 -> twenty;
            case 30 -> thirty;
            case 31 -> more;
            default -> throw new IllegalArgumentException("no sound for a wait of " + minutes + " minutes");
        };
    }
}
