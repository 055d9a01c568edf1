package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two teams, each with a script of its own, neither named as responsible: what is owed stays with the team that was called. */
class WhoseTest {
    private static final String SALES = "+380441230003";
    private static final String HEAD_OF_SALES = "205";
    private static Box box;
    private static Trunk provider;
    private static SwiftPhone seller;

    @BeforeAll
    static void start() {
        Office office = Office.ofTheContract()
                .stages("4s")
                .with(
                        "teams:\n",
                        "  - {extension: 204, name: Юрій Лис, phones: [sip], secret: s3cret-204}\n"
                                + "  - {extension: 205, name: Анна Рись, phones: [sip], secret: s3cret-205}\n"
                                + "  - {extension: 209, name: Факс, phones: [\"fxs:3\"]}\nteams:\n")
                .with("trunks:\n", "ports:\n  - {port: \"fxs:3\", use: fax}\ntrunks:\n")
                .with("purpose: advertising,  script: front", "purpose: advertising, script: message-only")
                .with(
                        "- {extension: 201,",
                        "- {extension: 201, deputies: [204], absences: [{from: 2026-11-25, to: 2026-11-25, why: sick}],")
                .with("members: [202],      head: 203", "members: [204], head: 205")
                .with("[\"" + SALES + "\"], script: front", "[\"" + SALES + "\"], script: offers")
                .with(
                        "scripts:\n",
                        "scripts:\n  offers:\n    stages:\n      - {ring: team sales, for: 10s}\n    otherwise: promise\n");
        box = Box.running(office, "2026-11-23T10:00:00+02:00");
        provider = Trunk.of(office, "provider").serves(box);
        seller = SwiftPhone.registers(box, "204");
    }

    @Test
    void whoeverTheTeamDidNotAnswerIsOwedACallByThatTeam() {
        SipCall caller = provider.calls(Trunk.Shown.as("+380671112201"), SALES);
        seller.isRung();
        caller.isOver();

        assertThat(promise("+380671112201").path("owner").asString()).isEqualTo("204");
        seller.laysDown();
    }

    /** Five seconds are the limit: a machine that was too slow for them tries again. */
    @Test
    void aTalkThatTheTeamEndsAtOnceIsOwedByTheHeadOfThatTeam() {
        String number = "";
        JsonNode call = null;
        for (int i = 0; i < 5 && (call == null || call.path("talkSeconds").asDouble() >= 5); i++) {
            number = "+38067111221" + i;
            call = briefly(number);
        }
        assertThat(call.path("outcome").asString()).isEqualTo("talked");
        assertThat(call.path("settled").asBoolean()).isFalse();
        assertThat(promise(number).path("owner").asString()).isEqualTo(HEAD_OF_SALES);
    }

    private static JsonNode briefly(String number) {
        SipCall caller = provider.calls(Trunk.Shown.as(number), SALES);
        seller.isRung().lifts().says(Speech.of(Speech.LONG_A));
        caller.isAnswered().says(Speech.of(Speech.LONG_B)).hears(1);
        seller.laysDown();
        return box.endedCall(number);
    }

    /** SITUATIONS, the row "call me at five": the deputy, whose day it is, and the moment stands. */
    @Test
    void callMeAtFiveIsTheDeputysWhereTheOwnerIsOffAtFive() {
        String client = "+380501112233";
        SipCall caller = provider.calls(Trunk.Shown.as(client), SALES).isAnswered();
        caller.hears(1).hangsUp();
        JsonNode promise = promise(client);
        assertThat(promise.path("owner").asString()).isEqualTo("201");

        String path = "/api/promises/" + promise.path("id").asString();
        String five = "2026-11-25T17:00:00+02:00";
        box.api().post(path + "/postpone", Map.of("to", five, "askedBy", "client"));

        JsonNode moved = Until.holds(
                "it is the deputy's",
                () -> box.api().get(path),
                p -> p.path("history").toString().contains("201 is absent (sick)"));
        assertThat(moved.path("dueAt").asString()).isEqualTo(five);
        assertThat(moved.path("overdueAt").asString()).isEqualTo("2026-11-25T18:00:00+02:00");
        assertThat(moved.path("owner").asString()).isEqualTo("204");
    }

    /** SITUATIONS, the row "fax": no promise, and the office's own machine gets it. */
    @Test
    void aFaxMachineIsPutThroughToTheFaxExtensionAndNothingIsOwedToIt() {
        String number = "+380671112203";
        Line line = box.line(2).clear();
        Handset machine = box.telephone(3);
        line.rings(number, "etsi-before-ring").isAnswered().hearsMessageTone();
        short[] calling = NightTest.calling(12);
        line.says(calling);
        machine.isRung().lifts().hears(1);
        line.hangsUp().isFree();
        machine.hangsUp();

        JsonNode call = box.endedCall(number);
        assertThat(call.path("outcome").asString()).isEqualTo("talked");
        assertThat(call.path("answeredBy").asString()).isEqualTo("209");
        assertThat(box.promises(number, "owed")).isEmpty();
        assertThat(box.balance().path("balanced").asBoolean()).isTrue();
    }

    private static JsonNode promise(String number) {
        box.endedCall(number);
        return Until.holds("a promise to " + number, () -> box.promises(number, "all"), all -> !all.isEmpty())
                .getFirst();
    }

    @AfterAll
    static void stop() {
        seller.close();
        provider.close();
        box.close();
    }
}
