package ringdown.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.Leg;
import ringdown.number.CallerId;

/** What a telephone is told of whoever is at the other end, and of the others that ring with it, message by message. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectedNameTest {
    private static final String UPDATES = "Allow: INVITE, ACK, BYE, CANCEL, UPDATE\r\n";
    private static final CallerId IVAN = CallerId.of("202", "Іван Бондар");
    private static final CallerId MARIA = CallerId.of("203", "Марія Шевченко");
    private static final CallerId LILIA = CallerId.of("+380501112233", "ТОВ «Лілія»");

    private TestBox box;

    @BeforeAll
    void start() throws Exception {
        box = new TestBox();
    }

    @AfterAll
    void stop() throws Exception {
        box.close();
    }

    private record Talk(
            TextPhone caller, TextPhone.Call call, TextPhone callee, TextPhone.Call rung, Leg in, Leg out, Letters ok) {
        void over() {
            call.ask("BYE", "", "");
            rung.reply(rung.request("BYE"), 200, "", "");
        }
    }

    /** 201 has called 202, who has answered; both say these lines. */
    private Talk talk(String lines) throws Exception {
        var callee = box.registered("202");
        var caller = box.phone("201");
        int before = box.exchange.legs.size();
        var call = caller.call("202").dial(lines, caller.sdp("sendrecv"));
        var rung = callee.rung();
        var in = box.exchange.legs.get(before);
        in.shows(IVAN);
        rung.reply(rung.invite, 180, "", "");
        call.expect(180);
        rung.reply(rung.invite, 200, lines, callee.sdp("sendrecv"));
        rung.request("ACK");
        var ok = call.answered();
        callee.register("Expires: 0\r\n");
        return new Talk(caller, call, callee, rung, in, box.exchange.legs.get(before + 1), ok);
    }

    private static void names(Letters letter, CallerId who, String role) {
        assertThat(letter.header("P-Asserted-Identity"))
                .contains("\"" + who.name() + "\"")
                .contains("<sip:" + who.digits() + "@");
        assertThat(letter.header("Remote-Party-ID"))
                .contains("\"" + who.name() + "\"")
                .contains("<sip:" + who.digits() + "@")
                .contains("party=" + role)
                .contains("privacy=off");
    }

    @Test
    void theCalledTelephoneIsToldWhoCallsAndTheCallerWhoHasAnswered() throws Exception {
        var talk = talk("");
        assertThat(talk.rung().invite.header("P-Asserted-Identity")).contains("<sip:201@");
        assertThat(talk.rung().invite.header("Remote-Party-ID"))
                .contains("<sip:201@")
                .contains("party=calling");
        names(talk.ok(), IVAN, "called");
        talk.over();
    }

    @Test
    void anotherAtTheOtherEndIsToldByUpdateToWhoTakesIt() throws Exception {
        var talk = talk(UPDATES);
        talk.in().shows(MARIA);
        var update = talk.call().request("UPDATE");
        names(update, MARIA, "called");
        assertThat(update.body()).isEmpty();
        assertThat(update.header("Contact")).isNotEmpty();
        talk.call().reply(update, 200, "", "");
        talk.out().shows(LILIA);
        var other = talk.rung().request("UPDATE");
        names(other, LILIA, "calling");
        talk.rung().reply(other, 200, "", "");
        talk.over();
    }

    @Test
    void whoDoesNotTakeUpdateIsToldByAReinviteThatChangesNothing() throws Exception {
        var talk = talk("");
        talk.in().shows(MARIA);
        var again = talk.call().request("INVITE");
        names(again, MARIA, "called");
        assertThat(again.body()).contains("m=audio " + talk.ok().rtpPort()).contains("a=sendrecv");
        talk.call().reply(again, 200, "", talk.caller().sdp("sendrecv"));
        talk.call().request("ACK");
        talk.over();
        assertThat(box.exchange.events()).noneMatch(e -> e instanceof CallEvent.Held held && held.leg() == talk.in());
    }

    @Test
    void glareIsAskedAgainWithTheNewestNameAlone() throws Exception {
        var talk = talk(UPDATES);
        talk.in().shows(MARIA);
        var update = talk.call().request("UPDATE");
        talk.in().shows(IVAN);
        talk.in().shows(LILIA);
        talk.call().reply(update, 491, "", "");
        var again = talk.call().request("UPDATE");
        names(again, LILIA, "called");
        talk.call().reply(again, 200, "", "");
        talk.over();
        assertThat(talk.caller().socket().all()).noneMatch(l -> l.isRequest("UPDATE"));
    }

    @Test
    void aTelephoneThatRefusesTheNameTalksOnAndIsToldTheNextOne() throws Exception {
        var talk = talk(UPDATES);
        talk.in().shows(MARIA);
        talk.call().reply(talk.call().request("UPDATE"), 405, "", "");
        talk.in().shows(LILIA);
        var next = talk.call().request("UPDATE");
        names(next, LILIA, "called");
        talk.call().reply(next, 200, "", "");
        assertThat(talk.in().answered()).isTrue();
        talk.over();
    }

    @Test
    void aHiddenOtherEndIsShownAsSuch() throws Exception {
        var talk = talk(UPDATES);
        talk.in().shows(new CallerId(null, null, CallerId.Presentation.HIDDEN));
        var update = talk.call().request("UPDATE");
        assertThat(update.header("Remote-Party-ID"))
                .contains("anonymous@anonymous.invalid")
                .contains("privacy=full");
        assertThat(update.all("P-Asserted-Identity")).isEmpty();
        talk.call().reply(update, 200, "", "");
        talk.over();
    }

    @Test
    void whoRingsForAnotherCallerMeanwhileIsToldAsSoonAsTheyLift() throws Exception {
        var callee = box.registered("204");
        var caller = box.phone("203");
        int before = box.exchange.legs.size();
        var call = caller.call("204").dial("", caller.sdp("sendrecv"));
        var rung = callee.rung();
        rung.reply(rung.invite, 180, "", "");
        call.expect(180);
        box.exchange.legs.get(before + 1).shows(LILIA);
        rung.reply(rung.invite, 200, UPDATES, callee.sdp("sendrecv"));
        var update = rung.request("UPDATE");
        names(update, LILIA, "calling");
        rung.reply(update, 200, "", "");
        call.answered();
        call.ask("BYE", "", "");
    }

    @Test
    void aTelephoneThatDeclinesStopsNoOtherOneOfItsPerson() throws Exception {
        var desk = box.registered("205");
        var home = box.registered("205");
        var caller = box.phone("201");
        var call = caller.call("205").dial("", caller.sdp("sendrecv"));
        var atDesk = desk.rung();
        var atHome = home.rung();
        atHome.reply(atHome.invite, 180, "", "");
        call.expect(180);
        atDesk.reply(atDesk.invite, 603, "", "");
        atDesk.request("ACK");
        atHome.reply(atHome.invite, 200, "", home.sdp("sendrecv"));
        atHome.request("ACK");
        assertThat(call.answered().status()).isEqualTo(200);
        assertThat(home.socket().all()).noneMatch(l -> l.isRequest("CANCEL"));
        call.ask("BYE", "", "");
    }

    @Test
    void whoWasTheOnlyOneLeftAndDeclinesHasDeclinedForThePerson() throws Exception {
        var desk = box.registered("206");
        var home = box.registered("206");
        var caller = box.phone("201");
        var call = caller.call("206").dial("", caller.sdp("sendrecv"));
        for (var phone : List.of(desk, home)) {
            var rung = phone.rung();
            rung.reply(rung.invite, phone == desk ? 603 : 486, "", "");
            rung.request("ACK");
        }
        assertThat(call.answered().status()).isEqualTo(603);
        box.exchange.await(CallEvent.Gone.class, gone -> gone.cause() == HangupCause.REJECTED);
    }

    @Test
    void whoAnswersTooLateIsToldThatAColleagueHasTheCall() throws Exception {
        var desk = box.registered("203");
        var home = box.registered("203");
        var caller = box.phone("204");
        var call = caller.call("203").dial("", caller.sdp("sendrecv"));
        var atDesk = desk.rung();
        var atHome = home.rung();
        atHome.reply(atHome.invite, 180, "", "");
        atDesk.reply(atDesk.invite, 200, "", desk.sdp("sendrecv"));
        atDesk.request("ACK");
        assertThat(atHome.request("CANCEL").header("Reason")).contains("SIP").contains("cause=200");
        atHome.reply(atHome.invite, 200, "", home.sdp("sendrecv")); // before the CANCEL was heard there
        atHome.request("ACK");
        assertThat(atHome.request("BYE").header("Reason")).contains("cause=200").contains("Call completed elsewhere");
        call.answered();
        call.ask("BYE", "", "");
        desk.register("Expires: 0\r\n");
        home.register("Expires: 0\r\n");
    }
}
