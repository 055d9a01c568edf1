package ringdown.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ringdown.Patience;
import ringdown.number.Extension;
import ringdown.presence.Presence;

@Timeout(180)
class LiveTest {
    @TempDir
    Path dir;

    private WebBox box;

    @BeforeEach
    void start() throws Exception {
        box = new WebBox(dir).loggedIn();
    }

    @AfterEach
    void stop() {
        box.close();
    }

    /** A listener that reads one event after the other. */
    private final class Ear implements AutoCloseable {
        private final InputStream in;
        private final BufferedReader lines;

        Ear(@Nullable String lastEventId) throws Exception {
            var request = box.request("/api/live").timeout(Patience.LONG);
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            var answer = box.client().send(request.build(), BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            in = answer.body();
            lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            assertThat(lines.readLine()).startsWith(":");
        }

        Map<String, String> next(String kind) throws Exception {
            Map<String, String> event = new HashMap<>();
            while (!kind.equals(event.get("event"))) {
                event.clear();
                String line = lines.readLine();
                while (!line.isEmpty()) {
                    int colon = line.indexOf(':');
                    event.put(
                            line.substring(0, colon), line.substring(colon + 1).strip());
                    line = lines.readLine();
                }
            }
            return event;
        }

        /** In order, or with the connection. */
        void awaitsTheEnd() {
            try {
                while (lines.readLine() != null) {
                    // what was still on its way
                }
            } catch (java.io.IOException cut) {
                assertThat(cut).isNotInstanceOf(java.net.http.HttpTimeoutException.class);
            }
        }

        @Override
        public void close() throws java.io.IOException {
            in.close();
        }
    }

    @Test
    void anEventIsTheObjectThatItsGetGives() throws Exception {
        try (Ear ear = new Ear(null)) {
            String call = box.gaveUp(WebBox.LILY);
            var event = ear.next("promise");
            assertThat(event.get("data")).contains("\"callId\":\"" + call + "\"");
            String id = Json.MAPPER.readTree(event.get("data")).path("id").asString();
            assertThat(Json.MAPPER.readTree(event.get("data"))).isEqualTo(box.json("/api/promises/" + id));
            box.alarms.raise("lineDead", "fxo:1", box.clock.now());
            assertThat(ear.next("alarm").get("data")).contains("lineDead");
            box.with("PUT", "/api/people/201/state", "{\"state\":\"away\"}");
            assertThat(ear.next("person").get("data")).contains("\"extension\":\"201\"", "\"state\":\"away\"");
        }
    }

    /** Olena was rung for the one and not for the other; the box of the team is hers too, that of 202 is not. */
    @Test
    void staffHearOfTheirOwnCallsAndMessagesOnly() throws Exception {
        box.with("POST", "/api/logout", "");
        box.with("POST", "/api/login", "{\"name\":\"olena\",\"password\":\"olenas-own\"}");
        try (Ear ear = new Ear(null)) {
            String other = box.rings("+380671112201");
            box.store.ledger().talking(other, box.clock.now(), "202");
            box.leavesMessage("+380671112202", "202");
            String message = box.leavesMessage("+380671112203", "care");
            String first = ear.next("call").get("data");
            assertThat(first).doesNotContain(other);
            assertThat(ear.next("message").get("data")).contains(message, "\"mailbox\":\"care\"");
        }
    }

    /** They were busy before: presence has nothing to tell. */
    @Test
    void whoeverTakesACallIsToldToTalk() throws Exception {
        String call = box.rings(WebBox.LILY);
        try (Ear ear = new Ear(null);
                Presence.Reservation busy =
                        box.presence.reserve(new Extension("201"), call).orElseThrow()) {
            assertThat(ear.next("person").get("data")).contains("\"state\":\"ringing\"");
            box.store.ledger().talking(call, box.clock.now(), "201");
            assertThat(ear.next("person").get("data")).contains("\"extension\":\"201\"", "\"state\":\"talking\"");
            assertThat(busy).isNotNull();
        }
    }

