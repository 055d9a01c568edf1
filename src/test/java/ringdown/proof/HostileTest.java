package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Nonsense on every port, wrong passwords, sounds that are none: the box says so or is silent, and goes on. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the box of HostileTest")
class HostileTest {
    private static Box box;

    @BeforeAll
    static void start() {
        box = Box.running(Office.ofTheContract(), "2026-11-23T10:00:00+02:00");
    }

    @AfterAll
    static void stop() {
        box.close();
    }

    @Test
    void aCallGoesOnWhileNonsenseIsPouredOnEveryPort() throws Exception {
        try (Phone olena = Phone.registers(box, "201", "PCMA", Speech.LONG_A);
                Phone ivan = Phone.registers(box, "202", "PCMA", Speech.LONG_B)) {
            olena.dials("202");
            ivan.isRung().answers();
            olena.isTalking().hears(1);
            pour(new Random(1));
            int before = ivan.heard().length;
            Until.holds("Ivan goes on hearing", () -> Hearing.lively(rest(ivan, before)), s -> s > 3);
            assertThat(Hearing.alike(rest(ivan, before), olena.said(), 2)).isGreaterThanOrEqualTo(0.99);
            olena.hangsUp().isHungUp();
            ivan.isHungUp();
            assertThat(box.api().get("/api/health").path("status").asString()).isEqualTo("up");
            olena.dials("202");
            ivan.isRung();
            olena.hangsUp();
        }
    }

    private static short[] rest(Phone phone, int from) {
        short[] heard = phone.heard();
        return java.util.Arrays.copyOfRange(heard, Math.min(from, heard.length), heard.length);
    }

    private static void pour(Random random) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (DatagramSocket socket = new DatagramSocket(0, here)) {
            for (int i = 0; i < 2000; i++) {
                byte[] noise = new byte[random.nextInt(400)];
                random.nextBytes(noise);
                if (noise.length > 12 && i % 2 == 0) {
                    noise[0] = (byte) 0x80;
                    noise[1] = 8;
                }
                int port = i % 3 == 0 ? box.sip() : box.rtp + random.nextInt(100);
                socket.send(new DatagramPacket(noise, noise.length, here, port));
                byte[] text = ("INVITE sip:" + "9".repeat(random.nextInt(500))
                                + " SIP/2.0\r\nVia: \r\nCSeq: x\r\nContent-Length: -5\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8);
                socket.send(new DatagramPacket(text, random.nextInt(text.length), here, box.sip()));
            }
        }
        try (Socket stream = new Socket(here, box.sip())) {
            byte[] noise = new byte[50_000];
            random.nextBytes(noise);
            stream.getOutputStream().write(noise);
        } catch (IOException closedByTheBox) {
            // as it should be
        }
    }

    @Test
    void aTelephoneMayProveItselfBySha256AndAWrongSecretTellsNothing() {
        try (TextualPhone phone = new TextualPhone(box.sip())) {
            String challenge = phone.register("202", "");
            assertThat(challenge).startsWith("SIP/2.0 401");
            assertThat(phone.register("202", phone.proof(challenge, "SHA-256", "202", "s3cret-202")))
                    .startsWith("SIP/2.0 200");
        }
        try (TextualPhone thief = new TextualPhone(box.sip())) {
            String known = thief.register("202", thief.proof(thief.register("202", ""), "MD5", "202", "wrong"));
            String unknown = thief.register("299", thief.proof(thief.register("299", ""), "MD5", "299", "wrong"));
            assertThat(known).startsWith("SIP/2.0 401");
            assertThat(unknown).startsWith("SIP/2.0 401");
        }
    }

    @Test
    void wrongRequestsAreToldWhatIsWrong() {
        Api api = box.api();
        byte[] text = "this is no sound".getBytes(StandardCharsets.UTF_8);
        assertThat(api.send("POST", "/api/simulator/lines/1/say", text, "audio/wav")
                        .statusCode())
                .isIn(400, 415);
        assertThat(api.send("POST", "/api/simulator/lines/1/say", text, "text/plain")
                        .statusCode())
                .isEqualTo(415);
        assertThat(api.send("POST", "/api/simulator/lines/9/ring", Api.json(Map.of()), "application/json")
                        .statusCode())
                .isEqualTo(404);
        assertThat(api.send("GET", "/api/calls?limit=many", new byte[0], null).statusCode())
                .isEqualTo(400);
        assertThat(api.send("GET", "/api/calls/none", new byte[0], null).statusCode())
                .isEqualTo(404);
        assertThat(api.send(
                                "POST",
                                "/api/login",
                                Api.json(Map.of("name", "installer", "password", "wrong")),
                                "application/json")
                        .statusCode())
                .isEqualTo(401);
        String root = "http://127.0.0.1:" + box.web();
        assertThat(new Api(root).send("GET", "/api/calls", new byte[0], null).statusCode())
                .isEqualTo(401);
        assertThat(new Api(root).get("/api/health").path("status").asString()).isEqualTo("up");
        assertThat(api.send("PUT", "/api/office", "office: {}".getBytes(StandardCharsets.UTF_8), "application/yaml")
                        .statusCode())
                .isIn(412, 422, 428);
    }
}
