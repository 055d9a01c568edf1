package ringdown.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;
import ringdown.office.TextLimits;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON object of a request, read field by field with a clear error for each, and for what is no field of it ({@link Asked}). */
final class Body {
    /** A description in a call's record may be longer than what is spoken, not endless. */
    private static final int LONGEST = 4000;

    /** A field that stands twice is a mistake of the program that wrote it: which of the two is meant nobody knows. */
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonNode json;

    private Body(JsonNode json) {
        this.json = json;
    }

    /** An empty body is an empty object. */
    static Body of(Context request) {
        byte[] body = Uploads.json(request);
        if (new String(body, StandardCharsets.ISO_8859_1).isBlank()) {
            return new Body(Json.MAPPER.createObjectNode());
        }
        JsonNode json = parse(body);
        if (!json.isObject()) {
            throw new Refusal(400, "a JSON object is wanted", null);
        }
        Asked.fields(request, json);
        return new Body(json);
    }

    private static JsonNode parse(byte[] body) {
        try {
            return STRICT.readTree(body);
        } catch (JacksonException broken) {
            throw new Refusal(400, "this is no JSON: " + broken.getOriginalMessage(), null);
        }
    }

    boolean has(String field) {
        return json.has(field);
    }

    /** Sent, and not null. */
    boolean says(String field) {
        return json.has(field) && !json.path(field).isNull();
    }

    /** The field is a text. */
    boolean isText(String field) {
        return json.path(field).isString();
    }

    /** The field is true or false. */
    boolean isFlag(String field) {
        return json.path(field).isBoolean();
    }

    /** An object inside; empty if it is null or left out. */
    Optional<Body> object(String field) {
        if (!says(field)) {
            return Optional.empty();
        }
        JsonNode value = json.path(field);
        if (!value.isObject()) {
            throw Refusal.bad(field, "an object is wanted");
        }
        return Optional.of(new Body(value));
    }

    List<String> names() {
        return List.copyOf(json.propertyNames());
    }

    /** Null when it is null or left out. */
    @Nullable
    String text(String field) {
        if (!says(field)) {
            return null;
        }
        JsonNode value = json.path(field);
        if (!value.isString()) {
            throw Refusal.bad(field, "a text is wanted");
        }
        String text = value.asString();
        if (text.length() > LONGEST) {
            throw Refusal.bad(field, "at most " + LONGEST + " characters are taken");
        }
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw Refusal.bad(field, "half a character or a zero byte is no text");
        }
        return text;
    }

    /** One line of bounded length, as in the office file; null when it is null, left out or blank. */
    @Nullable
    String name(String field) {
        String text = text(field);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return TextLimits.name(text);
        } catch (IllegalArgumentException wrong) {
            throw Refusal.bad(field, field + " " + wrong.getMessage());
        }
    }

    String requiredName(String field) {
        required(field);
        return java.util.Objects.requireNonNull(name(field));
    }

    String required(String field) {
        String text = text(field);
        if (text == null || text.isBlank()) {
            throw Refusal.bad(field, field + " is missing");
        }
        return text;
    }

    /** Extensions, numbers and keys come as text or as number. */
    @Nullable
    String digits(String field) {
        return says(field) ? digits(field, json.path(field)) : null;
    }

    private static String digits(String field, JsonNode value) {
        if (!value.isString() && !value.isIntegralNumber()) {
            throw Refusal.bad(field, "a text is wanted");
        }
        return value.asString();
    }

    /** Null when it is null or left out. */
    @Nullable
    Extension extension(String field) {
        String digits = digits(field);
        return digits == null ? null : extension(field, digits);
    }

    private static Extension extension(String field, String digits) {
        try {
            return new Extension(digits);
        } catch (IllegalArgumentException bad) {
            throw Refusal.bad(field, String.valueOf(bad.getMessage()));
        }
    }

    List<Extension> extensions(String field) {
        return list(field).stream().map(digits -> extension(field, digits)).toList();
    }

    /** Empty when it is null or left out. */
    List<String> list(String field) {
        JsonNode value = json.path(field);
        if (!says(field)) {
            return List.of();
        }
        if (!value.isArray()) {
            throw Refusal.bad(field, "a list is wanted");
        }
        List<String> all = new ArrayList<>();
        value.forEach(one -> all.add(digits(field, one)));
        return all;
    }

    Optional<Double> number(String field) {
        if (!says(field)) {
            return Optional.empty();
        }
        JsonNode value = json.path(field);
        if (!value.isNumber()) {
            throw Refusal.bad(field, "a number is wanted");
        }
        return Optional.of(value.asDouble());
    }

    /** A whole number from 0 to a million. */
    Optional<Integer> whole(String field) {
        return number(field).map(value -> {
            if (value != Math.rint(value) || value < 0 || value > 1_000_000) {
                throw Refusal.bad(field, "a whole number is wanted");
            }
            return value.intValue();
        });
    }

    Optional<Boolean> flag(String field) {
        if (!says(field)) {
            return Optional.empty();
        }
        JsonNode value = json.path(field);
        if (!value.isBoolean()) {
            throw Refusal.bad(field, "true or false is wanted");
        }
        return Optional.of(value.asBoolean());
    }
}
