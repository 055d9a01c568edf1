package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** The document that describes all of this, written as YAML, given as JSON. */
final class OpenApiResource {
    private volatile byte @Nullable [] json;

    void routes(RoutesConfig routes) {
        routes.get("/api/openapi.json", this::get);
    }

    private void get(Context request) {
        byte[] document = json;
        if (document == null) {
            document = Json.MAPPER.writeValueAsBytes(OpenApi.read());
            json = document;
        }
        request.contentType("application/json").result(document);
    }
}
