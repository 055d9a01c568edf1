package ringdown.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The page, from the class path. Files below {@code /assets/} carry a hash in their name and stay in browsers for ever; the page itself
 * is fetched anew each time, with a fresh nonce. Paths without a file belong to the page's own router.
 */
final class PageFiles {
    private static final String ROOT = "/web-ui/";
    private static final String NONCE = "__CSP_NONCE__";
    private static final String NOT_BUILT = """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Ringdown</title>
            <h1>Ringdown is running</h1><p>Its page has not been built into this program. The API is at <code>/api</code>.</p></html>
            """;
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("wav", "audio/wav"),
            Map.entry("txt", "text/plain; charset=utf-8"));

    private final Map<String, String> etags = new ConcurrentHashMap<>();

    /** Answers a GET or HEAD of anything that is not the API. */
    void serve(Context request) throws IOException {
        String path = request.path().substring(1);
        Optional<byte[]> file = path.isEmpty() || path.equals("index.html") ? Optional.empty() : file(path);
        if (file.isPresent()) {
            send(request, path, file.get());
        } else if (path.startsWith("assets/")) {
            request.status(404).contentType("text/plain; charset=utf-8").result("there is no such file");
        } else {
            page(request);
        }
    }

    private void page(Context request) throws IOException {
        String nonce = Secrets.fresh();
        String html = file("index.html")
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse(NOT_BUILT)
                .replace(NONCE, nonce);
        request.status(200)
                .header("Content-Security-Policy", policy(nonce))
                .header("Cache-Control", "no-store")
                .contentType("text/html; charset=utf-8")
                .result(html);
    }

    private static String policy(String nonce) {
        return "default-src 'self'; script-src 'self' 'nonce-" + nonce + "'; style-src 'self' 'nonce-" + nonce
                + "'; img-src 'self' data:; media-src 'self' blob:; object-src 'none'; base-uri 'none';"
                + " form-action 'self'; frame-ancestors 'none'";
    }

    private void send(Context request, String path, byte[] file) throws IOException {
        String etag = etags.computeIfAbsent(path, any -> etag(file));
        boolean forEver = path.startsWith("assets/");
        request.header("ETag", etag)
                .header("Vary", "Accept-Encoding")
                .header("Cache-Control", forEver ? "public, max-age=31536000, immutable" : "no-cache");
        if (etag.equals(request.header("If-None-Match"))) {
            request.status(304);
            return;
        }
        request.status(200).contentType(kind(path)).result(packed(request, path).orElse(file));
    }

    private static String etag(byte[] file) {
        return "W/\"" + HexFormat.of().formatHex(Secrets.sha256(file), 0, 8) + "\"";
    }

    private static String kind(String path) {
        return KINDS.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
    }

    /** Packed when the page was built, if it was and the browser takes it. */
    private static Optional<byte[]> packed(Context request, String path) throws IOException {
        Optional<byte[]> brotli = packed(request, path, "br", ".br");
        return brotli.isPresent() ? brotli : packed(request, path, "gzip", ".gz");
    }

    private static Optional<byte[]> packed(Context request, String path, String coding, String ending)
            throws IOException {
        String accepted = request.header("Accept-Encoding");
        if (accepted == null || !accepted.contains(coding)) {
            return Optional.empty();
        }
        Optional<byte[]> file = file(path + ending);
        file.ifPresent(bytes -> request.header("Content-Encoding", coding));
        return file;
    }

    private static Optional<byte[]> file(String path) throws IOException {
        if (!path.matches("[A-Za-z0-9_@.\\-]+(/[A-Za-z0-9_@.\\-]+)*") || path.contains("..")) {
            return Optional.empty();
        }
        try (@Nullable InputStream in = PageFiles.class.getResourceAsStream(ROOT + path)) {
            // a folder reads as a list of its files, or as nothing at all
            return in == null || path.lastIndexOf('.') <= path.lastIndexOf('/')
                    ? Optional.empty()
                    : Optional.of(in.readAllBytes());
        }
    }
}
