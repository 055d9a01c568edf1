package ringdown.office;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Where everything stands in a file, for faults that are found later by trying it: "scripts.front.stages[0]" to its line. */
final class Places {
    /** Nothing is tried on them, and there may be a hundred thousand. */
    private static final Set<String> LEFT_OUT = Set.of("contacts");

    private final Map<String, Integer> lines = new HashMap<>();

    private Places() {}

    static Map<String, Integer> of(MappingNode file) {
        var places = new Places();
        places.mapping("", file);
        return places.lines;
    }

    private void node(String path, Node node) {
        lines.put(path, YamlText.lineOf(node.getStartMark()));
        if (node instanceof MappingNode mapping) {
            mapping(path + ".", mapping);
        } else if (node instanceof SequenceNode sequence) {
            for (var i = 0; i < sequence.getValue().size(); i++) {
                node(path + "[" + i + "]", sequence.getValue().get(i));
            }
        }
    }

    private void mapping(String before, MappingNode mapping) {
        for (var tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key && !LEFT_OUT.contains(before + key.getValue())) {
                node(before + key.getValue(), tuple.getValueNode());
                // A block begins on the line after its key; the key is what an installer looks for.
                lines.put(before + key.getValue(), YamlText.lineOf(key.getStartMark()));
            }
        }
    }
}
