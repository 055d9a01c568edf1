package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import ringdown.board.modem.EmulatedModel;
import ringdown.board.modem.ModemEmulator;
import tools.jackson.databind.JsonNode;

/** A USB voice modem is an outside line: up to the ledger, the message and the sound at the far end. */
@Execution(ExecutionMode.CONCURRENT)
class ModemTest {
    /** Half seconds of other speech are alike to 0.3; a machine that is late for a moment costs a gap in some of them. */
    private static final double ALIKE = 0.6;

    private static final short[] SAID = Speech.of(Speech.LONG_A, 5);

    @TempDir
    Path folder;

    private static Office office() {
        return new Office("""
                office: {name: Romashka, country: UA, language: uk, timeZone: Europe/Kyiv}
                accounts:
                  - {name: installer, role: installer, password: change-me-now}
                hours: {week: {mon-sun: "00:00-24:00"}, holidays: none}
                people:
                  - {extension: 201, name: Олена Коваленко, phones: [sip], secret: s3cret-201}
                lines:
                  - {port: "fxo:1", number: "+380441230001", script: front}
                scripts:
                  front:
                    greeting: "Вітаємо! Ви зателефонували до стоматології."
                    stages: [{ring: 201, for: 1s}]
                    otherwise: message
                """);
    }

    private ModemEmulator modem(EmulatedModel model) {
        return ModemEmulator.at(folder.resolve("ttyACM0"), model);
    }

    private static Box box(ModemEmulator modem) {
        return Box.of(office(), "").board("modem:" + modem.device()).start();
    }

    /** On a machine that tears the dial tone to pieces a call rightly goes over another line: then it is dialled again. */
    private static void dials(Box box, Handset telephone, String number, ModemEmulator modem) {
        for (int attempt = 0; attempt < 4 && !modem.dialled().equals(number); attempt++) {
            telephone.hangsUp();
            telephone.isQuiet().dials(number);
            long patience = System.nanoTime() + Duration.ofSeconds(15).toNanos();
            Until.holds(
                    "dialled, or elsewhere", () -> modem.dialled().equals(number) || System.nanoTime() - patience > 0);
        }
        assertThat(modem.dialled()).isEqualTo(number);
    }

    private static void hearsTheTone(ModemEmulator modem) {
        Until.holds(
                "the message tone", Duration.ofSeconds(60), () -> Hearing.messageTone(modem.heard()), at -> at >= 0);
    }

    private static JsonNode message(Box box, String number) {
        return Until.holds(
                        "the message of " + number,
                        () -> box.api().list("/api/messages").stream()
                                .filter(m ->
                                        number.equals(m.path("callerNumber").asString("")))
                                .toList(),
                        all -> !all.isEmpty())
                .getFirst();
    }

    private static short[] sound(Box box, JsonNode message) {
        return box.api().sound("/api/messages/" + message.path("id").asString() + "/audio.wav");
    }

    private static List<JsonNode> alarms(Box box, String what) {
        return box.api().list("/api/alarms?state=open").stream()
                .filter(alarm -> alarm.path("what").asString().equals(what))
                .toList();
    }

    @Test
    void aCallerOverAModemIsKnownAndGreetedAndLeavesAMessageWithAPromise() {
        String number = "+380671230001";
        try (ModemEmulator modem = modem(EmulatedModel.usr5637(true));
                Box box = box(modem)) {
            modem.rings("DATE = 1123", "TIME = 1015", "NMBR = 0671230001", "NAME = LILIYA");
            hearsTheTone(modem);
            assertThat(Hearing.lively(modem.heard())).as("seconds of greeting").isGreaterThan(2);
            modem.says(SAID);
            Until.holds("the caller has spoken", modem::hasSpoken);
            modem.hangsUp();
            JsonNode call = box.endedCall(number);
            assertThat(call.path("outcome").asString()).isEqualTo("message");
            assertThat(call.path("via").asString()).isEqualTo("fxo:1");
            assertThat(call.path("callerName").asString()).isEqualTo("LILIYA");
            assertThat(box.promises(number, "open")).hasSize(1);
            assertThat(Hearing.alike(SAID, sound(box, message(box, number)), 2)).isGreaterThanOrEqualTo(ALIKE);
            Until.holds("on hook", () -> !modem.offHook());
            assertThat(box.api().list("/api/alarms?state=open").toString()).doesNotContain("fxo:1");
            stopsInOrderInACall(box, modem);
        }
    }

    /** The line would be busy for whoever calls while the box is off. */
    private static void stopsInOrderInACall(Box box, ModemEmulator modem) {
        modem.rings("NMBR = 0671230006", "NAME = O");
        Until.holds("answered", modem::answered);
        assertThat(box.stop()).isZero();
        assertThat(modem.offHook()).as("laid down before the box is off").isFalse();
        box.again("");
        assertThat(box.endedCall("+380671230006").path("outcome").asString()).isEqualTo("gaveUp");
        assertThat(box.api().list("/api/ledger/deaf").toString())
                .contains("the box was stopped")
                .doesNotContain("the modem is not there");
    }

