package ringdown.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringdown.Patience;
import ringdown.call.Arrival;
import ringdown.call.CallEvent;
import ringdown.call.OutsideLine;
import ringdown.number.CallerId;

/** The provider is a socket on loopback that the test drives. */
class TrunkTest {
    private TextPhone provider;
    private TestBox box;

    @BeforeEach
    void start() throws Exception {
        int port = TestBox.freePort();
        provider = new TextPhone(new InetSocketAddress("127.0.0.1", port), "provider", "", false);
        box = new TestBox(
                new TestBox.Kept(),
                port,
                List.of(TestBox.trunk(provider.socket().port(), true)));
    }

    @AfterEach
    void stop() throws Exception {
        box.close();
        provider.close();
    }

    private Letters request(String method) {
        return provider.socket().await(method, l -> l.isRequest(method));
    }

    /** Lets the box register; gives the Contact user it chose. */
    private String registered() {
        var first = request("REGISTER");
        String challenge = "Digest realm=\"prov\", nonce=\"n1\", qop=\"auth\", algorithm=";
        provider.reply(
                first,
                401,
                "p",
                "WWW-Authenticate: " + challenge + "SHA-256\r\nWWW-Authenticate: " + challenge + "MD5\r\n",
                "");
        var second = request("REGISTER");
        Digest answer = Digest.parse(second.header("Authorization"));
        assertThat(answer.get("algorithm")).isEqualTo("SHA-256");
        assertThat(answer.get("response")).isEqualTo(answer.response(Algorithm.SHA256, "tr-secret", "REGISTER"));
        provider.reply(second, 200, "p", "Expires: 120\r\n", "");
        Patience.until(() -> "the line is idle: " + line().state(), () -> line().state() == OutsideLine.State.IDLE);
        assertThat(line().free()).isTrue();
        return second.header("Contact").replaceAll(".*<sip:([^@]+)@.*", "$1");
    }

    private OutsideLine line() {
        return box.edge.trunks().getFirst();
    }

    private Arrival.FromOutside arrival() {
        box.exchange.await(CallEvent.Gone.class);
        return (Arrival.FromOutside) box.exchange.arrivals.getLast();
    }

    @Test
    void aTrunkThatCannotRegisterIsDeadAndRaisesAnAlarm() {
        var first = request("REGISTER");
        provider.reply(first, 403, "p", "", "");
        Patience.until("an alarm", () -> !box.alarms.list(true).isEmpty());
        assertThat(box.alarms.list(true)).singleElement().matches(a -> a.what().equals("trunkUnregistered"));
        assertThat(line().state()).isEqualTo(OutsideLine.State.DEAD);
        var again = request("REGISTER");
        provider.reply(again, 200, "p", "", "");
        Patience.until("no alarm", () -> box.alarms.list(true).isEmpty());
    }

    @Test
    void aCallGoesOutWithPlusAndAnswersTheProvidersChallenge() throws Exception {
        registered();
        var caller = box.phone("201");
        var call = caller.call("+380501112233").dial("", caller.sdp("sendrecv"));
        var first = request("INVITE");
        assertThat(first.first()).startsWith("INVITE sip:+380501112233@127.0.0.1:");
        assertThat(first.header("From")).contains("+380441230003");
        provider.reply(
                first, 407, "p", "Proxy-Authenticate: Digest realm=\"prov\", nonce=\"n2\", qop=\"auth\"\r\n", "");
        request("ACK");
        var second = request("INVITE");
        Digest answer = Digest.parse(second.header("Proxy-Authorization"));
        assertThat(answer.get("response")).isEqualTo(answer.response(Algorithm.MD5, "tr-secret", "INVITE"));
        var out = provider.calledBy(second);
        out.reply(second, 183, "", provider.sdp("sendrecv"));
        assertThat(call.expect(183).body()).contains("m=audio");
        out.reply(second, 200, "", provider.sdp("sendrecv"));
        request("ACK");
        assertThat(call.answered().status()).isEqualTo(200);
        assertThat(call.ask("BYE", "", "").status()).isEqualTo(200);
        out.reply(request("BYE"), 200, "", "");
    }

    @Test
    void aCallInIsKnownByTheContactTheBoxRegisteredWith() throws Exception {
        String user = registered();
        try (var elsewhere = new TextPhone(box.address, "380671110101", "", false)) {
            var call = elsewhere.call(user);
            call.remote = "<sip:0441230003@box>";
            elsewhere
                    .socket()
                    .send(call.text(
                            "INVITE",
                            1,
                            "P-Asserted-Identity: \"Лілія\" <sip:+380671110101@prov>\r\n",
                            elsewhere.sdp("sendrecv")));
            assertThat(call.answered().status()).isEqualTo(480); // nobody is registered
            var arrival = arrival();
            assertThat(arrival.called()).isEqualTo("+380441230003");
            assertThat(arrival.caller()).isEqualTo(CallerId.of("+380671110101", "Лілія"));
            assertThat(arrival.identityComplete()).isTrue();
        }
    }

    @Test
    void aHiddenCallerFromTheTrunksAddressStaysHidden() throws Exception {
        registered();
        var call = provider.call("+380441230003");
        call.local = "\"Anonymous\" <sip:anonymous@anonymous.invalid>;tag=" + call.tag;
        provider.socket()
                .send(call.text(
                        "INVITE",
                        1,
                        "Privacy: id\r\nP-Asserted-Identity: <sip:+380671110101@prov>\r\n",
                        provider.sdp("sendrecv")));
        assertThat(call.answered().status()).isEqualTo(480);
        assertThat(arrival().caller().presentation()).isEqualTo(CallerId.Presentation.HIDDEN);
        assertThat(arrival().caller().digits()).isNull();
    }

    @Test
    void theTrunksHostFromAnotherPortIsNoTrunk() throws Exception {
        registered();
        try (var stranger = new TextPhone(box.address, "380671110101", "", false)) {
            assertThat(stranger.call("+380441230003")
                            .ask("INVITE", "", stranger.sdp("sendrecv"))
                            .status())
                    .isEqualTo(401);
        }
    }
}
