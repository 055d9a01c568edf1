package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** Weekly hours per number and team: a number outside its own goes the way after hours, a team outside its own is not rung. */
@Execution(ExecutionMode.CONCURRENT)
class OwnHoursTest {
    private static final String HOTLINE =
            "{port: \"fxo:1\", number: \"+380441230001\", purpose: main number, script: front";
    private static final String CARE = "{name: care,  members: [201, 202], head: 203, level: 1";

    private static Office office() {
        return Office.ofTheContract()
                .without("duty: 201")
                .withoutGreetings()
                .stages("20s")
                .with(HOTLINE, HOTLINE + ", hours: {mon-fri: \"08:00-20:00\"}")
                .with(CARE, CARE + ", hours: {week: {mon-fri: \"10:00-17:00\"}}");
    }

    private static String dueAfterTheTone(Box box, int n, String number) {
        Line line = box.line(n);
        line.rings(number, "etsi-before-ring").isAnswered();
        line.hearsMessageTone();
        line.hangsUp().isFree();
        JsonNode call = box.endedCall(number);
        assertThat(call.path("stages").isEmpty()).isTrue();
        return box.promises(number, "open").getFirst().path("dueAt").asString();
    }

    private static boolean open(Box box, String line, String at) {
        return box.api()
                .get("/api/whatif?line=" + line + "&at=" + Api.escape(at))
                .path("open")
                .asBoolean();
    }

    @Test
    void aNumberOutsideItsOwnHoursSpeaksItsOwnMomentAndATeamOutsideItsOwnIsNotRung() {
        try (Box box = Box.running(office(), "2026-11-23T19:00:00+02:00")) {
            box.line(1).clear();
            box.line(2).clear();
            assertThat(dueAfterTheTone(box, 2, "+380671480001")).isEqualTo("2026-11-24T09:00:00+02:00");
            theTeamIsNotRungAndTheHeadIs(box);
            box.clockReads("2026-11-23T20:30:00+02:00");
            assertThat(dueAfterTheTone(box, 1, "+380671480003")).isEqualTo("2026-11-24T08:00:00+02:00");
            assertThat(box.promises("+380671480003", "open")
                            .getFirst()
                            .path("spokenAs")
                            .asString())
                    .contains("восьмої");
            box.clockReads("2026-11-24T10:00:00+02:00");
            box.line(1).rings("+380671480004", "etsi-before-ring");
            box.telephone(1).isRung();
            box.line(1).hangsUp().isFree();
            assertThat(open(box, "fxo:1", "2026-11-25T08:30:00+02:00")).isTrue();
            assertThat(open(box, "fxo:2", "2026-11-25T08:30:00+02:00")).isFalse();
            theFileKeepsThem(box);
        }
    }

    /** At seven in the evening the main number is open and the other is not. */
    @Test
    void whatIsOwedToWhoCalledTheHotlineGoesByItsHoursAndItsLineStaysFree() {
        try (Box box = Box.running(office(), "2026-11-23T19:00:00+02:00")) {
            Line hotline = box.line(1).clear();
            Line other = box.line(2).clear();
            String number = "+380671480011";
            other.rings("+380671480012", "etsi-before-ring").isAnswered();
            other.hearsMessageTone();
            other.says(Speech.of(Speech.LONG_A)); // its line is taken for as long as Maria needs
            Handset maria = box.telephone(2).dials("0671480013");
            refused(box, "203");
            assertThat(hotline.dialled()).isEmpty();
            maria.hangsUp();
            other.hangsUp().isFree();
            Until.holds("203 is free", () -> box.person("203").path("state").asString(), "free"::equals);
            hotline.rings(number, "etsi-before-ring");
            maria.isRung().lifts();
            hotline.isAnswered().says(Speech.of("Good evening, this is Peter. Please call me back today."));
            maria.fromNow().hears(2).presses("*51930");
            JsonNode promise = Until.holds("promised by key", () -> box.promises(number, "open"), all -> !all.isEmpty())
                    .getFirst();
            assertThat(promise.path("dueAt").asString()).isEqualTo("2026-11-23T19:30:00+02:00");
            assertThat(promise.path("overdueAt").asString()).isEqualTo("2026-11-24T08:30:00+02:00");
            hotline.hangsUp().isFree();
            maria.hangsUp();
            box.endedCall(number);
            JsonNode later = box.api()
                    .post(
                            "/api/promises/" + promise.path("id").asString() + "/postpone",
                            Map.of("to", "2026-11-24T08:10:00+02:00", "askedBy", "client"));
            assertThat(later.path("overdueAt").asString()).isEqualTo("2026-11-24T09:30:00+02:00");
        }
    }

