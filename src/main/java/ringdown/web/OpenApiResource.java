package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The document that describes all of this, written as YAML, given as JSON. */
final class OpenApiResource {
    private volatile byte @Nullable [] json;

    void routes(RoutesConfig routes) {
        routes.get("/api/openapi.json", this::get);
    }

    private void get(Context request) {
        byte[] document = json;
        if (document == null) {
            document = Json.bytes(read());
            json = document;
        }
        request.contentType("application/json").result(document);
    }

    private static Object read() {
        try (InputStream yaml = OpenApiResource.class.getResourceAsStream("/openapi.yaml")) {
            if (yaml == null) {
                throw new IllegalStateException("openapi.yaml is not in the jar");
            }
            return new Load(LoadSettings.builder().build()).loadFromInputStream(yaml);
        } catch (IOException broken) {
            throw new UncheckedIOException("openapi.yaml cannot be read from the jar", broken);
        }
    }
}
