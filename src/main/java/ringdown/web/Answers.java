package ringdown.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How answers are written. */
final class Answers {
    private Answers() {}

    static void json(Context request, int status, Fields fields) {
        request.status(status).contentType("application/json").result(Json.bytes(fields.map()));
    }

    static void json(Context request, Fields fields) {
        json(request, 200, fields);
    }

    static <T> void page(Context request, List<T> items, @Nullable String next, Function<T, Fields> view) {
        page(request, items.stream().map(view).toList(), next);
    }

    /** A page whose items are worded together. */
    static void page(Context request, List<Fields> items, @Nullable String next) {
        json(
                request,
                Fields.of("items", items.stream().map(Fields::map).toList()).and("next", next));
    }

    /** A list that is held in memory: the page after the item with that key. */
    static <T> void page(Context request, List<T> all, Function<T, String> key, int limit, Function<T, Fields> view) {
        pageOf(request, all, key, limit, items -> items.stream().map(view).toList());
    }

    /** The same, worded together. */
    static <T> void pageOf(
            Context request, List<T> all, Function<T, String> key, int limit, Function<List<T>, List<Fields>> views) {
        String after = new Query(request).text("after");
        int from = after == null ? 0 : 1 + position(all, key, after);
        List<T> items = all.subList(from, Math.min(all.size(), from + limit));
        String next = from + limit < all.size() ? key.apply(items.getLast()) : null;
        page(request, views.apply(items), next);
    }

    private static <T> int position(List<T> all, Function<T, String> key, String after) {
        for (int i = 0; i < all.size(); i++) {
            if (key.apply(all.get(i)).equals(after)) {
                return i;
            }
        }
        throw Refusal.bad("after", "this is no \"next\" of this list");
    }

    static void error(Context request, int status, String what, @Nullable String field) {
        json(request, status, Fields.of("error", what).and("field", field));
    }

    static void refusal(Context request, Refusal refusal) {
        error(request, refusal.status(), refusal.what(), refusal.field());
    }

    static void none(Context request) {
        request.status(204);
    }

    /** Lengths go out in milliseconds at the finest. */
    static double seconds(double length) {
        return Math.max(0, Math.round(length * 1000) / 1000.0);
    }
}
