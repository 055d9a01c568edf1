package ringdown.office;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A value of the file with its place. Asking for what it is not writes a fault and gives the empty answer. */
record Item(Node node, String path, Faults faults) {

    int line() {
        return YamlText.lineOf(node.getStartMark());
    }

    void fault(String what) {
        faults.add(line(), path, what);
    }

    boolean isEmpty() {
        return node.getTag().equals(Tag.NULL);
    }

    boolean isSection() {
        return node instanceof MappingNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Text as written; null, with a fault, if it is empty or no scalar. */
    @Nullable
    String text() {
        if (node instanceof ScalarNode scalar && !isEmpty()) {
            var text = scalar.getValue();
            if (text.length() > TextLimits.LONGEST) {
                fault("is longer than " + TextLimits.LONGEST + " characters");
                return null;
            }
            return text;
        }
        fault(isEmpty() ? "is empty" : "must be a single value");
        return null;
    }

    /** A name, or what else stands on one line: not empty, of bounded length. */
    @Nullable
    String name() {
        return as(TextLimits::name);
    }

    /** A password or a secret, kept as written; null, with a fault, if it is empty. */
    @Nullable
    String secret() {
        var text = text();
        if (text != null && text.isBlank()) {
            fault("is empty: leave it out, or write one");
            return null;
        }
        return text;
    }

    /** The text made into something; {@code make} throws IllegalArgumentException with words for the installer. */
    <T> @Nullable T as(Function<String, T> make) {
        var text = text();
        if (text == null) {
            return null;
        }
        try {
            return make.apply(text.strip());
        } catch (IllegalArgumentException wrong) {
            fault(String.valueOf(wrong.getMessage()));
            return null;
        }
    }

    /** Makes a value that refuses what does not fit together; its refusal is the fault. */
    void make(Runnable value) {
        try {
            value.run();
        } catch (IllegalArgumentException wrong) {
            fault(String.valueOf(wrong.getMessage()));
        }
    }

    Section section() {
        if (node instanceof MappingNode mapping) {
            return new Section(mapping, this);
        }
        if (!isEmpty()) {
            fault("must have keys of its own");
        }
        return new Section(null, this);
    }

    List<Item> items() {
        var items = new ArrayList<Item>();
        if (node instanceof SequenceNode sequence) {
            for (var child : sequence.getValue()) {
                items.add(new Item(child, path + "[" + items.size() + "]", faults));
            }
        } else if (!isEmpty()) {
            fault("must be a list");
        }
        return items;
    }

    /** What could be made of each; what could not has its fault. */
    <T> List<T> listOf(Function<String, T> make) {
        var made = new ArrayList<T>();
        for (var item : items()) {
            var one = item.as(make);
            if (one != null) {
                made.add(one);
            }
        }
        return made;
    }
}
