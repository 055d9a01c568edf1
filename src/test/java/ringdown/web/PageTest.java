package ringdown.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {
    @TempDir
    static Path dir;

    private static WebBox box;

    @BeforeAll
    static void start() throws Exception {
        box = new WebBox(dir);
    }

    @AfterAll
    static void stop() {
        box.close();
    }

    @Test
    void anyPathThatIsNoApiIsThePageWithAFreshNonce() throws Exception {
        var first = box.get("/");
        var second = box.get("/calls/some-id");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Content-Type"))
                .hasValueSatisfying(kind -> assertThat(kind).startsWith("text/html"));
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(first.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(first.body()).contains("Ringdown").doesNotContain("__CSP_NONCE__");
        String policy = first.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy).contains("frame-ancestors 'none'").doesNotContain("unsafe-inline");
        assertThat(second.headers().firstValue("Content-Security-Policy").orElseThrow())
                .isNotEqualTo(policy);
    }

    @Test
    void assetsStayInTheBrowserForEverOrAreNotThere() throws Exception {
        assertThat(box.get("/assets/none.js").statusCode()).isEqualTo(404);
        Matcher script = Pattern.compile("\"(/assets/[^\"]+\\.js)\"")
                .matcher(box.get("/").body());
        if (script.find()) {
            var asset = box.get(script.group(1));
            assertThat(asset.statusCode()).isEqualTo(200);
            assertThat(asset.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
            String etag = asset.headers().firstValue("ETag").orElseThrow();
            assertThat(box.send(box.request(script.group(1)).header("If-None-Match", etag))
                            .statusCode())
                    .isEqualTo(304);
        }
    }

    @Test
    void headIsAnsweredLikeGetWithoutABody() throws Exception {
        var head = box.send(box.request("/api/health").HEAD());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(box.send(box.request("/").HEAD()).statusCode()).isEqualTo(200);
    }

    @Test
    void pathsThatClimbOutLeadNowhere() throws Exception {
        for (String path : new String[] {"/../openapi.yaml", "/%2e%2e/openapi.yaml", "/assets/..%2fopenapi.yaml"}) {
            var answer = box.get(path);
            assertThat(answer.body()).doesNotContain("openapi: 3.1.0");
        }
        assertThat(box.with("POST", "/", "{}").statusCode()).isIn(404, 405);
    }
}