    private static void refused(Box box, String person) {
        Until.holds(
                "the last line that is open stays free",
                () -> box.api().list("/api/calls?person=" + person),
                calls -> calls.stream()
                        .anyMatch(call -> call.path("direction").asString().equals("out")
                                && call.path("endedAt").isString()
                                && call.path("events").toString().contains("not dialled")));
    }

    private static void theTeamIsNotRungAndTheHeadIs(Box box) {
        box.line(1).rings("+380671480002", "etsi-before-ring");
        box.telephone(2).isRung();
        assertThat(box.telephone(1).rings()).isFalse();
        box.line(1).hangsUp().isFree();
        JsonNode stage = box.endedCall("+380671480002").path("stages").get(0);
        assertThat(stage.path("rang").isEmpty()).isTrue();
        assertThat(stage.path("seconds").asDouble()).isZero();
        assertThat(stage.path("notRung").path("202").asString()).isEqualTo("outsideHours");
    }

    private static void theFileKeepsThem(Box box) {
        String file = Api.text(box.api().send("GET", "/api/office", new byte[0], null));
        assertThat(file).contains("08:00-20:00").contains("10:00-17:00");
        byte[] same = file.getBytes(StandardCharsets.UTF_8);
        assertThat(box.api()
                        .send("PUT", "/api/office", same, "application/yaml")
                        .statusCode())
                .isEqualTo(200);
        byte[] never = file.replace("08:00-20:00", "closed").getBytes(StandardCharsets.UTF_8);
        assertThat(box.api()
                        .send("PUT", "/api/office", never, "application/yaml")
                        .statusCode())
                .isEqualTo(422);
    }

    /** Whoever owes a call is rung when the number that was called opens, and not before their own team works. */
    @Test
    void theDayOpensWithTheNumberThatWasCalledAndWithTheTeamOfWhoOwesTheCall() {
        String prospect = "+380671480021";
        Office office = Office.ofTheContract()
                .without("duty: 201")
                .withoutGreetings()
                .with(HOTLINE, HOTLINE + ", hours: {mon-fri: \"08:00-20:00\"}")
                .with("members: [201, 202]", "members: [203]")
                .with("{name: sales, members: [202]", "{name: sales, hours: {mon-fri: \"10:00-17:00\"}, members: [202]")
                .with("contacts:  ", "contacts:\n  - {name: Нова, numbers: [\"" + prospect + "\"], class: prospect}\n");
        try (Box box = Box.running(office, "2026-11-23T19:00:00+02:00")) {
            Line hotline = box.line(1).clear();
            Line other = box.line(2).clear();
            Handset ivan = box.telephone(1);
            Handset maria = box.telephone(2);
            hotline.rings("+380671480022", "etsi-before-ring");
            maria.isRung().lifts();
            hotline.isAnswered().says(Speech.of(Speech.LONG_B, 2)).listens(6).hangsUp();
            maria.hangsUp();
            assertThat(box.endedCall("+380671480022").path("settled").asBoolean())
                    .isTrue();
            givesUp(box, other, "+380671480023", "203");
            givesUp(box, other, prospect, "202");
            box.clockReads("2026-11-23T20:30:00+02:00");
            givesUp(box, hotline, "+380671480024", "203");

            box.clockReads("2026-11-24T08:00:00+02:00");
            isTold(box, maria, "671480024");
            box.clockReads("2026-11-24T09:00:00+02:00");
            isTold(
                    box,
                    maria,
                    "671480024"); // again, since one more is due; the other one is overdue by now and comes first
            assertThat(box.callsOf("202")).as("the team of 202 works from ten").isEmpty();
            assertThat(box.api()
                            .get("/api/morning")
                            .path("sinceClosing")
                            .path("in")
                            .path("value")
                            .asInt())
                    .as("not the one of the hotline at seven, when it was open")
                    .isEqualTo(3);
            box.clockReads("2026-11-24T10:00:00+02:00");
            isTold(box, ivan, "671480021");
        }
    }

    private static void givesUp(Box box, Line line, String number, String owner) {
        line.rings(number, "etsi-before-ring").isAnswered().hangsUp().isFree();
        box.endedCall(number);
        assertThat(box.promises(number, "open").getFirst().path("owner").asString())
                .isEqualTo(owner);
    }

    private static void isTold(Box box, Handset telephone, String number) {
        telephone.isRung();
        Until.holds(
                "it shows " + number,
                () -> telephone.view().path("callerNumber").asString(""),
                shown -> shown.endsWith(number));
        telephone.lifts().hears(1).hangsUp();
        Until.holds(
                "everybody is free",
                () -> box.api().get("/api/people").toString(),
                people -> !people.contains("\"talking\"") && !people.contains("\"ringing\""));
    }
}
