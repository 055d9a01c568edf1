package ringdown.web;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The JSON object of a request, read field by field with a clear error for each. */
final class Body {
    private final JsonNode json;

    private Body(JsonNode json) {
        this.json = json;
    }

    /** An empty body is an empty object; fields that nobody knows are refused. */
    static Body of(Context request, String... known) {
        String text = request.body();
        if (text.isBlank()) {
            return new Body(Json.MAPPER.createObjectNode());
        }
        JsonNode json = parse(text);
        if (!json.isObject()) {
            throw new Refusal(400, "a JSON object is wanted", null);
        }
        Set<String> names = Set.of(known);
        json.propertyNames().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Refusal.bad(name, "there is no such field");
                });
        return new Body(json);
    }

    private static JsonNode parse(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JacksonException broken) {
            throw new Refusal(400, "this is no JSON: " + broken.getOriginalMessage(), null);
        }
    }

    boolean has(String field) {
        return json.has(field);
    }

    JsonNode node(String field) {
        return json.path(field);
    }

    /** Null when it is null or left out. */
    @Nullable
    String text(String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw Refusal.bad(field, "a text is wanted");
        }
        return value.asString();
    }

    String required(String field) {
        String text = text(field);
        if (text == null || text.isBlank()) {
            throw Refusal.bad(field, field + " is missing");
        }
        return text;
    }

    /** Extensions come as text or as number. */
    @Nullable
    String digits(String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString() && !value.isIntegralNumber()) {
            throw Refusal.bad(field, "an extension is wanted");
        }
        return value.asString();
    }

    Extension extension(String field) {
        String digits = digits(field);
        if (digits == null) {
            throw Refusal.bad(field, field + " is missing");
        }
        try {
            return new Extension(digits);
        } catch (IllegalArgumentException bad) {
            throw Refusal.bad(field, String.valueOf(bad.getMessage()));
        }
    }

    Optional<Double> number(String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isNumber()) {
            throw Refusal.bad(field, "a number is wanted");
        }
        return Optional.of(value.asDouble());
    }

    Optional<Boolean> flag(String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isBoolean()) {
            throw Refusal.bad(field, "true or false is wanted");
        }
        return Optional.of(value.asBoolean());
    }

    Instant moment(String field) {
        return moment(field, required(field));
    }

    static Instant moment(String field, String text) {
        try {
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeParseException bad) {
            throw Refusal.bad(field, "a moment with offset is wanted, 2026-11-21T15:30:00+02:00");
        }
    }
}
