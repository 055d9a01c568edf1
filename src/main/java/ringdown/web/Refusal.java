package ringdown.web;

import org.jspecify.annotations.Nullable;

/** A request that cannot be served as it is; becomes {@code {"error","field"}} with the status. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final @Nullable String field;

    Refusal(int status, String what, @Nullable String field) {
        super(what, null, false, false);
        this.status = status;
        this.field = field;
    }

    static Refusal bad(String field, String what) {
        return new Refusal(400, what, field);
    }

    static Refusal forbidden(String what) {
        return new Refusal(403, what, null);
    }

    static Refusal notFound(String what) {
        return new Refusal(404, what, null);
    }

    static Refusal conflict(String what) {
        return new Refusal(409, what, null);
    }

    static Refusal wrongKind(String what) {
        return new Refusal(415, what, null);
    }

    int status() {
        return status;
    }

    @Nullable
    String field() {
        return field;
    }

    /** What the caller reads. */
    String what() {
        return String.valueOf(getMessage());
    }
}
