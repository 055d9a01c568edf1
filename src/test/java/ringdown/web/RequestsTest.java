package ringdown.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringdown.Patience;
import ringdown.audio.Wav;
import tools.jackson.databind.JsonNode;

/** What is asked wrongly is answered as JSON with the fitting status; what is asked rightly, as the contract says. */
class RequestsTest {
    @TempDir
    static Path dir;

    private static WebBox box;
    private static final List<String> CALLS = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        box = new WebBox(dir).loggedIn();
        for (int i = 0; i < 7; i++) {
            CALLS.addFirst(box.gaveUp("+38050111224" + i));
        }
    }

    @AfterAll
    static void stop() {
        box.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/nothing, 404, null",
        "GET, /api, 404, null",
        "DELETE, /api/calls, 405, null",
        "GET, /api/login, 405, null",
        "GET, /api/calls?limit=0, 400, limit",
        "GET, /api/calls?limit=501, 400, limit",
        "GET, /api/calls?limit=ten, 400, limit",
        "GET, /api/calls?from=yesterday, 400, from",
        "GET, /api/calls?outcome=lost, 400, outcome",
        "GET, /api/calls?after=here, 400, after",
        "GET, /api/alarms?state=loud, 400, state",
        "GET, /api/alarms?after=x, 400, after",
        "GET, /api/ledger/balance?from=2026-11-23&to=2026-11-22, 400, to",
        "GET, /api/office?contacts=yes, 400, contacts",
        "GET, /api/messages/none/audio.wav, 404, null",
        "GET, /api/prompts/de/none, 404, null",
        "GET, /api/simulator/lines/99, 404, null",
        "GET, /api/simulator/lines/one, 404, null",
        "GET, /api/simulator/lines/1/audio, 426, Upgrade",
        "PUT, /api/office, 422, -",
    })
    void errorsAreJsonAndNameTheField(String method, String path, int status, String field) throws Exception {
        var answer = box.send(box.request(path).method(method, BodyPublishers.noBody()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        JsonNode json = Json.MAPPER.readTree(answer.body());
        assertThat(json.path("error").isString()).isTrue();
        if (!field.equals("-")) {
            assertThat(json.has("field")).isTrue();
            assertThat(json.path("field").asString("null")).isEqualTo(field);
        }
    }

    @Test
    void aHeadWhoIsNoMemberOfATeamStandsUnderItAllTheSame() throws Exception {
        for (JsonNode person : box.json("/api/people").path("items")) {
            if (person.path("extension").asString().equals("203")) {
                assertThat(person.path("teams").toString()).isEqualTo("[\"care\"]");
            }
        }
    }

    @Test
    void promisesCanBeAskedForByContact() throws Exception {
        String lily = box.json("/api/contacts").path("items").get(0).path("id").asString();
        assertThat(box.json("/api/promises?contact=" + lily).path("items").isEmpty())
                .isTrue();
        String call = CALLS.getFirst();
        box.store.ledger().belongsTo(call, lily, "ТОВ «Лілія»");
        JsonNode theirs = box.json("/api/promises?contact=" + lily).path("items");
        assertThat(theirs.size()).isEqualTo(1);
        assertThat(theirs.get(0).path("callId").asString()).isEqualTo(call);
    }

    @Test
    void aNameIsOneLineOfBoundedLength() throws Exception {
        String long201 = "{\"name\":\"" + "a".repeat(201) + "\"}";
        for (String bad :
                List.of(long201, "{\"name\":\"a\\u0000b\"}", "{\"name\":\"a\\r\\nVia: b\"}", "{\"name\":\" \"}")) {
            var answer = box.post("/api/contacts", bad);
            assertThat(answer.statusCode()).as(bad).isEqualTo(400);
            assertThat(answer.body()).contains("\"field\":\"name\"");
        }
        assertThat(box.post("/api/contacts", "{\"name\":\"A\",\"greeting\":\"" + "a".repeat(1001) + "\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(box.post("/api/tokens", long201).statusCode()).isEqualTo(400);
    }

    @Test
    void malformedAndMisplacedBodiesAreRefused() throws Exception {
        String path = "/api/calls/" + CALLS.getFirst();
        assertThat(box.with("PATCH", path, "{not json").statusCode()).isEqualTo(400);
        assertThat(box.with("PATCH", path, "[1]").statusCode()).isEqualTo(400);
        assertThat(box.with("PATCH", path, "{\"topic\":7}").body()).contains("\"field\":\"topic\"");
        assertThat(box.with("PATCH", path, "{\"class\":\"kings\"}").body()).contains("\"field\":\"class\"");
        var text = box.send(
                box.request(path).header("Content-Type", "text/plain").method("PATCH", BodyPublishers.ofString("{}")));
        assertThat(text.statusCode()).isEqualTo(415);
        assertThat(box.with("PATCH", path, "{\"topic\":\"" + "x".repeat(2 << 20) + "\"}")
                        .statusCode())
                .isEqualTo(413);
        for (String odd : List.of(
                "{\"topic\":\"a\",\"topic\":\"b\"}",
                "{\"topic\":\"a\\u0000b\"}",
                "{\"topic\":\"\\ud800\"}",
                "{} {}",
                "NaN")) {
            assertThat(box.with("PATCH", path, odd).statusCode()).as(odd).isEqualTo(400);
        }
        var latin = box.request(path)
                .header("Content-Type", "application/json")
                .method(
                        "PATCH",
                        BodyPublishers.ofByteArray(
                                "{\"topic\":\"é\"}".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)));
        assertThat(box.send(latin).statusCode()).isEqualTo(400);
        assertThat(box.with("PATCH", path, "{\"topic\":\"ціна 😀\"}").statusCode())
                .isEqualTo(200);
        assertThat(box.with("PATCH", path, " \n").statusCode()).isEqualTo(200);
        assertThat(box.with("PATCH", path, "").statusCode()).isEqualTo(200);
        assertThat(box.with("PATCH", path, "{\"unheardOf\":1}").statusCode()).isEqualTo(400);
    }

    @Test
    void pagesGoOnWhereTheyEndedNewestFirst() throws Exception {
        List<String> seen = new ArrayList<>();
        String next = null;
        do {
            JsonNode page = box.json("/api/calls?limit=3" + (next == null ? "" : "&after=" + next));
            page.path("items").forEach(call -> seen.add(call.path("id").asString()));
            next = page.path("next").isNull() ? null : page.path("next").asString();
        } while (next != null);
        assertThat(seen).isEqualTo(CALLS);
    }

    @Test
    void aCallerIsFoundInAnyWritingAndAPlusMayHaveBecomeASpace() throws Exception {
        for (String written : List.of("050%20111%2022%2044", "%2B380501112244", "+380501112244", "0501112244")) {
            assertThat(box.json("/api/calls?caller=" + written).path("items").size())
                    .as(written)
                    .isEqualTo(1);
        }
        assertThat(box.json("/api/calls?from=2026-11-23T00:00:00+02:00&to=2026-11-24")
                        .path("items")
                        .size())
                .isEqualTo(7);
        assertThat(box.json("/api/calls?to=2026-11-23").path("items").size()).isZero();
    }

    @Test
    void timesHaveTheOfficesOffsetAndSeconds() throws Exception {
        String at = box.json("/api/calls/" + CALLS.getFirst()).path("startedAt").asString();
        assertThat(at).matches("2026-11-23T10:[0-9]{2}:[0-9]{2}\\+02:00");
    }

    @Test
    void whatAPersonAddsIsKeptClearedOrLeft() throws Exception {
        String path = "/api/calls/" + CALLS.get(1);
        box.with("PATCH", path, "{\"topic\":\"price\",\"essence\":\"asked\",\"handedTo\":202}");
        box.with("PATCH", path, "{\"topic\":null}");
        JsonNode call = box.json(path);
        assertThat(call.path("topic").isNull()).isTrue();
        assertThat(call.path("essence").asString()).isEqualTo("asked");
        assertThat(call.path("handedTo").asString()).isEqualTo("202");
    }

    @Test
    void theBalanceIsOfTodayUnlessAskedOtherwise() throws Exception {
        JsonNode today = box.json("/api/ledger/balance");
        assertThat(today.path("in").asInt()).isEqualTo(7);
        assertThat(today.path("promised").asInt()).isEqualTo(7);
        assertThat(today.path("balanced").asBoolean()).isTrue();
        assertThat(box.json("/api/ledger/balance?from=2026-11-22&to=2026-11-23")
                        .path("in")
                        .asInt())
                .isZero();
    }

    @Test
    void soundOfAnotherKindIs415AndSaysWhy() throws Exception {
        String say = "/api/simulator/lines/1/say";
        byte[] stereo = Wav.bytes(new short[80]);
        stereo[22] = 2;
        var answer =
                box.send(box.request(say).header("Content-Type", "audio/wav").POST(BodyPublishers.ofByteArray(stereo)));
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("2 channels");
        var mp3 = box.send(
                box.request(say).header("Content-Type", "audio/mpeg").POST(BodyPublishers.ofByteArray(stereo)));
        assertThat(mp3.statusCode()).isEqualTo(415);
        var none = box.send(box.request(say).header("Content-Type", "audio/wav").POST(BodyPublishers.noBody()));
        assertThat(none.statusCode()).isEqualTo(415);
    }

    @Test
    void partsOfASoundAreGiven() throws Exception {
        var whole = box.bytes(box.request("/api/prompts/uk/" + prompt()));
        var part = box.bytes(box.request("/api/prompts/uk/" + prompt()).header("Range", "bytes=10-19"));
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(java.util.Arrays.copyOfRange(whole.body(), 10, 20));
        assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 10-19/" + whole.body().length);
        var beyond = box.get("/api/prompts/uk/" + prompt());
        assertThat(beyond.statusCode()).isEqualTo(200);
        var out = box.send(box.request("/api/prompts/uk/" + prompt()).header("Range", "bytes=999999999-"));
        assertThat(out.statusCode()).isEqualTo(416);
    }

    private static String prompt() throws Exception {
        return box.json("/api/prompts?language=uk&limit=1")
                .path("items")
                .get(0)
                .path("name")
                .asString();
    }

    @Test
    void aPromptIsReplacedAndComesBack() throws Exception {
        String path = "/api/prompts/uk/" + prompt();
        var replaced = box.put(path, "audio/wav", Wav.bytes(new short[8000]));
        assertThat(replaced.statusCode()).as(replaced.body()).isEqualTo(200);
        assertThat(replaced.body()).contains("\"source\":\"replaced\"");
        assertThat(box.put(path, "audio/wav", "no wav".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(415);
        assertThat(box.delete(path).statusCode()).isEqualTo(204);
        assertThat(box.get("/api/prompts?language=uk&limit=1").body()).contains("\"source\":\"shipped\"");
    }

    @Test
    void numbersOfContactsAreReadInAnyWritingAndMayBeShared() throws Exception {
        String body = "{\"name\":\"Дружина\",\"numbers\":[\"(050) 111-22-33\"],\"manager\":\"201\"}";
        JsonNode made = Json.MAPPER.readTree(box.post("/api/contacts", body).body());
        assertThat(made.path("numbers").get(0).asString()).isEqualTo(WebBox.LILY);
        assertThat(box.json("/api/contacts?q=0111223").path("items").size()).isEqualTo(2);
        assertThat(box.post("/api/contacts", "{\"name\":\"x\",\"manager\":999}").body())
                .contains("\"field\":\"manager\"");
    }

    @Test
    void whoOpensConnectionsAndSaysNothingIsClosedAndKeepsNobodyOut() throws Exception {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                silent.add(new Socket(InetAddress.getLoopbackAddress(), box.port()));
            }
            assertThat(box.get("/api/health").statusCode()).isEqualTo(200);
            silent.getFirst().setSoTimeout(Patience.millis());
            assertThat(silent.getFirst().getInputStream().read())
                    .as("the end of the oldest connection")
                    .isEqualTo(-1);
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }
}
