package ringdown.office;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Bytes that may be YAML, turned into nodes with their lines, or into one fault. Nothing a stranger uploads may hurt the box. */
final class YamlText {
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(OfficeFile.LARGEST_BYTES)
            .setAllowNonScalarKeys(true)
            .setMaxAliasesForCollections(YamlSize.MOST_REPEATED)
            .build();

    private YamlText() {}

    /** What is composed at once takes some forty times its size. */
    private static final int LARGEST_WHOLE = 2_000_000;

    /**
     * A file read.
     *
     * @param root all of it, or all but its contacts
     * @param contacts the others, some at a time, since all of them as nodes would fill the box; each list once
     */
    record Read(MappingNode root, Supplier<Stream<SequenceNode>> contacts) {}

    /** The file's mapping; null when it has none, and then the fault is in {@code faults}. */
    static @Nullable Read read(byte[] bytes, Faults faults) {
        if (bytes.length > OfficeFile.LARGEST_BYTES) {
            faults.add(0, "", "the file is larger than " + OfficeFile.LARGEST_MB + " MB");
            return null;
        }
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0 && !isText(bytes, faults)) {
            return null;
        }
        return read(text.startsWith("\uFEFF") ? text.substring(1) : text, faults);
    }

    private static boolean isText(byte[] bytes, Faults faults) {
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
            faults.add(lineAt(bytes, in.position()), "", "the file is not text in UTF-8");
            return false;
        }
        return true;
    }

    private static int lineAt(byte[] bytes, int position) {
        var line = 1;
        for (var i = 0; i < position; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    private static @Nullable Read read(String text, Faults faults) {
        try {
            var contacts = new ContactLines();
            if (!isHarmless(text, contacts, faults)) {
                return null;
            }
            var cut = contacts.cut(text);
            if (cut.rest().length() > LARGEST_WHOLE + cut.rest().lines().count()) {
                faults.add(
                        0,
                        "",
                        "more than 2 MB are taken only where each contact begins a line of its own with \"- \", without aliases");
                return null;
            }
            var root = new Compose(SETTINGS).composeString(cut.rest());
            if (root.isPresent() && root.get() instanceof MappingNode mapping) {
                return new Read(mapping, () -> cut.pieces().get().map(YamlText::list));
            }
            faults.add(
                    1,
                    "",
                    root.isEmpty()
                            ? "the file is empty"
                            : "the file is no office file: it must begin with \"office:\"");
        } catch (MarkedYamlEngineException wrong) {
            faults.add(lineOf(wrong.getProblemMark()), "", "this is not YAML: " + wrong.getProblem());
        } catch (YamlEngineException wrong) {
            faults.add(
                    0,
                    "",
                    "this is not YAML: "
                            + String.valueOf(wrong.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""));
        }
        return null;
    }

    /** It is harmless YAML, as a part of the whole. */
    private static SequenceNode list(String piece) {
        return (SequenceNode) new Compose(SETTINGS).composeString(piece).orElseThrow();
    }

    /** Composing recurses and follows aliases, so depth and size with all aliases written out are looked at before, event by event. */
    private static boolean isHarmless(String text, ContactLines contacts, Faults faults) {
        var size = new YamlSize();
        for (var event : new Parse(SETTINGS).parseString(text)) {
            contacts.add(event);
            var wrong = size.add(event);
            if (wrong != null) {
                faults.add(lineOf(event), "", wrong);
                return false;
            }
        }
        return true;
    }

    private static int lineOf(Event event) {
        return lineOf(event.getStartMark());
    }

    static int lineOf(Optional<Mark> mark) {
        return mark.map(m -> m.getLine() + 1).orElse(0);
    }
}
