package ringdown.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringdown.audio.Wav;
import ringdown.ledger.Identity;

/** The server and openapi.yaml are equal, path by path and answer by answer. */
class ContractTest {
    @TempDir
    static Path dir;

    private static WebBox box;
    private static Document document;

    @BeforeAll
    static void start() throws Exception {
        box = new WebBox(dir).loggedIn();
        document = new Document();
    }

    @AfterAll
    static void stop() {
        box.close();
    }

    @Test
    void everyPathOfTheDocumentHasAHandlerAndNoOther() {
        Set<String> served = new TreeSet<>();
        box.server.handlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint ->
                        Set.of("GET", "POST", "PUT", "PATCH", "DELETE").contains(endpoint.method.name()))
                .forEach(endpoint -> served.add(endpoint.method.name() + " " + endpoint.path));
        assertThat(served).isEqualTo(new TreeSet<>(document.operations()));
    }

    private final List<String> faults = new ArrayList<>();

    private String check(String method, String template, String path, int status, String body) throws Exception {
        var request = box.request(path);
        HttpResponse<String> answer = box.send(
                body.isEmpty()
                        ? request.method(method, java.net.http.HttpRequest.BodyPublishers.noBody())
                        : request.header("Content-Type", "application/json")
                                .method(method, java.net.http.HttpRequest.BodyPublishers.ofString(body)));
        if (answer.statusCode() != status) {
            faults.add(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        String kind = answer.headers().firstValue("Content-Type").orElse("");
        faults.addAll(document.faults(method, template, answer.statusCode(), kind, answer.body()));
        return answer.body();
    }

    private String get(String template) throws Exception {
        return check("GET", template, template, 200, "");
    }

    @Test
    void answersAreAsTheDocumentDescribesThem() throws Exception {
        String call = box.gaveUp(WebBox.LILY);
        String other = box.rings(null);
        box.store.ledger().identified(other, new Identity(null, null, true, null, null, null));
        box.alarms.raise("lineDead", "fxo:1", box.clock.now());
        box.banned.add(new BanBook.Banned(
                "203.0.113.9",
                box.clock.now(),
                box.clock.now().plusSeconds(3600),
                "100 wrong passwords within an hour"));
        for (String path : List.of(
                "/api/openapi.json",
                "/api/bans",
                "/api/me",
                "/api/tokens",
                "/api/health",
                "/api/board",
                "/api/lines",
                "/api/alarms",
                "/api/calls",
                "/api/promises",
                "/api/messages",
                "/api/ledger/balance",
                "/api/ledger/deaf",
                "/api/ledger/statement",
                "/api/ledger/tasks",
                "/api/tocall",
                "/api/morning",
                "/api/reviews",
                "/api/targets",
                "/api/callouts",
                "/api/deviations",
                "/api/deviations/proposals",
                "/api/numbers",
                "/api/people",
                "/api/contacts",
                "/api/office",
                "/api/prompts",
                "/api/whatif",
                "/api/simulator")) {
            get(path);
        }
        check("DELETE", "/api/bans/{address}", "/api/bans/203.0.113.9", 204, "");
        check("DELETE", "/api/bans/{address}", "/api/bans/203.0.113.9", 404, "");
        check("GET", "/api/calls/{id}", "/api/calls/" + call, 200, "");
        check("GET", "/api/calls/{id}", "/api/calls/nothing", 404, "");
        check("PATCH", "/api/calls/{id}", "/api/calls/" + call, 200, "{\"class\":\"client\",\"topic\":\"price\"}");
        check("GET", "/api/calls", "/api/calls?limit=0", 400, "");
        check("GET", "/api/whatif", "/api/whatif?class=client&staff=busy&line=provider", 200, "");
        check("GET", "/api/whatif", "/api/whatif?line=fxo:9", 400, "");
        check("GET", "/api/calls", "/api/calls?ids=" + call + "," + other, 200, "");
        check("GET", "/api/targets", "/api/targets?from=2026-11-01&to=2026-10-01", 400, "");
        check("GET", "/api/callouts", "/api/callouts?list=asking&days=5", 200, "");
        check("GET", "/api/callouts", "/api/callouts?days=many", 400, "");
        check("POST", "/api/callouts/{id}/call", "/api/callouts/winBack-c0/call", 404, "{}");
        check("POST", "/api/callouts/{id}/result", "/api/callouts/winBack-c0/result", 404, "{}");
        check("GET", "/api/reviews", "/api/reviews?open=perhaps", 400, "");
        for (String verb : List.of("try", "dismiss", "keep", "undo")) {
            String path = "/api/deviations/proposals/{id}/" + verb;
            check("POST", path, path.replace("{id}", "none"), 404, "{\"reason\":\"no\"}");
        }
        check("GET", "/api/reviews/{id}", "/api/reviews/" + call + "-head", 404, "");
        check("POST", "/api/reviews/{id}/verdict", "/api/reviews/" + call + "-head/verdict", 403, "{}");
        String promises = "/api/calls/{id}/promises";
        check("POST", promises, "/api/calls/" + call + "/promises", 400, "{\"kind\":\"wish\"}");
        check("POST", promises, "/api/calls/" + call + "/promises", 201, "{\"kind\":\"visit\",\"owner\":201}");
        promises();
        contacts();
        check("PUT", "/api/people/{extension}/state", "/api/people/202/state", 200, "{\"state\":\"away\"}");
        check("PUT", "/api/people/{extension}/state", "/api/people/202/state", 400, "{\"state\":\"asleep\"}");
        check("PUT", "/api/people/{extension}/state", "/api/people/999/state", 404, "{\"state\":\"away\"}");
        tokens();
        simulator();
        assertThat(faults).isEmpty();
    }

    private void promises() throws Exception {
        String id = box.json("/api/promises").path("items").get(0).path("id").asString();
        String path = "/api/promises/" + id;
        check("GET", "/api/promises/{id}", path, 200, "");
        check("GET", "/api/promises", "/api/promises?state=never", 400, "");
        check("POST", "/api/promises/{id}/call", path + "/call", 202, "{\"from\":201}");
        check("POST", "/api/promises/{id}/call", path + "/call", 400, "{\"from\":999}");
        String later = "{\"to\":\"2026-11-24T10:00:00+02:00\",\"askedBy\":\"client\"}";
        check("POST", "/api/promises/{id}/postpone", path + "/postpone", 200, later);
        check(
                "POST",
                "/api/promises/{id}/postpone",
                path + "/postpone",
                400,
                "{\"to\":\"soon\",\"askedBy\":\"client\"}");
        check("POST", "/api/promises/{id}/confirm", path + "/confirm", 409, "");
        check("POST", "/api/promises/{id}/solved", path + "/solved", 409, "");
        check("POST", "/api/promises/{id}/heard", path + "/heard", 400, "{\"choice\":\"hm\"}");
        check("POST", "/api/promises/{id}/heard", path + "/heard", 409, "{\"choice\":\"answer\"}");
        check("POST", "/api/promises/{id}/close", path + "/close", 400, "{\"how\":\"forgotten\"}");
        check("POST", "/api/promises/{id}/close", path + "/close", 200, "{\"how\":\"sms\",\"note\":\"wrote\"}");
        check("POST", "/api/promises/{id}/close", path + "/close", 409, "{\"how\":\"sms\"}");
        check("POST", "/api/promises/{id}/call", path + "/call", 409, "");
        check("POST", "/api/promises/{id}/close", "/api/promises/none/close", 404, "{\"how\":\"sms\"}");
    }

    private void contacts() throws Exception {
        String body = check(
                "POST",
                "/api/contacts",
                "/api/contacts",
                201,
                "{\"name\":\"Пан Коваль\",\"numbers\":[\"050 111 22 44\"],\"manager\":201,\"backups\":[\"202\"]}");
        String path = "/api/contacts/" + Json.MAPPER.readTree(body).path("id").asString();
        check("GET", "/api/contacts/{id}", path, 200, "");
        check("PATCH", "/api/contacts/{id}", path, 200, "{\"class\":\"client\",\"manager\":null}");
        check("PATCH", "/api/contacts/{id}", path, 400, "{\"numbers\":[\"12\"]}");
        check("POST", "/api/contacts", "/api/contacts", 400, "{}");
        check("GET", "/api/contacts/duplicates", "/api/contacts/duplicates", 200, "");
        check("DELETE", "/api/contacts/{id}", path, 204, "");
        check("DELETE", "/api/contacts/{id}", path, 404, "");
        addressBook();
        joined();
        learned();
    }

    private void addressBook() throws Exception {
        String template = "/api/contacts/import";
        for (String kind : List.of("text/csv", "text/vcard", "audio/wav")) {
            var answer = box.send(box.request(template + "?preview=true")
                    .header("Content-Type", kind)
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                            kind.endsWith("csv")
                                    ? "name;phone\nМак;0501112299\nНіхто;1\n"
                                    : "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Мак\r\nTEL:0501112299\r\nEND:VCARD\r\n")));
            String type = answer.headers().firstValue("Content-Type").orElse("");
            faults.addAll(document.faults("POST", template, answer.statusCode(), type, answer.body()));
            assertThat(answer.statusCode()).isEqualTo(kind.startsWith("text") ? 200 : 415);
        }
        check("GET", "/api/contacts/export", "/api/contacts/export", 200, "");
        check("GET", "/api/contacts/export", "/api/contacts/export?format=vcard", 200, "");
        check("GET", "/api/contacts/export", "/api/contacts/export?format=xls", 400, "");
    }

    private void joined() throws Exception {
        String first = box.gaveUp("+380671112201");
        String second = box.gaveUp("+380671112202");
        String template = "/api/calls/{id}/contact";
        String one = id(check("POST", template, "/api/calls/" + first + "/contact", 201, ""));
        check("POST", template, "/api/calls/" + first + "/contact", 200, "");
        String other = id(check("POST", template, "/api/calls/" + second + "/contact", 201, "{\"name\":\"Мак\"}"));
        check("POST", template, "/api/calls/none/contact", 404, "");
        check("POST", template, "/api/calls/" + first + "/contact", 400, "{\"contact\":\"none\"}");
        String join = "/api/contacts/{id}/join";
        check("POST", join, "/api/contacts/" + one + "/join", 200, "{\"contact\":\"" + other + "\"}");
        check("POST", join, "/api/contacts/" + one + "/join", 400, "{\"contact\":\"" + other + "\"}");
        check("POST", join, "/api/contacts/" + other + "/join", 404, "{\"contact\":\"" + one + "\"}");
        var owed = java.util.stream.StreamSupport.stream(
                        box.json("/api/promises?state=owed").path("items").spliterator(), false)
                .filter(promise -> one.equals(promise.path("contactId").asString("")))
                .toList();
        assertThat(owed)
                .singleElement()
                .satisfies(promise -> assertThat(promise.path("calls").size()).isEqualTo(2));
        for (String call : List.of(first, second)) {
            assertThat(box.json("/api/calls/" + call).path("contactId").asString(""))
                    .isEqualTo(one);
        }
        assertThat(box.json("/api/contacts/" + one).path("numbers").size()).isEqualTo(2);
        assertThat(box.json("/api/ledger/balance").path("balanced").asBoolean()).isTrue();
    }

    private static String id(String body) {
        return Json.MAPPER.readTree(body).path("id").asString();
    }

    private void learned() throws Exception {
        String stranger = box.gaveUp("+380671112277");
        check("PATCH", "/api/calls/{id}", "/api/calls/" + stranger, 200, "{\"class\":\"prospect\"}");
        String body = get("/api/learned");
        String id = Json.MAPPER.readTree(body).path("items").get(0).path("id").asString();
        check("DELETE", "/api/learned/{id}", "/api/learned/" + id, 200, "");
        check("DELETE", "/api/learned/{id}", "/api/learned/" + id, 404, "");
    }

    private void tokens() throws Exception {
        String body = check("POST", "/api/tokens", "/api/tokens", 201, "{\"name\":\"script\"}");
        String id = Json.MAPPER.readTree(body).path("id").asString();
        check("GET", "/api/tokens", "/api/tokens", 200, "");
        check("DELETE", "/api/tokens/{id}", "/api/tokens/" + id, 204, "");
        check("DELETE", "/api/tokens/{id}", "/api/tokens/" + id, 404, "");
        check("DELETE", "/api/tokens", "/api/tokens", 204, "");
    }

    private void simulator() throws Exception {
        String line = "/api/simulator/lines/{n}";
        String one = "/api/simulator/lines/1";
        check("GET", line, one, 200, "");
        check("GET", line, "/api/simulator/lines/9", 404, "");
        check("PUT", line + "/exchange", one + "/exchange", 200, "{\"answers\":{\"afterMs\":100},\"noiseDbm0\":-60}");
        check("PUT", line + "/exchange", one + "/exchange", 400, "{\"noiseDbm0\":60}");
        String feed = "{\"batteryV\":48,\"ringVrms\":45,\"ringHz\":50,\"loopOhm\":900}";
        check("PUT", line + "/exchange", one + "/exchange", 200, feed);
        check("PUT", line + "/exchange", one + "/exchange", 400, "{\"ringHz\":5}");
        String habits =
                "{\"cadence\":[1000,4000],\"dialTone\":{\"afterMs\":300},\"callerHolds\":0,\"breakAtAnswerMs\":200,"
                        + "\"reversalOnAnswer\":false,\"pulseOnly\":false,\"secondDialToneAfter\":\"8\",\"callWaiting\":false,\"metering\":true}";
        check("PUT", line + "/exchange", one + "/exchange", 200, habits);
        for (String wrong : new String[] {
            "{\"cadence\":[5]}",
            "{\"dialTone\":\"loud\"}",
            "{\"callerHolds\":-1}",
            "{\"breakAtAnswerMs\":9000}",
            "{\"pulseOnly\":3}",
            "{\"secondDialToneAfter\":\"x\"}",
            "{\"metering\":-2}"
        }) {
            check("PUT", line + "/exchange", one + "/exchange", 400, wrong);
        }
        check("POST", line + "/ring", one + "/ring", 400, "{\"splashMs\":5}");
        check("POST", line + "/ring", one + "/ring", 400, "{\"hangUpInPause\":\"yes\"}");
        check("POST", line + "/ring", one + "/ring", 200, "{\"number\":\"0501112233\",\"for\":30}");
        check("POST", line + "/ring", one + "/ring", 409, "{}");
        check("POST", line + "/ring", one + "/ring", 400, "{\"scheme\":\"pigeon\"}");
        check("POST", line + "/hangUp", one + "/hangUp", 200, "");
        check("POST", line + "/hangUp", one + "/hangUp", 400, "{\"signal\":\"shout\"}");
        check("POST", line + "/press", one + "/press", 202, "{\"digits\":\"12#\"}");
        check("POST", line + "/press", one + "/press", 400, "{}");
        check("GET", line + "/heard.wav", one + "/heard.wav", 200, "");
        String telephone = "/api/simulator/telephones/{n}";
        String two = "/api/simulator/telephones/2";
        check("GET", telephone, two, 200, "");
        check("POST", telephone + "/offHook", two + "/offHook", 200, "");
        check("POST", telephone + "/flash", two + "/flash", 200, "{\"ms\":100}");
        check("PUT", telephone, two, 200, "{\"ren\":3,\"loopOhm\":900}");
        check("PUT", telephone, two, 400, "{\"ren\":0}");
        check("POST", telephone + "/parallel", two + "/parallel", 200, "{\"offHook\":false}");
        check("POST", telephone + "/fax", two + "/fax", 200, "{\"on\":false}");
        check("POST", telephone + "/ren", two + "/ren", 200, "{\"ren\":1}");
        check("POST", telephone + "/loopOhm", two + "/loopOhm", 200, "{\"loopOhm\":100}");
        check("POST", telephone + "/loopOhm", two + "/loopOhm", 400, "{}");
        check("POST", telephone + "/press", two + "/press", 202, "{\"digits\":\"201\"}");
        check("POST", telephone + "/pulse", two + "/pulse", 202, "{\"digits\":201}");
        check("GET", telephone + "/heard.wav", two + "/heard.wav", 200, "");
        check("POST", telephone + "/onHook", two + "/onHook", 200, "");
        assertThat(box.put(one + "/callerid.wav", "audio/wav", Wav.bytes(new short[800]))
                        .statusCode())
                .isEqualTo(200);
        String clock = "/api/simulator/clock";
        check("POST", clock, clock, 200, "{\"now\":\"2026-11-23T12:00:00+02:00\"}");
        check("POST", clock, clock, 409, "{\"now\":\"2026-11-23T11:00:00+02:00\"}");
        check("POST", clock, clock, 400, "{}");
    }
}
