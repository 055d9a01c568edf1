package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.tinylog.Logger;

/** Whatever goes wrong is answered as JSON, on every layer. */
final class WebErrors {
    private final PageFiles page;

    WebErrors(PageFiles page) {
        this.page = page;
    }

    void routes(RoutesConfig routes) {
        routes.exception(Refusal.class, (refusal, request) -> Answers.refusal(request, refusal));
        routes.exception(HttpResponseException.class, this::unknown);
        routes.exception(Exception.class, (bug, request) -> {
            Logger.error(bug, "{} {} failed", request.req().getMethod(), request.path());
            Answers.error(request, 500, "something is broken in here; the log says what", null);
        });
    }

    /** No handler for it: a path of the page, or nothing. */
    private void unknown(HttpResponseException what, Context request) {
        String method = request.req().getMethod();
        boolean reads = method.equals("GET") || method.equals("HEAD");
        if (what.getStatus() == 404 && reads && !inApi(request.path())) {
            try {
                page.serve(request);
            } catch (IOException broken) {
                Logger.error(broken, "the page cannot be read");
                Answers.error(request, 500, "the page cannot be read", null);
            }
            return;
        }
        String said = switch (what.getStatus()) {
            case 404 -> "there is nothing at this path";
            case 405 -> "not with " + method;
            default -> String.valueOf(what.getMessage());
        };
        Answers.error(request, what.getStatus(), said, null);
    }

    static boolean inApi(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }

    /** For requests that never get as far as a handler: not HTTP, too long a header, a path that may mean two things. */
    static boolean early(Request request, Response response, Callback callback) {
        String what = HttpStatus.getMessage(response.getStatus());
        byte[] json = Json.bytes(Fields.of("error", what).and("field", null).map());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.write(true, ByteBuffer.wrap(json), callback);
        return true;
    }
}
