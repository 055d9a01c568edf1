package ringdown.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Finds {@code contacts:} in a file by its events, so that a hundred thousand of them are never nodes all at once: those take forty times
 * the room of their text. Only a list whose contacts each begin a line with "- ", and in which nothing is named or repeated by an alias, can
 * be cut into pieces. One thread.
 */
final class ContactLines {
    private static final int A_PIECE = 1000;

    private final List<Integer> begins = new ArrayList<>();
    private int depth;
    private boolean key = true;
    private @Nullable String lastKey;
    private boolean inside;
    private boolean over;
    private boolean whole = true;
    private int end;

    /** Each event of the file in turn; lines count from 0. */
    void add(Event event) {
        if (over && end == 0) {
            end = line(event);
        }
        switch (event.getEventId()) {
            case MappingStart, SequenceStart -> begin(event);
            case MappingEnd, SequenceEnd -> end();
            case Scalar -> scalar((ScalarEvent) event);
            case Alias -> {
                whole &= !inside;
                value(event);
            }
            case Comment, DocumentEnd, DocumentStart, StreamEnd, StreamStart -> {}
        }
    }

    private static int line(Event event) {
        return YamlText.lineOf(event.getStartMark()) - 1;
    }

    private void begin(Event event) {
        if (depth == 1 && !key && "contacts".equals(lastKey) && event.getEventId() == Event.ID.SequenceStart) {
            inside = true;
            named(event);
        } else {
            named(event);
            value(event);
        }
        depth++;
    }

    private void end() {
        depth--;
        if (inside && depth == 1) {
            inside = false;
            over = true;
        }
        if (depth == 1) {
            key = true;
        }
    }

    private void scalar(ScalarEvent event) {
        named(event);
        value(event);
        if (depth == 1) {
            lastKey = key ? event.getValue() : lastKey;
            key = !key;
        }
    }

    /** An anchor inside may be meant by an alias after it. */
    private void named(Event event) {
        Optional<?> anchor = ((NodeEvent) event).getAnchor();
        whole &= !inside || anchor.isEmpty();
    }

    private void value(Event event) {
        if (inside && depth == 2) {
            begins.add(line(event));
        }
        if (event instanceof AliasEvent && depth == 1) {
            key = !key;
        }
    }

    /**
     * A file in parts.
     *
     * @param rest without its contacts, each line where it was
     * @param pieces lists of contacts, each on its own lines; none where they stand in the rest
     */
    record Cut(String rest, Supplier<Stream<String>> pieces) {}

    /** The file cut, or whole if it cannot be. */
    Cut cut(String text) {
        var starts = starts(text);
        if (begins.size() <= A_PIECE
                || !whole
                || oldLines(text)
                || !begins.stream().allMatch(line -> dash(text, starts[line]))) {
            return new Cut(text, Stream::empty);
        }
        var first = begins.getFirst();
        var rest = text.substring(0, starts[first]) + "\n".repeat(end - first) + text.substring(starts[end]);
        return new Cut(
                rest,
                () -> IntStream.iterate(0, i -> i < begins.size(), i -> i + A_PIECE)
                        .mapToObj(i -> piece(text, starts, i)));
    }

    private String piece(String text, int[] starts, int i) {
        var from = begins.get(i);
        var to = i + A_PIECE < begins.size() ? begins.get(i + A_PIECE) : end;
        return "\n".repeat(from) + text.substring(starts[from], starts[to]);
    }

    /** Lines that end in a carriage return alone are lines to YAML and none here. */
    private static boolean oldLines(String text) {
        for (var at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
            if (at + 1 == text.length() || text.charAt(at + 1) != '\n') {
                return true;
            }
        }
        return false;
    }

    /** Where each line begins, and where the text ends. */
    private static int[] starts(String text) {
        var lines = (int) text.chars().filter(c -> c == '\n').count();
        var starts = new int[lines + 2];
        var n = 1;
        for (var at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            starts[n++] = at + 1;
        }
        starts[n] = text.length();
        return starts;
    }

    private static boolean dash(String text, int start) {
        var at = start;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return text.startsWith("- ", at);
    }
}
