package ringdown.office;

import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.JsonSchema;
import org.snakeyaml.engine.v2.schema.Schema;

/**
 * Which texts are quoted when the office file is written: also those that other programs take for something else. To most YAML readers
 * {@code +380441230001} is a number that loses its plus, and to those of YAML 1.1 {@code 14:00} is 840 and {@code NO} is false. Stateless.
 */
final class CarefulSchema implements Schema {
    private static final Pattern DOUBTFUL = Pattern.compile(
            "[-+]?[0-9][0-9_,.]*([eE][-+]?[0-9]+)?|[-+]?[0-9]+(:[0-9]+)+|0[xob][0-9a-fA-F_]+|[yY]|[nN]|(?i:yes|no|on|off|true|false|null|~)");
    private static final Tag NO_TEXT = new Tag("doubtful");

    private final Schema json = new JsonSchema();

    @Override
    public ScalarResolver getScalarResolver() {
        ScalarResolver plain = json.getScalarResolver();
        return (value, implicit) -> {
            Tag tag = plain.resolve(value, implicit);
            return implicit && tag.equals(Tag.STR) && DOUBTFUL.matcher(value).matches() ? NO_TEXT : tag;
        };
    }

    @Override
    public Map<Tag, ConstructNode> getSchemaTagConstructors() {
        return json.getSchemaTagConstructors();
    }
}