    @Test
    void aMessageIsListedHeardPlayedAndDeletedBeforeAllEyes() throws Exception {
        String id = box.leavesMessage(WebBox.LILY);
        String path = "/api/messages/" + id;
        assertThat(box.json("/api/messages")
                        .path("items")
                        .get(0)
                        .path("seconds")
                        .asDouble())
                .isEqualTo(3);
        assertThat(box.json("/api/promises")
                        .path("items")
                        .get(0)
                        .path("messageId")
                        .asString())
                .isEqualTo(id);
        assertThat(box.bytes(box.request(path + "/audio.wav")).body()).hasSize(44 + 48_000);
        assertThat(box.bytes(box.request(path + "/audio.wav").header("Range", "bytes=-10"))
                        .body())
                .hasSize(10);
        assertThat(box.json(path).path("heard").asBoolean()).as("fetched").isTrue();
        box.with("PATCH", path, "{\"heard\":false}");
        assertThat(box.send(box.request(path + "/audio.wav").method("HEAD", BodyPublishers.noBody()))
                        .statusCode())
                .isLessThan(500);
        assertThat(box.bytes(box.request(path + "/audio.wav").header("Range", "bytes=999999-"))
                        .statusCode())
                .isEqualTo(416);
        assertThat(box.json(path).path("heard").asBoolean())
                .as("nothing was heard")
                .isFalse();
        try (Ear ear = new Ear(null)) {
            assertThat(box.bytes(box.request(path + "/audio.wav").header("Range", "bytes=44-"))
                            .statusCode())
                    .isEqualTo(206);
            assertThat(ear.next("message").get("data")).contains("\"heard\":true", "\"deleted\":false");
            assertThat(box.delete(path).statusCode()).isEqualTo(204);
            assertThat(ear.next("message").get("data")).contains(id, "\"deleted\":true");
        }
        assertThat(box.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aMessageLeftBeforeAnybodyListenedIsToldAsItWasWhenItGoes() throws Exception {
        String id = box.leavesMessage(WebBox.LILY);
        try (Ear ear = new Ear(null)) {
            box.delete("/api/messages/" + id);
            var event = ear.next("message");
            if (String.valueOf(event.get("data")).contains("\"deleted\":false")) {
                event = ear.next("message"); // the news of its coming was still on its way
            }
            assertThat(event.get("data")).contains(id, "\"seconds\":3", "\"deleted\":true");
        }
    }

    @Test
    void whoeverComesBackMissesNothing() throws Exception {
        String last;
        try (Ear ear = new Ear(null)) {
            box.alarms.raise("one", "box", box.clock.now());
            last = ear.next("alarm").get("id");
        }
        box.alarms.raise("two", "box", box.clock.now());
        box.alarms.raise("three", "box", box.clock.now());
        try (Ear ear = new Ear(last)) {
            var two = ear.next("alarm");
            var three = ear.next("alarm");
            assertThat(two.get("data")).contains("\"what\":\"two\"");
            assertThat(three.get("data")).contains("\"what\":\"three\"");
            assertThat(Long.parseLong(three.get("id"))).isGreaterThan(Long.parseLong(two.get("id")));
        }
    }

    @Test
    void anIdThatIsTooOldIsToldToLoadEverythingAgain() throws Exception {
        for (String strange : new String[] {"1", "nonsense"}) {
            try (Ear ear = new Ear(strange)) {
                assertThat(ear.next("reload").get("data")).isEqualTo("{}");
                box.alarms.raise(strange, "box", box.clock.now());
                assertThat(ear.next("alarm").get("data")).contains(strange);
            }
        }
    }

    @Test
    void theStreamEndsWhenTheBoxStops() throws Exception {
        try (Ear ear = new Ear(null)) {
            box.server.close();
            ear.awaitsTheEnd();
        }
    }
}
