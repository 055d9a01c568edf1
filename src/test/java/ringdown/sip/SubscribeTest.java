package ringdown.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import ringdown.Patience;
import ringdown.call.HangupCause;
import ringdown.number.Extension;

/** SUBSCRIBE and NOTIFY by RFC 6665, message by message; lamps by RFC 4235 and RFC 3842. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubscribeTest {
    private static final String LAMP = "Event: dialog\r\n";

    private TestBox box;

    @BeforeAll
    void start() throws Exception {
        box = box(new TestBox.Kept(), TestBox.freePort());
    }

    private static TestBox box(TestBox.Kept kept, int port) throws Exception {
        var twoSeconds = java.time.Duration.ofSeconds(2);
        return new TestBox(kept, port, List.of(), TestBox.A_WHILE, TestBox.A_WHILE, twoSeconds);
    }

    @AfterAll
    void stop() throws Exception {
        box.close();
    }

    private static long version(Letters notify) {
        return Long.parseLong(notify.body().split(" version=\"")[2].split("\"")[0]);
    }

    @Test
    void whoSubscribesIsToldEverythingAtOnceAndEachStepOfACallInOrder() throws Exception {
        var desk = box.phone("201");
        var lamp = desk.lamp("202");
        assertThat(lamp.ok.header("Expires")).isEqualTo("300");
        assertThat(lamp.ok.header("Allow-Events")).contains("dialog").contains("message-summary");
        var first = lamp.heard();
        lamp.call.reply(first, 200, "", "");
        assertThat(first.header("Event")).isEqualTo("dialog");
        assertThat(first.header("Subscription-State")).matches("active;expires=(300|2\\d\\d)");
        assertThat(first.header("Content-Type")).isEqualTo("application/dialog-info+xml");
        assertThat(first.body())
                .contains("version=\"0\" state=\"full\" entity=\"sip:202@" + desk.host() + "\"")
                .contains("<dialog id=\"202\">")
                .contains("<state>terminated</state>");
        var callee = box.registered("202");
        var caller = box.phone("203");
        var call = caller.call("202").dial("", caller.sdp("sendrecv"));
        var rung = callee.rung();
        rung.reply(rung.invite, 180, "", "");
        List<Letters> told = new ArrayList<>(List.of(first));
        var early = toldUntil(lamp, told, "local-tag=");
        assertThat(early.body())
                .contains("<state>early</state>")
                .contains("call-id=\"" + rung.callId + "\"")
                .contains("local-tag=\"" + rung.tag + "\"")
                .contains("remote-tag=\"" + Letters.param(rung.invite.header("From"), "tag") + "\"")
                .contains("direction=\"recipient\"")
                .contains("<remote><identity display=\"Олена &quot;Тест&quot;\">sip:203@" + desk.host()
                        + "</identity><target uri=\"sip:202@" + desk.host() + "\"/></remote>");
        rung.reply(rung.invite, 200, "", callee.sdp("sendrecv"));
        rung.request("ACK");
        call.answered();
        toldUntil(lamp, told, "<state>confirmed</state>");
        call.ask("BYE", "", "");
        toldUntil(lamp, told, "<state>terminated</state>");
        for (int i = 1; i < told.size(); i++) {
            assertThat(version(told.get(i))).isEqualTo(version(told.get(i - 1)) + 1);
            assertThat(cseq(told.get(i))).isEqualTo(cseq(told.get(i - 1)) + 1);
        }
        callee.register("Expires: 0\r\n");
        lamp.refresh(LAMP + "Expires: 0\r\n");
    }

    private static Letters toldUntil(TextPhone.Watch lamp, List<Letters> told, String what) {
        do {
            told.add(lamp.told());
        } while (!told.getLast().body().contains(what));
        return told.getLast();
    }

    private static int cseq(Letters letter) {
        return Integer.parseInt(letter.header("CSeq").split(" ")[0]);
    }

    @Test
    void whoDialsIsShownAsTalkingSinceThereIsNothingToBeTaken() throws Exception {
        var lamp = box.phone("201").lamp("204");
        lamp.told();
        var caller = box.phone("204");
        var call = caller.call("601").dial("", caller.sdp("sendrecv"));
        assertThat(lamp.told("<state>confirmed</state>").body()).contains("direction=\"initiator\"");
        call.cancel();
        lamp.told("<state>terminated</state>");
    }

    @Test
    void aRefreshIsToldEverythingAgainAndZeroSecondsAreTheEnd() throws Exception {
        var lamp = box.phone("201").lamp("202");
        lamp.told();
        var ok = lamp.refresh(LAMP + "Expires: 3600\r\n");
        assertThat(ok.status()).isEqualTo(200);
        assertThat(ok.header("Expires")).isEqualTo("600");
        assertThat(version(lamp.told())).isEqualTo(1);
        assertThat(lamp.refresh(LAMP + "Expires: 0\r\n").header("Expires")).isEqualTo("0");
        var last = lamp.told();
        assertThat(last.header("Subscription-State")).isEqualTo("terminated;reason=timeout");
        assertThat(last.body()).contains("<state>terminated</state>");
        assertThat(lamp.refresh(LAMP).status()).isEqualTo(481);
    }

    /** RFC 6665 §8.2.1: two subscriptions of one telephone are told apart by it. */
    @Test
    void theIdOfAnEventComesBackInItsNotifys() throws Exception {
        var watch = box.phone("201").new Watch("202");
        watch.subscribe("Event: dialog;id=7;sla\r\n");
        assertThat(watch.told().header("Event")).isEqualTo("dialog;id=7");
        assertThat(watch.refresh("Event: dialog;sla;id=7\r\n").status()).isEqualTo(200);
        watch.told();
        assertThat(watch.refresh("Event: dialog;id=8\r\n").status()).isEqualTo(481);
        watch.refresh("Event: dialog;id=7\r\nExpires: 0\r\n");
    }

    @Test
    void whoAsksForZeroSecondsIsToldOnce() throws Exception {
        var watch = box.phone("201").new Watch("202");
        assertThat(watch.subscribe(LAMP + "Expires: 0\r\n").header("Expires")).isEqualTo("0");
        assertThat(watch.told().header("Subscription-State")).isEqualTo("terminated;reason=timeout");
    }

    @Test
    void aSubscriptionThatNobodyRefreshesEnds() throws Exception {
        var watch = box.phone("201").new Watch("202");
        assertThat(watch.subscribe(LAMP + "Expires: 2\r\n").status()).isEqualTo(200);
        watch.told();
        assertThat(watch.told().header("Subscription-State")).isEqualTo("terminated;reason=timeout");
        assertThat(watch.refresh(LAMP).status()).isEqualTo(481);
    }

    @Test
    void whatCannotBeGrantedIsRefusedByItsOwnCode() throws Exception {
        var phone = box.phone("201");
        var brief = phone.new Watch("202").subscribe(LAMP + "Expires: 1\r\n");
        assertThat(brief.status()).isEqualTo(423);
        assertThat(brief.header("Min-Expires")).isEqualTo("2");
        var strange = phone.new Watch("202").subscribe("Event: presence\r\n");
        assertThat(strange.status()).isEqualTo(489);
        assertThat(String.join(",", strange.all("Allow-Events")))
                .contains("dialog")
                .contains("message-summary");
        assertThat(phone.new Watch("202").subscribe("").status()).isEqualTo(489);
        var plain = phone.new Watch("202").subscribe(LAMP + "Accept: application/pidf+xml\r\n");
        assertThat(plain.status()).isEqualTo(406);
        assertThat(phone.new Watch("299").subscribe(LAMP).status()).isEqualTo(404);
        assertThat(phone.new Watch("202")
                        .subscribe("Event: message-summary\r\n")
                        .status())
                .isEqualTo(403);
        var stranger = phone.call("202");
        assertThat(stranger.ask("SUBSCRIBE", LAMP, "").status()).isEqualTo(401);
    }

    @Test
    void anEventOfAnotherKindInTheSameDialogDoesNotExist() throws Exception {
        var lamp = box.phone("201").lamp("202");
        lamp.told();
        assertThat(lamp.refresh("Event: message-summary\r\n").status()).isEqualTo(481);
        assertThat(lamp.call.ask("INFO", "", "").status()).isEqualTo(405);
        assertThat(lamp.refresh(LAMP).status()).isEqualTo(200);
    }

    @Test
    void aTelephoneThatDoesNotKnowItsSubscriptionAnyMoreIsToldNothing() throws Exception {
        var lamp = box.phone("201").lamp("202");
        var notify = lamp.heard();
        lamp.call.reply(notify, 481, "", "");
        Letters answer = lamp.refresh(LAMP);
        for (long until = Patience.deadline(); answer.status() == 200 && System.nanoTime() < until; ) {
            answer = lamp.refresh(LAMP); // the 481 is on its way still
        }
        assertThat(answer.status()).isEqualTo(481);
    }

    @Test
    void afterARestartTheRefreshIsRefusedAndTheTelephoneComesAnew() throws Exception {
        var kept = new TestBox.Kept();
        int port = TestBox.freePort();
        var old = box(kept, port);
        var phone = new TextPhone(old.address, "201", "s3cret-201", false);
        try (phone) {
            var lamp = phone.lamp("202");
            lamp.told();
            old.close();
            assertThat(lamp.told().header("Subscription-State")).startsWith("terminated;reason=probation;retry-after=");
            try (var anew = box(kept, port)) {
                assertThat(lamp.refresh(LAMP).status()).isEqualTo(481);
                phone.lamp("202").told("<state>terminated</state>");
            }
        }
    }

    @Test
    void aTelephoneHasTwoHundredLampsAndNoMore() throws Exception {
        var phone = box.phone("205");
        for (int i = 0; i < Subscriptions.PER_PHONE; i++) {
            phone.lamp(Integer.toString(300 + i)).told();
        }
        assertThat(phone.new Watch("202").subscribe(LAMP).status()).isEqualTo(403);
    }

    @Test
    void theThirdSubscriptionToTheSameIsOfATelephoneThatHasForgottenTheFirst() throws Exception {
        var phone = box.phone("206");
        var first = phone.lamp("202");
        first.told();
        var second = phone.lamp("202");
        second.told();
        var third = phone.lamp("202");
        third.told();
        assertThat(first.refresh(LAMP).status()).isEqualTo(481);
        assertThat(second.refresh(LAMP).status()).isEqualTo(200);
        assertThat(third.refresh(LAMP).status()).isEqualTo(200);
    }

    @Test
    void theWayThroughAProxyIsKept() throws Exception {
        var phone = box.phone("201");
        String route = "<sip:127.0.0.1:" + phone.socket().port() + ";lr>";
        var watch = phone.new Watch("202");
        var ok = watch.subscribe(LAMP + "Record-Route: " + route + "\r\n");
        assertThat(ok.header("Record-Route")).isEqualTo(route);
        assertThat(watch.told().header("Route")).isEqualTo(route);
    }

    @Test
    void aSlowTelephoneIsToldWhatIsTrueByThen() throws Exception {
        var lamp = box.phone("201").lamp("205");
        var first = lamp.heard(); // and says nothing
        for (int i = 0; i < 3; i++) {
            var caller = box.phone("205");
            int before = box.exchange.legs.size();
            var call = caller.call("600").dial("", caller.sdp("sendrecv"));
            call.answered();
            var leg = box.exchange.legs.get(before);
            leg.hangUp(HangupCause.NORMAL);
            call.reply(call.request("BYE"), 200, "", "");
        }
        var caller = box.phone("205");
        var call = caller.call("600").dial("", caller.sdp("sendrecv"));
        call.answered();
        lamp.call.reply(first, 200, "", "");
        var second = lamp.told("<state>confirmed</state>");
        assertThat(version(second)).isLessThanOrEqualTo(2);
        call.ask("BYE", "", "");
        assertThat(version(lamp.told("<state>terminated</state>"))).isLessThanOrEqualTo(3);
    }

    @Test
    void messagesAreToldInTheSubscriptionAndWithoutOneToWhoHasNotAsked() throws Exception {
        var asks = box.registered("203");
        var never = box.registered("203");
        box.mail.put("203", new WaitingMail(true, 2));
        var watch = asks.new Watch("203");
        assertThat(watch.subscribe("Event: message-summary\r\nAccept: application/simple-message-summary\r\n")
                        .status())
                .isEqualTo(200);
        var first = watch.told();
        assertThat(first.header("Event")).isEqualTo("message-summary");
        assertThat(first.body())
                .isEqualTo("Messages-Waiting: yes\r\nMessage-Account: sip:*97@" + asks.host()
                        + "\r\nVoice-Message: 2/0 (0/0)\r\n");
        box.mail.put("203", new WaitingMail(false, 0));
        box.edge.telephone(new Extension("203")).orElseThrow().lamp(false, 0);
        assertThat(watch.told().body()).startsWith("Messages-Waiting: no");
        var unasked = never.socket().await("NOTIFY", l -> l.isRequest("NOTIFY"));
        assertThat(unasked.header("Subscription-State")).isEqualTo("active");
        assertThat(unasked.body()).startsWith("Messages-Waiting: no").contains("Message-Account: sip:*97@");
        assertThat(asks.socket().all()).noneMatch(l -> l.isRequest("NOTIFY"));
    }

    @Test
    void aPersonWhoIsGoneFromTheOfficeIsWatchedByNobody() throws Exception {
        var kept = new TestBox.Kept();
        try (var other = box(kept, TestBox.freePort())) {
            var lamp = other.phone("201").lamp("206");
            lamp.told();
            var theirs = other.phone("206").lamp("202");
            theirs.told();
            other.office.replace(TestBox.office(TestBox.people().subList(0, 5), List.of()));
            assertThat(lamp.told().header("Subscription-State")).isEqualTo("terminated;reason=noresource");
            assertThat(theirs.told().header("Subscription-State")).isEqualTo("terminated;reason=rejected");
        }
    }
}
