package ringdown.office;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;

/**
 * How deep and how large a YAML text is once every alias is written out. Programs that write YAML make aliases of what stands twice, so some
 * must be taken; nine lines of them can stand for a thousand million values. One thread.
 */
final class YamlSize {
    /** Values that aliases may stand for, in all. */
    static final int MOST_REPEATED = 20_000;

    private static final int DEEPEST = 32;

    /** A part of the text: values in it, and how deep it is. */
    private record Part(int size, int depth) {}

    /** A list or mapping that has begun and not ended. */
    private static final class Open {
        private final Optional<Anchor> anchor;
        private int size = 1;
        private int depth = 1;

        Open(Optional<Anchor> anchor) {
            this.anchor = anchor;
        }
    }

    private final Map<Anchor, Part> parts = new HashMap<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int repeated;

    /** Null, or why the text is not taken. */
    @Nullable
    String add(Event event) {
        return switch (event.getEventId()) {
            case MappingStart, SequenceStart -> begin((CollectionStartEvent) event);
            case MappingEnd, SequenceEnd -> end();
            case Scalar -> put(((NodeEvent) event).getAnchor(), new Part(1, 0));
            case Alias -> repeat(((AliasEvent) event).getAlias());
            case Comment, DocumentEnd, DocumentStart, StreamEnd, StreamStart -> null;
        };
    }

    private @Nullable String begin(CollectionStartEvent event) {
        event.getAnchor().ifPresent(parts::remove); // an alias inside would be the whole it stands in
        open.push(new Open(event.getAnchor()));
        return open.size() > DEEPEST ? "nested too deep" : null;
    }

    private @Nullable String end() {
        Open done = open.pop();
        return put(done.anchor, new Part(done.size, done.depth));
    }

    private @Nullable String put(Optional<Anchor> anchor, Part part) {
        anchor.ifPresent(name -> parts.put(name, part));
        Open around = open.peek();
        if (around != null) {
            around.size += part.size();
            around.depth = Math.max(around.depth, 1 + part.depth());
        }
        return null;
    }

    private @Nullable String repeat(Anchor alias) {
        Part part = parts.get(alias);
        if (part == null) {
            return "the alias *" + alias + " stands for nothing before it";
        }
        repeated += part.size();
        if (repeated > MOST_REPEATED) {
            return "aliases (*name) repeat too much";
        }
        return open.size() + part.depth() > DEEPEST ? "nested too deep" : put(Optional.empty(), part);
    }
}
