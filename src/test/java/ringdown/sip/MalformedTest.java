package ringdown.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nonsense of the kinds of RFC 4475: the box answers fittingly or not at all, and goes on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MalformedTest {
    private TestBox box;

    @BeforeAll
    void start() throws Exception {
        box = new TestBox();
    }

    @AfterAll
    void stop() throws Exception {
        box.close();
    }

    private static final String VIA = "Via: SIP/2.0/UDP 127.0.0.1:PORT;branch=z9hG4bKX;rport\r\n";
    private static final String REST =
            "Max-Forwards: 70\r\nFrom: <sip:201@box>;tag=1\r\nTo: <sip:202@box>\r\nCall-ID: XX\r\n";

    private static String invite(String lines, String body) {
        return "INVITE sip:202@box SIP/2.0\r\n" + VIA + REST + lines + "\r\n" + body;
    }

    static List<String> nonsense() {
        List<String> all = new ArrayList<>(List.of(
                "\r\n\r\n",
                "garbage",
                "\0\0\0\0\0\0\0\0",
                "INVITE",
                "INVITE sip:202@box\r\n\r\n",
                "INVITE sip:202@box SIP/7.0\r\n" + VIA + REST + "CSeq: 1 INVITE\r\n\r\n",
                "INVITE  sip:202@box  SIP/2.0\r\n" + VIA + REST + "CSeq: 1 INVITE\r\n\r\n",
                "INVITE <sip:202@box> SIP/2.0\r\n" + VIA + REST + "CSeq: 1 INVITE\r\n\r\n",
                "INVITE sip:202@box; lr SIP/2.0\r\n" + VIA + REST + "CSeq: 1 INVITE\r\n\r\n",
                "INVITE nobodyKnowsThis:202 SIP/2.0\r\n" + VIA + REST + "CSeq: 1 INVITE\r\n\r\n",
                "SIP/2.0 200 OK\r\n\r\n",
                "SIP/2.0 4294967301 better not break the receiver\r\n" + VIA + REST + "CSeq: 1 INVITE\r\n\r\n",
                "SIP/2.0 100 \r\n" + VIA + REST + "CSeq: 1 OPTIONS\r\n\r\n",
                invite("CSeq: 1 REGISTER\r\n", ""),
                invite("CSeq: 36893488147419103232 INVITE\r\n", ""),
                invite("CSeq: -1 INVITE\r\n", ""),
                invite("", ""),
                invite("CSeq: 1 INVITE\r\nContent-Length: 9999\r\nContent-Type: application/sdp\r\n", "v=0\r\n"),
                invite("CSeq: 1 INVITE\r\nContent-Length: -999\r\n", "v=0\r\n"),
                invite("CSeq: 1 INVITE\r\nMax-Forwards: 300\r\n", ""),
                invite("CSeq: 1 INVITE\r\nFrom: <sip:201@box>;tag=2\r\nTo: <sip:203@box>\r\n", ""),
                invite("CSeq: 1 INVITE\r\nContact: \"Unclosed <sip:201@box>\r\n", ""),
                invite("CSeq: 1 INVITE\r\nContact: ;;,;,,\r\nVia: SIP/2.0/UDP ;;,;,,\r\n", ""),
                invite("CSeq: 1 INVITE\r\nExpires: 999999999999999999999999\r\n", ""),
                invite("CSeq: 1 INVITE\r\nDate: Fri, 01 Jan 2010 16:00:00 EST\r\n", ""),
                invite(
                        "CSeq: 1 INVITE\r\nAuthorization: Digest username=\"\\\\\\\"\", realm=\"ringdown\", nonce=,=,\"\r\n",
                        ""),
                invite("CSeq: 1 INVITE\r\nRequire: nothing, ,;\r\nSession-Expires: abc\r\n", ""),
                invite("CSeq: 1 INVITE\r\n" + "(".repeat(3000) + "\r\n", ""),
                invite("CSeq: 1 INVITE\r\nFrom: " + "(".repeat(3000) + "<sip:a@b>\r\n", ""),
                "OPTIONS sip:user@box SIP/2.0\r\nVia: SIP/2.0/UDP\r\nTo: x\r\nFrom: y\r\nCall-ID:\r\nCSeq: OPTIONS\r\n\r\n",
                "REGISTER sip:box SIP/2.0\r\n" + VIA + REST
                        + "CSeq: 1 REGISTER\r\nContact: *, <sip:a@b>\r\nExpires: 5\r\n\r\n",
                "CANCEL sip:202@box SIP/2.0\r\n" + VIA + REST + "CSeq: 1 CANCEL\r\n\r\n",
                "ACK sip:202@box SIP/2.0\r\n" + VIA + REST + "CSeq: 1 ACK\r\n\r\n",
                "BYE sip:202@box SIP/2.0\r\n" + VIA + REST.replace("202@box>", "202@box>;tag=7")
                        + "CSeq: 1 BYE\r\n\r\n",
                "UNHEARDOF sip:202@box SIP/2.0\r\n" + VIA + REST + "CSeq: 1 UNHEARDOF\r\n\r\n",
                "\u00ff\u0001\u0002INVITE sip:\u0000@ SIP/2.0\r\n\r\n"));
        return all;
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void nonsenseHurtsNobody(String text) throws Exception {
        try (var phone = new TextPhone(box.address, "201", "", false)) {
            String own = text.replace("PORT", "" + phone.socket().port())
                    .replace("z9hG4bKX", "z9hG4bK" + Token.next())
                    .replace("XX", Token.next());
            phone.socket().send(own.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(phone.boxAnswers()).isTrue();
            assertThat(phone.socket().all()).allMatch(l -> l.status() == 0 || l.status() == 100 || l.status() >= 400);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sixtyKilobytesOfHeadersAreRefusedAndTheBoxAnswersOthersAtOnce(boolean tcp) throws Exception {
        try (var bomber = new TextPhone(box.address, "201", "", tcp);
                var phone = new TextPhone(box.address, "202", "", false)) {
            String bomb = invite("CSeq: 1 INVITE\r\n" + "Record-Route: <sip:a@b;lr>\r\n".repeat(2_100), "");
            for (int i = 0; i < 6; i++) {
                try {
                    bomber.socket()
                            .send(bomb.replace("PORT", "" + bomber.socket().port()));
                } catch (IllegalStateException hungUp) {
                    break; // the box may close such a connection
                }
            }
            assertThat(phone.boxAnswers()).isTrue();
            try (var another = new TextPhone(box.address, "203", "s3cret-203", true)) {
                assertThat(another.register("").status()).isEqualTo(200);
            }
        }
    }

    @Test
    void anUnknownUserIsAskedLikeAKnownOneWhateverTheMethod() throws Exception {
        var phone = box.phone("299");
        for (String method : List.of("INVITE", "REGISTER", "SUBSCRIBE", "MESSAGE", "UNHEARDOF", "BYE", "INFO")) {
            assertThat(phone.call("201").ask(method, "", "").status())
                    .as(method)
                    .isEqualTo(401);
        }
    }

    @Test
    void whatIsNotSupportedIsSaidAfterAuthentication() throws Exception {
        var phone = box.phone("201");
        assertThat(proven(phone, "MESSAGE", "").status()).isEqualTo(405);
        assertThat(proven(phone, "UNHEARDOF", "").status()).isEqualTo(501);
        var refusal = proven(phone, "INVITE", "Require: telepathy\r\n");
        assertThat(refusal.status()).isEqualTo(420);
        assertThat(refusal.header("Unsupported")).isEqualTo("telepathy");
        assertThat(proven(phone, "INVITE", "Via: SIP/2.0/UDP " + phone.host() + ";branch=z9hG4bK1\r\n")
                        .status())
                .isEqualTo(482);
    }

    private static Letters proven(TextPhone phone, String method, String lines) {
        var call = phone.call("202");
        var challenge = call.ask(method, lines, "");
        return call.ask(method, phone.proof(challenge, method, call.uri, Algorithm.SHA256) + lines, "");
    }
}
