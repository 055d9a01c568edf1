package ringdown.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ringdown.Patience;
import ringdown.number.Extension;

class RegisterTest {
    private static final Extension OLENA = new Extension("201");
    private TestBox box;

    @BeforeEach
    void start() throws Exception {
        box = new TestBox();
    }

    @AfterEach
    void stop() throws Exception {
        box.close();
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void aPhoneRegistersWithEitherAlgorithm(Algorithm algorithm) throws Exception {
        var phone = box.phone("201");
        var ok = phone.register(algorithm, "201", "s3cret-201", "Expires: 120\r\n");
        assertThat(ok.status()).isEqualTo(200);
        assertThat(Integer.parseInt(Letters.param(ok.header("Contact"), "expires")))
                .as("what is left of it when it is told")
                .isBetween(60, 120);
        assertThat(box.edge.registered(OLENA)).isTrue();
        assertThat(box.kept.all).hasSize(1);
    }

    @Test
    void aPhoneRegistersOverTcpWithTheFirstRequestOnItsConnection() throws Exception {
        assertThat(box.phone("201", true).register("").status()).isEqualTo(200);
        assertThat(box.edge.registered(OLENA)).isTrue();
    }

    @Test
    void bothAlgorithmsAreOfferedAndTheOneThatOldPhonesKnowFirst() throws Exception {
        var phone = box.phone("201");
        var call = phone.call("201");
        var challenge = call.ask("REGISTER", "", "");
        assertThat(challenge.status()).isEqualTo(401);
        assertThat(challenge.all("WWW-Authenticate")).hasSize(2);
        assertThat(challenge.all("WWW-Authenticate").getFirst())
                .contains("algorithm=MD5")
                .contains("qop=\"auth\"");
        assertThat(challenge.all("WWW-Authenticate").getLast())
                .contains("algorithm=SHA-256")
                .contains("qop=\"auth\"");
    }

    @Test
    void aPhoneThatGivesUpWhenItSeesSha256IsOfferedMd5Alone() throws Exception {
        var challenge =
                box.phone("201").call("201").ask("REGISTER", "User-Agent: baresip v1.0.0 (x86_64/linux)\r\n", "");
        assertThat(challenge.all("WWW-Authenticate")).singleElement().asString().contains("MD5");
    }

    @Test
    void aWrongPasswordAndAnUnknownUserGetTheSameAnswer() throws Exception {
        var wrong = box.phone("201").register(Algorithm.SHA256, "201", "wrong", "");
        var unknown = box.phone("299").register(Algorithm.SHA256, "299", "wrong", "");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(wrong.headers().stream().map(h -> h.split(":")[0]).toList())
                .isEqualTo(unknown.headers().stream().map(h -> h.split(":")[0]).toList());
        assertThat(box.edge.registered(OLENA)).isFalse();
    }

    @Test
    void somebodyElsesExtensionIsForbiddenAfterAuthentication() throws Exception {
        assertThat(box.phone("202")
                        .register(Algorithm.MD5, "201", "s3cret-201", "")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aNonceIsStaleWhenItsCountComesAgain() throws Exception {
        var phone = box.phone("201");
        var call = phone.call("201");
        var challenge = call.ask("REGISTER", "", "");
        String proof = phone.proof(challenge, "REGISTER", call.uri, Algorithm.SHA256, "201", "s3cret-201", 1);
        assertThat(call.ask("REGISTER", proof, "").status()).isEqualTo(200);
        var replay = call.ask("REGISTER", proof, "");
        assertThat(replay.status()).isEqualTo(401);
        assertThat(replay.header("WWW-Authenticate")).contains("stale=true");
        String next = phone.proof(challenge, "REGISTER", call.uri, Algorithm.SHA256, "201", "s3cret-201", 2);
        assertThat(call.ask("REGISTER", next, "").status()).isEqualTo(200);
    }

    @Test
    void guessingIsAnsweredTwentyTimesAMinuteAndThenNotAtAll() throws Exception {
        var phone = box.phone("201");
        for (int i = 0; i < 20; i++) {
            assertThat(phone.register(Algorithm.MD5, "201", "guess" + i, "").status())
                    .isEqualTo(401);
        }
        var call = phone.call("201");
        var challenge = call.ask("REGISTER", "", "");
        phone.socket()
                .send(call.text(
                        "REGISTER",
                        9,
                        phone.proof(challenge, "REGISTER", call.uri, Algorithm.MD5, "201", "guess", 1),
                        ""));
        assertThat(phone.socket().within(400_000_000L, l -> l.header("CSeq").startsWith("9 ")))
                .isNull();
        assertThat(box.phone("202").register("").status())
                .as("a right password still works")
                .isEqualTo(200);
    }

    @Test
    void aPhoneTakesItsRegistrationBack() throws Exception {
        var phone = box.registered("201");
        assertThat(phone.register("Expires: 0\r\n").all("Contact")).isEmpty();
        assertThat(box.edge.registered(OLENA)).isFalse();
    }

    @Test
    void tooShortATimeIsRefusedWithTheShortestOneTaken() throws Exception {
        var refusal = box.phone("201").register("Expires: 5\r\n");
        assertThat(refusal.status()).isEqualTo(423);
        assertThat(refusal.header("Min-Expires")).isEqualTo("10");
    }

    @Test
    void aRegistrationExpires() throws Exception {
        assertThat(box.phone("201").register("Expires: 10\r\n").status()).isEqualTo(200);
        assertThat(box.edge.registered(OLENA)).isTrue();
        Patience.until("it has expired", () -> !box.edge.registered(OLENA));
    }

    @Test
    void phonesAreReachableAtOnceAfterARestart() throws Exception {
        var phone = box.registered("201");
        int port = box.address.getPort();
        box.edge.close();
        try (var again = restarted(port)) {
            assertThat(again.edge.registered(OLENA)).isTrue();
            var caller = again.phone("202");
            caller.call("201").dial("", caller.sdp("sendrecv"));
            assertThat(phone.rung().invite.first()).contains("sip:201@127.0.0.1");
        }
    }

    /** The first one's port is free once its threads have let it go. */
    private TestBox restarted(int port) throws IOException {
        long deadline = Patience.deadline();
        while (true) {
            try {
                return new TestBox(box.kept, port, List.of());
            } catch (PortTaken notYet) {
                if (System.nanoTime() - deadline > 0) {
                    throw notYet;
                }
            }
        }
    }

    @Test
    void aChangedSecretEndsTheRegistrationAtOnce() throws Exception {
        box.registered("201");
        var people = new java.util.ArrayList<>(TestBox.people());
        people.set(0, TestBox.person("201", "another"));
        box.office.replace(TestBox.office(people, List.of()));
        assertThat(box.edge.registered(OLENA)).isFalse();
    }

    /** A registrar's client may stand on another machine than the telephone it registers. */
    @Test
    void aPhoneIsRungAtItsContactWhenNothingTranslatesInBetween() throws Exception {
        assertThat(rungOnTheOtherMachine(null)).isTrue();
    }

    @Test
    void aPhoneBehindATranslatorIsRungWhereItsPacketsCameFrom() throws Exception {
        assertThat(rungOnTheOtherMachine("10.77.1.5:5060")).isFalse();
    }

    /** Registers from 127.0.0.1 with a Contact on 127.0.0.2 and calls: true if 127.0.0.2 is rung, false if the sender is. */
    private boolean rungOnTheOtherMachine(@Nullable String via) throws Exception {
        try (var other = new DatagramSocket(0, InetAddress.getByName("127.0.0.2"))) {
            other.setSoTimeout(via == null ? Patience.millis() : 1500); // the sender's ringing has come before
            var phone = box.phone("201");
            phone.asksToBeReachedAt("127.0.0.2:" + other.getLocalPort(), via);
            assertThat(phone.register("").status()).isEqualTo(200);
            var caller = box.registered("202");
            caller.call("201").dial("", caller.sdp("sendrecv"));
            if (via != null) {
                phone.rung();
            }
            return anInvite(other);
        }
    }

    private static boolean anInvite(DatagramSocket socket) throws IOException {
        var packet = new DatagramPacket(new byte[4000], 4000);
        try {
            do {
                socket.receive(packet);
            } while (!new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8).startsWith("INVITE"));
            return true;
        } catch (SocketTimeoutException nobodyThere) {
            return false;
        }
    }

    /** RFC 3261 §8.2.6.2 wants a tag; strangers cost no state, so the challenge is not sent again by itself (§8.2.7). */
    @Test
    void aChallengeHasATagAndIsSentOnce() throws Exception {
        var phone = box.phone("201");
        var call = phone.call("202");
        phone.socket().send(call.text("INVITE", 1, "", phone.sdp("sendrecv")));
        var challenge = call.answer("INVITE", 1);
        assertThat(challenge.header("To")).contains(";tag=");
        assertThat(phone.socket().within(1_200_000_000L, letter -> letter.status() == 401))
                .as("a second 401, though no ACK came")
                .isNull();
        phone.socket().send(call.text("INVITE", 1, "", phone.sdp("sendrecv")));
        assertThat(call.answer("INVITE", 1).status()).isEqualTo(401);
    }
}