    @Test
    void aModemPulledOutInTheMiddleOfAMessageCostsNeitherMessageNorPromiseAndIsTakenBackByItself() {
        String first = "+380671230002";
        String second = "+380671230003";
        try (ModemEmulator modem = modem(EmulatedModel.cx93010(true));
                Box box = box(modem)) {
            modem.rings("NMBR = 0671230002", "NAME = O");
            hearsTheTone(modem);
            modem.says(SAID);
            Until.holds("the caller has spoken", modem::hasSpoken);
            modem.unplug();
            JsonNode call = box.endedCall(first);
            assertThat(call.path("outcome").asString()).isEqualTo("message");
            assertThat(box.promises(first, "open")).hasSize(1);
            assertThat(Hearing.alike(SAID, sound(box, message(box, first)), 2)).isGreaterThanOrEqualTo(ALIKE);
            Until.holds("one alarm", () -> alarms(box, "modemAbsent").size() == 1);
            JsonNode deaf = Until.holds(
                            "its time is deaf", () -> box.api().list("/api/ledger/deaf"), all -> !all.isEmpty())
                    .getFirst();
            assertThat(deaf.path("seen").asString()).isEqualTo("the modem is not there");
            assertThat(deaf.path("cause").asString()).isEqualTo("fault");
            modem.plug();
            Until.holds("healed", () -> alarms(box, "modemAbsent").isEmpty());
            modem.rings("NMBR = 0671230003", "NAME = O");
            hearsTheTone(modem);
            modem.hangsUp();
            assertThat(box.endedCall(second).path("outcome").asString()).isEqualTo("gaveUp");
            assertThat(box.promises(second, "open")).hasSize(1);
        }
    }

    @Test
    void aModemThatEitherPlaysOrRecordsGreetsTakesTheMessageRingsNobodyAndSaysSoInOneAlarm() {
        String number = "+380671230004";
        try (ModemEmulator modem = modem(EmulatedModel.cx93010(false));
                Box box = box(modem)) {
            Until.holds("the alarm", () -> alarms(box, "modemOneWay").size() == 1);
            modem.rings("NMBR = 0671230004", "NAME = O");
            hearsTheTone(modem);
            assertThat(Hearing.lively(modem.heard())).as("seconds of greeting").isGreaterThan(2);
            Until.holds(
                    "it records again",
                    () -> modem.commands().getLast().equals("AT+VRX")
                            && modem.commands().stream()
                                            .filter("AT+VTX"::equals)
                                            .count()
                                    >= 1);
            modem.says(SAID);
            Until.holds("the caller has spoken", modem::hasSpoken);
            modem.hangsUp();
            JsonNode call = box.endedCall(number);
            assertThat(call.path("outcome").asString()).isEqualTo("message");
            assertThat(call.path("stages").toString()).as("nobody was rung").doesNotContain("201");
            assertThat(box.call(call.path("id").asString()).path("events").toString())
                    .contains("not rung, the line's modem cannot hear and speak at once");
            assertThat(box.promises(number, "open")).hasSize(1);
            assertThat(Hearing.alike(SAID, sound(box, message(box, number)), 2)).isGreaterThanOrEqualTo(ALIKE);
            theOfficeIsTriedWithTheModemAsItIs(box);
        }
    }

    /** Nothing in the office file says that it carries sound one way only. */
    private static void theOfficeIsTriedWithTheModemAsItIs(Box box) {
        assertThat(box.api().get("/api/lines/fxo:1").path("oneWay").asBoolean()).isTrue();
        assertThat(alarms(box, "officeDoubtful")).isEmpty();
        String out = office().yaml().replace("port: \"fxo:1\"", "port: \"fxo:1\", direction: out");
        assertThat(box.api()
                        .send("PUT", "/api/office", out.getBytes(StandardCharsets.UTF_8), "application/yaml")
                        .statusCode())
                .isEqualTo(200);
        Until.holds(
                "nobody can call out over it",
                () -> alarms(box, "officeDoubtful").toString(),
                all -> all.contains("lines[0].oneWay"));
    }

    @Test
    void aTelephoneOfTheOfficeCallsOutOverAModemBesideABoardAndTheTwoHearEachOther() {
        Office beside = new Office(office().yaml()
                .replace("phones: [sip], secret: s3cret-201", "phones: [\"fxs:1\"]")
                .replace("port: \"fxo:1\"", "port: \"fxo:3\", order: 1, outgoing: always"));
        short[] theirs = Speech.of(Speech.LONG_B, 4);
        try (ModemEmulator modem = modem(EmulatedModel.usr5637(true));
                Box box = Box.of(beside, "")
                        .board("simulated", "modem:" + modem.device())
                        .start()) {
            assertThat(box.output()).contains("board=simulated,modem:" + modem.device());
            modem.answersAfter(1500);
            Handset olena = box.telephone(1).isQuiet();
            dials(box, olena, "0671230005", modem);
            Until.holds("answered", modem::answered);
            modem.says(theirs);
            Until.holds("she hears it", () -> Hearing.alike(theirs, olena.heard(), 2), alike -> alike > ALIKE);
            olena.says(SAID);
            Until.holds("they hear her", () -> Hearing.alike(SAID, modem.heard(), 2), alike -> alike > ALIKE);
            modem.hangsUp();
            JsonNode call = box.endedCall("+380671230005");
            assertThat(call.path("direction").asString()).isEqualTo("out");
            assertThat(call.path("outcome").asString()).isEqualTo("talked");
            Until.holds("on hook", () -> !modem.offHook());
        }
    }
}
