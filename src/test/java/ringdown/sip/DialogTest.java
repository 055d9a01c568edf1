package ringdown.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.Leg;

/** What may happen inside a call, message by message. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DialogTest {
    private TestBox box;

    @BeforeAll
    void start() throws Exception {
        box = new TestBox(
                new TestBox.Kept(),
                TestBox.freePort(),
                List.of(),
                TestBox.A_WHILE,
                TestBox.A_WHILE,
                Duration.ofSeconds(2));
    }

    @AfterAll
    void stop() throws Exception {
        box.close();
    }

    private record Talk(
            TextPhone caller, TextPhone.Call call, TextPhone callee, TextPhone.Call rung, Leg in, Leg out) {}

    private Talk talk() throws Exception {
        return talk("");
    }

    private Talk talk(String lines) throws Exception {
        var callee = box.registered("202");
        var caller = box.phone("201");
        int before = box.exchange.legs.size();
        var call = caller.call("202").dial(lines, caller.sdp("sendrecv"));
        var rung = callee.rung();
        rung.reply(rung.invite, 180, "", "");
        call.expect(180);
        rung.reply(rung.invite, 200, "", callee.sdp("sendrecv"));
        rung.request("ACK");
        call.answered();
        callee.register("Expires: 0\r\n");
        return new Talk(caller, call, callee, rung, box.exchange.legs.get(before), box.exchange.legs.get(before + 1));
    }

    private HangupCause endOf(Leg leg) {
        return box.exchange.await(CallEvent.Gone.class, g -> g.leg() == leg).cause();
    }

    @Test
    void holdAndResumeAreSeenInAllTheirForms() throws Exception {
        var talk = talk();
        for (String sdp : List.of(
                talk.caller().sdp("sendonly"),
                talk.caller().sdp("inactive"),
                talk.caller().sdp("sendrecv").replace("c=IN IP4 127.0.0.1", "c=IN IP4 0.0.0.0"))) {
            long held = count(CallEvent.Held.class, talk.in());
            long resumed = count(CallEvent.Resumed.class, talk.in());
            var ok = talk.call().ask("INVITE", "", sdp);
            assertThat(ok.status()).isEqualTo(200);
            assertThat(ok.body()).containsAnyOf("a=recvonly", "a=inactive");
            talk.call().acknowledge(ok, "");
            box.exchange.await(CallEvent.Held.class, h -> count(CallEvent.Held.class, talk.in()) == held + 1);
            var back = talk.call().ask("INVITE", "", talk.caller().sdp("sendrecv"));
            talk.call().acknowledge(back, "");
            assertThat(back.body()).contains("a=sendrecv");
            box.exchange.await(CallEvent.Resumed.class, r -> count(CallEvent.Resumed.class, talk.in()) == resumed + 1);
        }
        talk.call().ask("BYE", "", "");
    }

    private <T extends CallEvent.LegEvent> long count(Class<T> kind, Leg leg) {
        return box.exchange.events().stream()
                .filter(e -> kind.isInstance(e) && kind.cast(e).leg() == leg)
                .count();
    }

    @Test
    void updateChangesTheCodecAndTheVersionOfOurAnswerGrows() throws Exception {
        var talk = talk();
        var first = talk.call().ask("UPDATE", "", talk.caller().sdp("sendrecv"));
        var second = talk.call().ask("UPDATE", "", talk.caller().sdp("sendrecv", "0", "101"));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).contains("PCMU/8000").doesNotContain("PCMA");
        assertThat(version(second)).isEqualTo(version(first) + 1);
        box.exchange.await(CallEvent.VoiceChanged.class, v -> v.leg() == talk.in());
        talk.call().ask("BYE", "", "");
    }

    private static long version(Letters letter) {
        return Long.parseLong(letter.body().split("o=- ")[1].split(" ")[1]);
    }

    @Test
    void aReinviteWithoutOfferIsAnsweredWithOneAndASecondMeanwhileIsGlare() throws Exception {
        var talk = talk();
        var ok = talk.call().ask("INVITE", "", "");
        assertThat(ok.body()).contains("m=audio").contains("a=sendrecv");
        var glare = talk.call().ask("INVITE", "", talk.caller().sdp("sendonly"));
        assertThat(glare.status()).isEqualTo(491);
        talk.caller().socket().send(talk.call().text("ACK", talk.call().cseq, "", ""));
        talk.caller()
                .socket()
                .send(talk.call()
                        .text("ACK", talk.call().cseq - 1, "", talk.caller().sdp("sendrecv", "0", "101")));
        box.exchange.await(CallEvent.VoiceChanged.class, v -> v.leg() == talk.in());
        talk.call().ask("BYE", "", "");
    }

    @Test
    void keysInInfoAreHeardInBothSpellings() throws Exception {
        var talk = talk();
        talk.call().ask("INFO", "Content-Type: application/dtmf-relay\r\n", "Signal=5\r\nDuration=160\r\n");
        talk.call().ask("INFO", "Content-Type: application/dtmf\r\n", "11");
        box.exchange.await(CallEvent.DigitPressed.class, d -> d.leg() == talk.in() && d.digit() == '5');
        box.exchange.await(CallEvent.DigitPressed.class, d -> d.leg() == talk.in() && d.digit() == '#');
        talk.call().ask("BYE", "", "");
    }

    @Test
    void aLowerNumberIsOutOfOrderAndAnUnknownDialogDoesNotExist() throws Exception {
        var talk = talk();
        talk.call().ask("INFO", "", "");
        talk.caller().socket().send(talk.call().text("INFO", 1, "", ""));
        assertThat(talk.call().answer("INFO", 1).status()).isEqualTo(500);
        String real = talk.call().remote;
        talk.call().remote = real.replaceAll("tag=.*", "tag=nobody");
        assertThat(talk.call().ask("BYE", "", "").status()).isEqualTo(481);
        talk.call().remote = real;
        assertThat(talk.call().ask("UNHEARDOF", "", "").status()).isEqualTo(501);
        assertThat(talk.call().ask("INFO", "Require: telepathy\r\n", "").status())
                .isEqualTo(420);
        assertThat(talk.call().ask("BYE", "", "").status()).isEqualTo(200);
    }

    @Test
    void bothEndsHangUpAtOnce() throws Exception {
        var talk = talk();
        talk.in().hangUp(HangupCause.NORMAL);
        var bye = talk.call().request("BYE");
        assertThat(talk.call().ask("BYE", "", "").status()).isEqualTo(200);
        talk.call().reply(bye, 200, "", "");
        assertThat(endOf(talk.in())).isEqualTo(HangupCause.NORMAL);
        assertThat(count(CallEvent.Gone.class, talk.in())).isEqualTo(1);
    }

    @Test
    void cancelBeforeAndAfterRinging() throws Exception {
        for (boolean rings : List.of(false, true)) {
            var callee = box.registered("203");
            var caller = box.phone("201");
            var call = caller.call("203").dial("", caller.sdp("sendrecv"));
            var rung = callee.rung();
            rung.reply(rung.invite, rings ? 180 : 100, "", "");
            call.cancel();
            assertThat(call.answer("CANCEL", call.cseq).status()).isEqualTo(200);
            assertThat(call.answered().status()).isEqualTo(487);
            var cancel = rung.request("CANCEL");
            rung.reply(cancel, 200, "", "");
            rung.reply(rung.invite, 487, "", "");
            rung.request("ACK");
        }
    }

    @Test
    void anAnswerThatCrossesTheCancelIsAcknowledgedAndEnded() throws Exception {
        var callee = box.registered("204");
        var caller = box.phone("201");
        var call = caller.call("204").dial("", caller.sdp("sendrecv"));
        var rung = callee.rung();
        rung.reply(rung.invite, 180, "", "");
        call.expect(180);
        call.cancel();
        var cancel = rung.request("CANCEL");
        rung.reply(rung.invite, 200, "", callee.sdp("sendrecv"));
        rung.reply(cancel, 200, "", "");
        rung.request("ACK");
        rung.reply(rung.request("BYE"), 200, "", "");
        assertThat(call.answered().status()).isEqualTo(487);
    }

    @Test
    void theFirstOfTwoTelephonesHasTheCallAndTheOtherIsToldSo() throws Exception {
        var desk = box.registered("205");
        var mobile = box.registered("205");
        var caller = box.phone("201");
        var call = caller.call("205").dial("", caller.sdp("sendrecv"));
        var first = desk.rung();
        var second = mobile.rung();
        first.reply(first.invite, 180, "", "");
        second.reply(second.invite, 180, "", "");
        first.reply(first.invite, 200, "", desk.sdp("sendrecv"));
        var cancel = second.request("CANCEL");
        assertThat(cancel.header("Reason")).contains("Call completed elsewhere");
        second.reply(cancel, 200, "", "");
        second.reply(second.invite, 200, "", mobile.sdp("sendrecv")); // lifted in the same moment
        second.request("ACK");
        second.reply(second.request("BYE"), 200, "", "");
        assertThat(call.answered().status()).isEqualTo(200);
        assertThat(call.ask("BYE", "", "").status()).isEqualTo(200);
    }

    @Test
    void busyRefusedAndForwardedAreToldApart() throws Exception {
        var callee = box.registered("206");
        for (int[] pair : new int[][] {{486, 486}, {603, 603}, {480, 480}, {404, 404}, {302, 480}}) {
            var caller = box.phone("201");
            var call = caller.call("206").dial("", caller.sdp("sendrecv"));
            var rung = callee.rung();
            rung.reply(rung.invite, pair[0], "", "");
            rung.request("ACK");
            assertThat(call.answered().status()).isEqualTo(pair[1]);
        }
        box.exchange.await(CallEvent.Redirected.class, r -> r.target().equals("206"));
    }

    @Test
    void reliableRingingWaitsForItsConfirmation() throws Exception {
        var callee = box.registered("203");
        var caller = box.phone("201");
        var call = caller.call("203").dial("Require: 100rel\r\n", caller.sdp("sendrecv"));
        var rung = callee.rung();
        rung.reply(rung.invite, 180, "Require: 100rel\r\nRSeq: 7\r\n", "");
        var prack = rung.request("PRACK");
        assertThat(prack.header("RAck")).isEqualTo("7 1 INVITE");
        rung.reply(prack, 200, "", "");
        var ringing = call.expect(180);
        assertThat(ringing.header("Require")).contains("100rel");
        call.remote = ringing.header("To");
        call.uri = ringing.header("Contact").replaceAll("[<>]", "");
        int invite = call.cseq;
        assertThat(call.ask("PRACK", "RAck: " + ringing.header("RSeq") + " " + invite + " INVITE\r\n", "")
                        .status())
                .isEqualTo(200);
        rung.reply(rung.invite, 200, "", callee.sdp("sendrecv"));
        rung.request("ACK");
        var ok = call.answer("INVITE", invite);
        caller.socket().send(call.text("ACK", invite, "", ""));
        assertThat(ok.status()).isEqualTo(200);
        assertThat(call.ask("BYE", "", "").status()).isEqualTo(200);
    }

    @Test
    void earlySoundComesBeforeTheAnswer() throws Exception {
        var caller = box.phone("201");
        var call = caller.call("601").dial("", caller.sdp("sendrecv"));
        assertThat(call.expect(183).body()).contains("m=audio");
        call.cancel();
        assertThat(call.answered().status()).isEqualTo(487);
    }

    @Test
    void anOfferWithNothingInCommonIsNotAcceptable() throws Exception {
        var caller = box.phone("201");
        var call = caller.call("600").dial("", caller.sdp("sendrecv", "18"));
        assertThat(call.answered().status()).isEqualTo(488);
    }

    @Test
    void videoIsRefusedAndTheSoundTaken() throws Exception {
        var caller = box.phone("201");
        var call = caller.call("600")
                .dial("", caller.sdp("sendrecv").replace("m=audio", "m=video 5000 RTP/AVP 96\r\nm=audio"));
        assertThat(call.answered().body()).contains("m=video 0 RTP/AVP 96\r\nm=audio");
        call.ask("BYE", "", "");
    }

    @Test
    void anAttendedTransferNamesTheOtherLeg() throws Exception {
        var first = talk();
        var second = talk();
        String other = second.call().callId + "%3Bto-tag%3D" + Letters.param(second.call().remote, "tag")
                + "%3Bfrom-tag%3D" + second.call().tag;
        var accepted = first.call().ask("REFER", "Refer-To: <sip:202@box?Replaces=" + other + ">\r\n", "");
        assertThat(accepted.status()).isEqualTo(202);
        var asked = box.exchange.await(CallEvent.TransferAsked.class, t -> t.leg() == first.in());
        assertThat(asked.other()).isSameAs(second.in());
        assertThat(asked.target()).isEqualTo("202");
        var notify = first.call().request("NOTIFY");
        assertThat(notify.body()).contains("100 Trying");
        first.call().reply(notify, 200, "", "");
        first.call().ask("BYE", "", "");
        second.call().ask("BYE", "", "");
    }

    @Test
    void aSessionThatIsNotRefreshedIsLost() throws Exception {
        var talk = talk("Supported: timer\r\nSession-Expires: 2;refresher=uac\r\n");
        assertThat(endOf(talk.in())).isEqualTo(HangupCause.LOST);
        talk.call().reply(talk.call().request("BYE"), 200, "", "");
    }

    @Test
    void aSessionThatWeRefreshGoesOnAndOurReinviteMeetsTheirs() throws Exception {
        var talk = talk("Supported: timer\r\nSession-Expires: 4;refresher=uas\r\n");
        var refresh = talk.call().request("INVITE");
        assertThat(refresh.header("Session-Expires")).startsWith("4");
        assertThat(talk.call().ask("INVITE", "", talk.caller().sdp("sendonly")).status())
                .isEqualTo(491);
        talk.call().reply(refresh, 200, "", talk.caller().sdp("sendrecv"));
        talk.call().request("ACK");
        assertThat(talk.in().answered()).isTrue();
        talk.call().ask("BYE", "", "");
    }

    @Test
    void tooShortASessionIsRefused() throws Exception {
        var caller = box.phone("201");
        var call = caller.call("600").dial("Supported: timer\r\nSession-Expires: 1\r\n", caller.sdp("sendrecv"));
        var refusal = call.answered();
        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.header("Min-SE")).isEqualTo("2");
    }
}
