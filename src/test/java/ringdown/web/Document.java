package ringdown.web;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** openapi.yaml as something to hold answers against. */
final class Document {
    final JsonNode root;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new HashMap<>();

    Document() throws Exception {
        try (InputStream yaml = Document.class.getResourceAsStream("/openapi.yaml")) {
            Object read = new Load(LoadSettings.builder().build()).loadFromInputStream(yaml);
            root = Json.MAPPER.valueToTree(read);
        }
    }

    /** "GET /api/calls/{id}" for each operation. */
    List<String> operations() {
        List<String> all = new ArrayList<>();
        root.path("paths").properties().forEach(path -> {
            for (String method : List.of("get", "post", "put", "patch", "delete")) {
                if (path.getValue().has(method)) {
                    all.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
                }
            }
        });
        return all;
    }

    /** What is wrong with the answer; empty when it is as the document says. */
    List<String> faults(String method, String path, int status, String kind, String body) {
        JsonNode operation = root.path("paths").path(path).path(method.toLowerCase(java.util.Locale.ROOT));
        JsonNode response = followed(operation.path("responses").path(String.valueOf(status)));
        if (response.isMissingNode()) {
            return List.of(method + " " + path + " says nothing of " + status);
        }
        if (!response.has("content")) {
            return body.isEmpty() ? List.of() : List.of(method + " " + path + " " + status + " has a body");
        }
        String type = kind.split(";")[0];
        JsonNode schema = response.path("content").path(type).path("schema");
        if (schema.isMissingNode()) {
            return List.of(method + " " + path + " " + status + " is not to be " + type);
        }
        if (!type.equals("application/json")) {
            return List.of();
        }
        String key = method + path + status;
        return schemas.computeIfAbsent(key, any -> schema(schema)).validate(Json.MAPPER.readTree(body)).stream()
                .map(Error::toString)
                .map(error -> key + ": " + error)
                .toList();
    }

    private JsonNode followed(JsonNode node) {
        String ref = node.path("$ref").asString("");
        return ref.isEmpty() ? node : root.at(ref.substring(1));
    }

    private Schema schema(JsonNode of) {
        ObjectNode schema = Json.MAPPER.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.putArray("allOf").add(of);
        schema.set("components", root.path("components"));
        return registry.getSchema(schema);
    }
}
