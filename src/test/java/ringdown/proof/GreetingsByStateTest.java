package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Callers whose call ends in somebody's box, or a team's, are greeted by what these people are doing then. */
@Execution(ExecutionMode.CONCURRENT)
class GreetingsByStateTest {
    private static final String MARIA = "/api/people/203/greetings/";
    private static final String SALES = "/api/teams/" + Api.escape("Продажі") + "/greetings/";
    private static final Map<String, short[]> SAID = Map.of(
            "general", Speech.of("This is the general greeting of somebody whom you know."),
            "busy", Speech.of("Right now I am talking to another client, so bear with me."),
            "noAnswer", Speech.of("Nobody picks up the telephone although we all sit here."),
            "away", Speech.of("The whole department went to lunch and left its hats behind."));
    private static final Office OFFICE = new Office("""
            office: {name: Romashka, country: UA, language: uk, timeZone: Europe/Kyiv}
            accounts:
              - {name: installer, role: installer, password: change-me-now}
            hours: {week: {mon-fri: "09:00-18:00"}}
            people:
              - {extension: 201, name: Олена Коваленко, phones: [sip], secret: s3cret-201}
              - {extension: 203, name: Марія Шевченко, phones: ["fxs:2"]}
            teams:
              - {name: Продажі, members: [201], head: 203, sharedBox: true}
            lines:
              - {port: "fxo:1", number: "+380441230001", script: sales}
              - {port: "fxo:2", number: "+380441230002", script: sales}
            classes:
              - {name: client, script: clients}
            scripts:
              sales:
                responsible: Продажі
                stages: [{ring: team Продажі, for: 1s}]
                otherwise: message
              clients:
                stages: [{ring: manager, for: 1s}]
                otherwise: message
            """);

    private int callers;

    private static void record(Box box, String where) {
        SAID.forEach((state, said) -> box.api().sound("PUT", where + state, said));
    }

    private void aClientOfMariasHears(Box box, String state) {
        String number = "+38067121000" + ++callers;
        box.api()
                .post(
                        "/api/contacts",
                        Map.of("name", "C" + callers, "numbers", List.of(number), "class", "client", "manager", "203"));
        hears(box.line(1), box, number, state);
    }

    private void aStrangerHears(Box box, String state) {
        hears(box.line(2), box, "+38067121000" + ++callers, state);
    }

    /** Nothing of one's own is the empty word. */
    private static void hears(Line line, Box box, String number, String state) {
        line.clear().rings(number, "etsi-before-ring").isAnswered();
        line.hearsMessageTone();
        SAID.forEach((kind, said) -> {
            double alike = Hearing.alike(said, line.heard(), 2);
            assertThat(alike >= 0.9)
                    .as("%s hears %s: %.2f", number, kind, alike)
                    .isEqualTo(kind.equals(state));
        });
        line.hangsUp().isFree();
        box.endedCall(number);
        assertThat(box.promises(number, "open"))
                .singleElement()
                .satisfies(promise -> assertThat(promise.path("spokenAs").asString())
                        .as("the moment is promised all the same")
                        .isNotBlank());
    }

    private static void says(Box box, String who, String state) {
        box.api().put("/api/people/" + who + "/state", Map.of("state", state));
    }

    private static int delete(Box box, String greeting) {
        return box.api().send("DELETE", greeting, new byte[0], null).statusCode();
    }

    @Test
    void aClientIsGreetedByWhatTheManagerIsDoingAndByTheUsualWordsOnceAllIsDeleted() {
        try (Box box = Box.running(OFFICE, "2026-11-23T10:00:00+02:00")) {
            record(box, MARIA);
            aClientOfMariasHears(box, "noAnswer");
            box.telephone(2).isQuiet().lifts();
            Until.holds("busy", () -> box.person("203").path("state").asString(), state -> !state.equals("free"));
            aClientOfMariasHears(box, "busy");
            box.telephone(2).hangsUp();
            says(box, "203", "away");
            aClientOfMariasHears(box, "away");
            assertThat(delete(box, MARIA + "away")).isEqualTo(204);
            aClientOfMariasHears(box, "general");
            says(box, "203", "doNotDisturb");
            aClientOfMariasHears(box, "busy");
            for (String state : List.of("busy", "general", "noAnswer")) {
                assertThat(delete(box, MARIA + state)).isEqualTo(204);
            }
            aClientOfMariasHears(box, "");
        }
    }

    @Test
    void aStrangerIsGreetedForTheTeamByWhatItsPeopleAreDoing() {
        try (Box box = Box.running(OFFICE, "2026-11-23T10:00:00+02:00")) {
            record(box, SALES);
            aStrangerHears(box, "noAnswer");
            says(box, "201", "doNotDisturb");
            aStrangerHears(box, "busy");
            says(box, "201", "break");
            aStrangerHears(box, "away");
            assertThat(delete(box, SALES + "away")).isEqualTo(204);
            aStrangerHears(box, "general");
            assertThat(delete(box, SALES + "general")).isEqualTo(204);
            aStrangerHears(box, "");
            theHeadRecordsTheTeamsGreetingByTelephone(box);
            aStrangerHears(box, "away");
        }
    }

    @Test
    void aClientOfSomebodyOnLeaveIsGreetedForTheDeputyAndByTheAbsentOnlyWhenNobodyIsThere() {
        Office leave = OFFICE.with("sharedBox: true", "sharedBox: false")
                .with(
                        "phones: [\"fxs:2\"]",
                        "phones: [\"fxs:2\"], deputies: [201], absences: [{from: 2026-11-23, to: 2026-11-24}]")
                .with("secret: s3cret-201", "secret: s3cret-201, absences: [{from: 2026-11-24, to: 2026-11-24}]");
        try (Box box = Box.running(leave, "2026-11-23T10:00:00+02:00")) {
            box.api().sound("PUT", "/api/people/201/greetings/noAnswer", SAID.get("noAnswer"));
            box.api().sound("PUT", MARIA + "away", SAID.get("away"));
            aClientOfMariasHears(box, "noAnswer");
            box.clockReads("2026-11-24T10:00:00+02:00");
            aClientOfMariasHears(box, "away");
        }
    }

    /** Her own box comes first, key 9 goes to the one she shares; 4 is "away", 1 records. */
    private static void theHeadRecordsTheTeamsGreetingByTelephone(Box box) {
        Handset maria = box.telephone(2).isQuiet().dials("*97").fromNow();
        maria.hears(0.3).presses("0");
        for (String key : List.of("9", "4", "1")) {
            maria.fromNow().hears(1.5).presses(key);
        }
        Until.holds("the tone", () -> Hearing.messageTone(maria.heard()), at -> at >= 0);
        short[] said = SAID.get("away");
        maria.says(said).fromNow();
        Until.holds("she has spoken", () -> maria.heard().length, n -> n > said.length + 2000);
        maria.presses("#").fromNow().hears(0.5).hangsUp();
        assertThat(Hearing.alike(said, box.api().sound(SALES + "away"), 2)).isGreaterThanOrEqualTo(0.95);
        assertThat(box.api().sound(MARIA + "away")).isEmpty();
    }
}
