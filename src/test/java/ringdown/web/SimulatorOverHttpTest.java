package ringdown.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ringdown.Patience;
import ringdown.line.FxoCard;
import ringdown.line.Shelf;

@Timeout(180)
class SimulatorOverHttpTest {
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

    /** What comes out of a socket, message by message. */
    private static final class Ear implements WebSocket.Listener {
        final LinkedBlockingQueue<short[]> heard = new LinkedBlockingQueue<>();

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            short[] samples = new short[data.remaining() / 2];
            data.order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
            heard.add(samples);
            socket.request(1);
            return null;
        }

        short[] next() throws InterruptedException {
            short[] samples = heard.poll(Patience.LONG.toSeconds(), TimeUnit.SECONDS);
            if (samples == null) {
                throw new AssertionError("nothing was heard");
            }
            return samples;
        }

        void hearsLouderThan(double level) throws InterruptedException {
            while (loudness(next()) <= level) {
                // goes on listening; the test's own limit ends it
            }
        }
    }

    private static double loudness(short[] samples) {
        double sum = 0;
        for (short sample : samples) {
            sum += (double) sample * sample;
        }
        return Math.sqrt(sum / samples.length);
    }

    private WebSocket socket(String path, Ear ear, String... headers) {
        URI uri = URI.create("ws://127.0.0.1:" + box.server.port() + path);
        var builder = HttpClient.newHttpClient().newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        return builder.buildAsync(uri, ear).join();
    }

    private String bearer() throws Exception {
        return "Bearer "
                + Json.MAPPER
                        .readTree(box.post("/api/tokens", "").body())
                        .path("token")
                        .asString();
    }

    private static final String AUDIO = "/api/simulator/lines/1/audio";

    @Test
    void whoeverIsTheCallerHearsRingBackAndTheBoxAndIsHeard() throws Exception {
        Ear ear = new Ear();
        WebSocket socket = socket(AUDIO, ear, "Authorization", bearer());
        assertThat(ear.next()).hasSize(160);
        box.post("/api/simulator/lines/1/ring", "{\"number\":\"0501112233\"}");
        ear.hearsLouderThan(300);
        FxoCard card = box.board.fxo().getFirst();
        short[] frame = new short[80];
        try (var echo = box.board.everyFrame(Shelf.Stage.RECEIVED, () -> {
            card.hook(true);
            card.receive(frame);
            card.send(frame);
        })) {
            assertThat(echo).isNotNull();
            while (!box.get("/api/simulator/lines/1").body().contains("talking")) {
                ear.next();
            }
            for (int i = 0; loudness(ear.next()) <= 1000; i++) {
                socket.sendBinary(tone(i), true).join(); // until it comes back; the test's own limit ends it
            }
        }
        socket.abort();
    }

    private static ByteBuffer tone(int packet) {
        ByteBuffer bytes = ByteBuffer.allocate(320).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 160; i++) {
            bytes.putShort((short) (8000 * Math.sin(2 * Math.PI * 1000 * (packet * 160 + i) / 8000)));
        }
        return bytes.flip();
    }

    private int refused(String path, String... headers) {
        try {
            socket(path, new Ear(), headers).abort();
            return 101;
        } catch (CompletionException wrapped) {
            if (wrapped.getCause() instanceof WebSocketHandshakeException handshake) {
                return handshake.getResponse().statusCode();
            }
            throw wrapped;
        }
    }

    @Test
    void socketsAreForThoseWhoAreLoggedInAndFromOurPage() throws Exception {
        String bearer = bearer();
        assertThat(refused(AUDIO)).isEqualTo(401);
        assertThat(refused(AUDIO, "Authorization", bearer, "Origin", "https://evil.example"))
                .isEqualTo(403);
        assertThat(refused("/api/simulator/lines/7/audio", "Authorization", bearer))
                .isEqualTo(404);
        assertThat(refused(AUDIO, "Authorization", bearer)).isEqualTo(101);
    }

    @Test
    void everythingIsMissingOnARealBoard() throws Exception {
        box.close();
        box = new WebBox(dir, false).loggedIn();
        for (String path : new String[] {
            "/api/simulator",
            "/api/simulator/lines/1",
            "/api/simulator/telephones/1",
            AUDIO,
            "/api/simulator/lines/1/heard.wav"
        }) {
            assertThat(box.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(box.post("/api/simulator/clock", "{\"now\":\"2027-01-01T00:00:00+02:00\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(box.post("/api/simulator/lines/1/ring", "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void theClockMovesForwardOnlyAndWhatFallsDueHasRun() throws Exception {
        var ran = new java.util.ArrayList<String>();
        box.clock.at(WebBox.MONDAY.plusSeconds(3600), "test", () -> ran.add("due"));
        var moved = box.post("/api/simulator/clock", "{\"now\":\"2026-11-23T12:00:00+02:00\"}");
        assertThat(moved.statusCode()).isEqualTo(200);
        assertThat(moved.body()).startsWith("{\"now\":\"2026-11-23T12:00:0");
        assertThat(ran).containsExactly("due");
        assertThat(box.post("/api/simulator/clock", "{\"now\":\"2026-11-23T11:00:00+02:00\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void whatIsHeardOnATelephoneIsAWavThatEndsWhereItEnds() throws Exception {
        box.post("/api/simulator/telephones/1/offHook", "");
        var heard = box.bytes(box.request("/api/simulator/telephones/1/heard.wav"));
        assertThat(heard.headers().firstValue("Content-Type")).hasValue("audio/wav");
        assertThat(ringdown.audio.Wav.telephone(heard.body()).length % 80).isZero();
        assertThat(box.post("/api/simulator/telephones/2/press", "{\"digits\":\"1\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void aTakenPortIsSaidWithItsNumber() {
        var settings = new WebSettings(java.net.InetAddress.getLoopbackAddress(), box.server.port(), "none", "0");
        assertThatThrownBy(() -> box.another(settings).start())
                .isInstanceOf(WebPortTaken.class)
                .hasMessageContaining(String.valueOf(box.server.port()));
    }
}
