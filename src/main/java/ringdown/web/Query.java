package ringdown.web;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Query parameters, read with a clear error for each. */
final class Query {
    private static final int LIMIT = 50;
    static final int MOST = 500;

    private final Context request;

    Query(Context request) {
        this.request = request;
    }

    @Nullable
    String text(String name) {
        String value = request.queryParam(name);
        return value == null || value.isEmpty() ? null : value;
    }

    int limit() {
        String value = request.queryParam("limit");
        if (value == null) {
            return LIMIT;
        }
        int limit = value.matches("[0-9]{1,4}") ? Integer.parseInt(value) : 0;
        if (limit < 1 || limit > MOST) {
            throw Refusal.bad("limit", "1 to " + MOST + " is wanted");
        }
        return limit;
    }

    @Nullable
    Instant moment(String name, OfficeTime time) {
        String value = text(name);
        return value == null ? null : time.read(name, value);
    }

    boolean flag(String name) {
        String value = text(name);
        if (value == null || value.equals("false")) {
            return false;
        }
        if (!value.equals("true")) {
            throw Refusal.bad(name, "true or false is wanted");
        }
        return true;
    }

    String oneOf(String name, String otherwise, Set<String> allowed) {
        String value = text(name);
        if (value == null) {
            return otherwise;
        }
        if (!allowed.contains(value)) {
            throw Refusal.bad(
                    name,
                    "one of " + String.join(", ", allowed.stream().sorted().toList()) + " is wanted");
        }
        return value;
    }

    /** Asks for the page after {@code after}; what the store does not know as a cursor is a bad parameter. */
    <T> T after(Function<@Nullable String, T> page) {
        String after = text("after");
        try {
            return page.apply(after);
        } catch (IllegalArgumentException strange) {
            if (after == null) {
                throw strange;
            }
            throw Refusal.bad("after", "this is no \"next\" of this list");
        }
    }
}
