package ringdown.office;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Bytes that may be YAML, turned into nodes with their lines, or into one fault. Nothing a stranger uploads may hurt the box. */
final class YamlText {
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(OfficeFile.LARGEST_BYTES)
            .setAllowNonScalarKeys(true)
            .setMaxAliasesForCollections(YamlSize.MOST_REPEATED)
            .build();

    private YamlText() {}

    /** The file's mapping; null when it has none, and then the fault is in {@code faults}. */
    static @Nullable MappingNode read(byte[] bytes, Faults faults) {
        if (bytes.length > OfficeFile.LARGEST_BYTES) {
            faults.add(0, "", "the file is larger than 8 MB");
            return null;
        }
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
            faults.add(lineAt(bytes, in.position()), "", "the file is not text in UTF-8");
            return null;
        }
        var text = out.flip().toString();
        return mapping(text.startsWith("\uFEFF") ? text.substring(1) : text, faults);
    }

    private static int lineAt(byte[] bytes, int position) {
        var line = 1;
        for (var i = 0; i < position; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    private static @Nullable MappingNode mapping(String text, Faults faults) {
        try {
            if (!isHarmless(text, faults)) {
                return null;
            }
            var root = new Compose(SETTINGS).composeString(text);
            if (root.isPresent() && root.get() instanceof MappingNode mapping) {
                return mapping;
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

    /** Composing recurses and follows aliases, so depth and size with all aliases written out are looked at before, event by event. */
    private static boolean isHarmless(String text, Faults faults) {
        var size = new YamlSize();
        for (var event : new Parse(SETTINGS).parseString(text)) {
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
