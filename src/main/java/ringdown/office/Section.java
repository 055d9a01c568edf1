package ringdown.office;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Keys and values of the file. Whoever has read all keys it knows calls {@link #end}, which faults the rest. One thread. */
final class Section {
    private final Item self;
    private final Map<String, Item> entries = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    Section(@Nullable MappingNode node, Item self) {
        this.self = self;
        if (node != null) {
            node.getValue().forEach(tuple -> add(tuple.getKeyNode(), tuple.getValueNode()));
        }
    }

    private void add(org.snakeyaml.engine.v2.nodes.Node keyNode, org.snakeyaml.engine.v2.nodes.Node value) {
        if (!(keyNode instanceof ScalarNode scalar)) {
            self.faults().add(YamlText.lineOf(keyNode.getStartMark()), self.path(), "a key must be a single word");
            return;
        }
        var key = scalar.getValue();
        if (key.length() > TextLimits.LONGEST_NAME) {
            self.faults()
                    .add(YamlText.lineOf(keyNode.getStartMark()), self.path(), "a key is longer than 200 characters");
            return;
        }
        var path = pathOf(key);
        if (entries.containsKey(key)) {
            self.faults().add(YamlText.lineOf(keyNode.getStartMark()), path, "stands twice");
        } else {
            entries.put(key, new Item(value, path, self.faults()));
        }
    }

    private String pathOf(String key) {
        return self.path().isEmpty() ? key : self.path() + "." + key;
    }

    Item self() {
        return self;
    }

    int line() {
        return self.line();
    }

    /** All keys in the order of the file, for sections whose keys are names. */
    Map<String, Item> entries() {
        known.addAll(entries.keySet());
        return entries;
    }

    boolean has(String key) {
        known.add(key);
        return entries.containsKey(key);
    }

    /** Null where the key is missing or has no value. */
    @Nullable
    Item get(String key) {
        known.add(key);
        var item = entries.get(key);
        return item == null || item.isEmpty() ? null : item;
    }

    /** Null, with a fault, where the key is missing. */
    @Nullable
    Item required(String key) {
        var item = get(key);
        if (item == null) {
            self.faults().add(line(), pathOf(key), "is missing");
        }
        return item;
    }

    <T> @Nullable T as(String key, Function<String, T> make) {
        var item = get(key);
        return item == null ? null : item.as(make);
    }

    <T> T as(String key, Function<String, T> make, T otherwise) {
        var made = as(key, make);
        return made == null ? otherwise : made;
    }

    <T> @Nullable T requiredAs(String key, Function<String, T> make) {
        var item = required(key);
        return item == null ? null : item.as(make);
    }

    @Nullable
    String text(String key) {
        var item = get(key);
        return item == null ? null : item.text();
    }

    /** One line, not empty. */
    @Nullable
    String name(String key) {
        var item = get(key);
        return item == null ? null : item.name();
    }

    @Nullable
    String requiredName(String key) {
        var item = required(key);
        return item == null ? null : item.name();
    }

    @Nullable
    String secret(String key) {
        var item = get(key);
        return item == null ? null : item.secret();
    }

    boolean flag(String key) {
        return as(key, Scalars::flag, false);
    }

    List<Item> items(String key) {
        var item = get(key);
        return item == null ? List.of() : item.items();
    }

    <T> List<T> listOf(String key, Function<String, T> make) {
        var item = get(key);
        return item == null ? List.of() : item.listOf(make);
    }

    /** An empty section where the key is missing. */
    @Nullable
    Section section(String key) {
        var item = get(key);
        return item == null ? null : item.section();
    }

    /** Faults every key that nobody asked for. */
    void end() {
        entries.forEach((key, item) -> {
            if (!known.contains(key)) {
                item.fault("unknown key \"" + key + "\"" + hint(key));
            }
        });
    }

    private String hint(String wrong) {
        return known.stream()
                .filter(key -> key.equalsIgnoreCase(wrong) || Spelling.isClose(key, wrong))
                .findFirst()
                .map(key -> ", do you mean \"" + key + "\"?")
                .orElse("");
    }
}
