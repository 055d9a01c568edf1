package ringdown.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;

/**
 * The document that describes all of the API, written as YAML: given as JSON, and asked what a request may say. Read at the first
 * question, since most boxes are never asked for it at the start; only what is needed of it is kept. Safe from any thread.
 */
final class OpenApi {
    /** Of every list, whether or not it is longer than a page. */
    private static final Set<String> PAGING = Set.of("limit", "after");

    private @Nullable List<Operation> operations;

    /**
     * One path and method.
     *
     * @param query names of its parameters
     * @param body what its JSON may have, open where it takes none
     */
    record Operation(String method, List<String> path, Set<String> query, Shape body) {
        private boolean is(String wanted, List<String> asked) {
            if (!method.equals(wanted) || path.size() != asked.size()) {
                return false;
            }
            for (int i = 0; i < path.size(); i++) {
                if (!path.get(i).startsWith("{") && !path.get(i).equals(asked.get(i))) {
                    return false;
                }
            }
            return true;
        }

        private long named() {
            return path.stream().filter(part -> part.startsWith("{")).count();
        }
    }

    /**
     * Fields of an object.
     *
     * @param open may have any
     */
    record Shape(boolean open, Map<String, Shape> fields) {
        private static final Shape ANY = new Shape(true, Map.of());
    }

    /** All of it, as it stands in the jar. */
    static JsonNode read() {
        try (InputStream yaml = OpenApi.class.getResourceAsStream("/openapi.yaml")) {
            if (yaml == null) {
                throw new IllegalStateException("openapi.yaml is not in the jar");
            }
            Object all = new Load(LoadSettings.builder().build()).loadFromInputStream(yaml);
            return Json.MAPPER.valueToTree(all);
        } catch (IOException broken) {
            throw new UncheckedIOException("openapi.yaml cannot be read from the jar", broken);
        }
    }

    /** What is meant by a request; a path with words goes before one with places for them. */
    Optional<Operation> operation(String method, String path) {
        List<String> asked = List.of(path.split("/", -1));
        String served = method.equals("HEAD") ? "GET" : method;
        return operations().stream()
                .filter(one -> one.is(served, asked))
                .min(java.util.Comparator.comparingLong(Operation::named));
    }

    private synchronized List<Operation> operations() {
        List<Operation> known = operations;
        if (known == null) {
            known = new Reader(read()).all();
            operations = known;
        }
        return known;
    }

    /** Reads operations out of the document. One thread. */
    private record Reader(JsonNode root) {
        List<Operation> all() {
            List<Operation> all = new ArrayList<>();
            for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
                for (Map.Entry<String, JsonNode> one : path.getValue().properties()) {
                    if (!one.getKey().equals("parameters")) {
                        all.add(operation(one.getKey(), path.getKey(), path.getValue(), one.getValue()));
                    }
                }
            }
            return List.copyOf(all);
        }

        private Operation operation(String method, String path, JsonNode beside, JsonNode one) {
            Set<String> query = new HashSet<>();
            query(beside.path("parameters"), query);
            query(one.path("parameters"), query);
            JsonNode answer = answer(one);
            if (method.equals("get") && shape(answer).fields().containsKey("items")) {
                query.addAll(PAGING);
            }
            return new Operation(
                    method.toUpperCase(java.util.Locale.ROOT),
                    List.of(path.split("/", -1)),
                    Set.copyOf(query),
                    body(method, path, beside, one));
        }

        private void query(JsonNode parameters, Set<String> names) {
            parameters.forEach(written -> {
                JsonNode parameter = followed(written);
                if (parameter.path("in").asString("").equals("query")) {
                    names.add(parameter.path("name").asString());
                }
            });
        }

        /** What a program got by GET it may send back: fields that cannot be changed are as they were. */
        private Shape body(String method, String path, JsonNode beside, JsonNode one) {
            JsonNode json = followed(one.path("requestBody")).path("content").path("application/json");
            if (json.isMissingNode()) {
                return Shape.ANY; // what is sent beside is not looked at
            }
            Shape shape = shape(json.path("schema"));
            if (shape.open()) {
                return shape;
            }
            Map<String, Shape> fields = new HashMap<>();
            if (method.equals("put") || method.equals("patch")) {
                shape(answer(one)).fields().keySet().forEach(name -> fields.put(name, Shape.ANY));
                shape(answer(beside.path("get"))).fields().keySet().forEach(name -> fields.put(name, Shape.ANY));
            } else {
                JsonNode made = root.path("paths").path(path + "/{id}").path("get");
                shape(answer(made)).fields().keySet().forEach(name -> fields.put(name, Shape.ANY));
            }
            fields.putAll(shape.fields());
            return new Shape(false, Map.copyOf(fields));
        }

        private JsonNode answer(JsonNode operation) {
            return followed(operation.path("responses").path("200"))
                    .path("content")
                    .path("application/json")
                    .path("schema");
        }

        private Shape shape(JsonNode written) {
            JsonNode schema = followed(written);
            Map<String, Shape> fields = new HashMap<>();
            boolean open = schema.path("additionalProperties").isObject()
                    || schema.path("additionalProperties").asBoolean(false);
            for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
                fields.put(field.getKey(), shape(field.getValue()));
            }
            for (String several : List.of("allOf", "oneOf", "anyOf")) {
                for (JsonNode part : schema.path(several)) {
                    shape(part).fields().forEach(fields::putIfAbsent);
                }
            }
            return new Shape(open || fields.isEmpty(), Map.copyOf(fields));
        }

        private JsonNode followed(JsonNode node) {
            String ref = node.path("$ref").asString("");
            return ref.isEmpty() ? node : root.at(ref.substring(1));
        }
    }
}
