package ringdown.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ringdown.audio.Wav;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The web API as a program uses it, logged in. */
final class Api {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final long FRESH_NANOS = 10_000_000_000L;

    private HttpClient client = HttpClient.newHttpClient();
    private long used = System.nanoTime();
    private final String root;
    private String cookie = "";

    Api(String root) {
        this.root = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
    }

    /** The box closes connections that are idle for 30 s, perhaps in the very moment in which one is used again. */
    private synchronized HttpClient client() {
        long now = System.nanoTime();
        if (now - used > FRESH_NANOS) {
            client = HttpClient.newHttpClient();
        }
        used = now;
        return client;
    }

    Api login(String name, String password) {
        HttpResponse<byte[]> answer =
                send("POST", "/api/login", json(Map.of("name", name, "password", password)), "application/json");
        if (answer.statusCode() != 200) {
            throw new AssertionError("login: " + answer.statusCode() + " " + text(answer));
        }
        cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        return this;
    }

    JsonNode get(String path) {
        return ok("GET", path, send("GET", path, new byte[0], null));
    }

    /** Every item of a list, page by page. */
    List<JsonNode> list(String path) {
        List<JsonNode> items = new ArrayList<>();
        String separator = path.contains("?") ? "&" : "?";
        String after = "";
        while (true) {
            JsonNode page = get(path + separator + "limit=500" + after);
            page.path("items").forEach(items::add);
            if (!page.path("next").isString()) {
                return items;
            }
            after = "&after=" + escape(page.path("next").asString());
        }
    }

    JsonNode post(String path, Map<String, ?> body) {
        return ok("POST", path, send("POST", path, json(body), "application/json"));
    }

    int postStatus(String path, Map<String, ?> body) {
        return send("POST", path, json(body), "application/json").statusCode();
    }

    JsonNode put(String path, Map<String, ?> body) {
        return ok("PUT", path, send("PUT", path, json(body), "application/json"));
    }

    JsonNode patch(String path, Map<String, ?> body) {
        return ok("PATCH", path, send("PATCH", path, json(body), "application/json"));
    }

    JsonNode delete(String path) {
        return ok("DELETE", path, send("DELETE", path, new byte[0], null));
    }

    /** Sends a file as it is. */
    JsonNode file(String path, String type, byte[] file) {
        return ok("POST", path, send("POST", path, file, type));
    }

    void sound(String method, String path, short[] sound) {
        ok(method, path, send(method, path, Wav.bytes(sound), "audio/wav"));
    }

    short[] sound(String path) {
        HttpResponse<byte[]> answer = send("GET", path, new byte[0], null);
        try {
            return answer.statusCode() == 200 ? Wav.any(answer.body()) : new short[0];
        } catch (IOException not) {
            throw new UncheckedIOException(not);
        }
    }

    /** Those octets of a file, the last one included. */
    byte[] part(String path, long from, long to) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Cookie", cookie)
                .header("Range", "bytes=" + from + "-" + to)
                .build();
        try {
            HttpResponse<byte[]> answer = client().send(request, BodyHandlers.ofByteArray());
            return answer.statusCode() == 206 ? answer.body() : new byte[0];
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    HttpResponse<byte[]> send(String method, String path, byte[] body, String type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
                .timeout(Until.PATIENCE)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        try {
            return client().send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode ok(String method, String path, HttpResponse<byte[]> answer) {
        if (answer.statusCode() >= 300) {
            throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + text(answer));
        }
        boolean empty = answer.body().length == 0;
        return empty ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    static byte[] json(Map<String, ?> body) {
        return JSON.writeValueAsBytes(body);
    }

    static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
