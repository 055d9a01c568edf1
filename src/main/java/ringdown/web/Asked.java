package ringdown.web;

import io.javalin.http.Context;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ringdown.office.Spelling;
import tools.jackson.databind.JsonNode;

/**
 * What a request may say, by openapi.yaml: query parameters of its operation, and fields of its body. A word that nobody knows is a slip
 * of the pen; passed over, it would be a filter that filters nothing or a change that changes nothing. Safe from any thread.
 */
final class Asked {
    private static final String BODY = "asked";

    private final OpenApi document;

    Asked(OpenApi document) {
        this.document = document;
    }

    /** Before the handler: parameters at once; of the body when it is read. A path of nobody's is left to whoever answers 404. */
    void check(Context request) {
        String method = request.req().getMethod();
        if (method.equals("GET") && request.queryString() == null) {
            return;
        }
        Optional<OpenApi.Operation> asked = document.operation(method, request.path());
        if (asked.isPresent()) {
            known(false, "", request.queryParamMap().keySet(), asked.get().query());
            request.attribute(BODY, asked.get().body());
        }
    }

    /** Every field of the body, and those of objects in it. */
    static void fields(Context request, JsonNode body) {
        OpenApi.Shape shape = request.attribute(BODY);
        if (shape != null) {
            fields(body, shape, "");
        }
    }

    private static void fields(JsonNode json, OpenApi.Shape shape, String path) {
        if (shape.open() || !json.isObject()) {
            return;
        }
        known(true, path, json.propertyNames(), shape.fields().keySet());
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            OpenApi.Shape inside = shape.fields().get(field.getKey());
            if (inside != null) {
                fields(field.getValue(), inside, path + field.getKey() + ".");
            }
        }
    }

    private static void known(boolean field, String path, Collection<String> said, Collection<String> known) {
        said.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw Refusal.bad(path + name, field ? unknownField(name, known) : unknownParameter(name, known));
        });
    }

    private static String unknownField(String name, Collection<String> known) {
        return Spelling.nearest(name, known)
                .map(near -> "unknown field `" + name + "`; did you mean `" + near + "`?")
                .orElseGet(() -> known.isEmpty()
                        ? "unknown field `" + name + "`; there is none"
                        : "unknown field `" + name + "`; there are " + listed(known));
    }

    private static String unknownParameter(String name, Collection<String> known) {
        return Spelling.nearest(name, known)
                .map(near -> "unknown parameter `" + name + "`; did you mean `" + near + "`?")
                .orElseGet(() -> known.isEmpty()
                        ? "unknown parameter `" + name + "`; there is none"
                        : "unknown parameter `" + name + "`; there are " + listed(known));
    }

    private static String listed(Collection<String> known) {
        return known.stream().sorted().map(one -> "`" + one + "`").collect(Collectors.joining(", "));
    }
}
