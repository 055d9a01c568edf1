package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** Talks are recorded, each side on its own channel, and whoever is recorded has been told (SITUATIONS 18, 19). */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the box of RecordedTalkTest")
class RecordedTalkTest {
    static final short[] CALLER = Speech.of(Speech.LONG_A, 5);
    static final short[] OFFICE = Speech.of(Speech.LONG_B, 5);
    private static final short[] CARD = Speech.of("Four one one one, two two two two, three three three three.", 4);

    private static Box box;
    private static Trunk direct;
    private static SwiftPhone olena;
    private static SwiftPhone ivan;
    private static Api quality;

    static Office office() {
        return Office.ofTheContract()
                .withTrunk("direct", "+380441230004", "direct")
                .with(
                        "purpose: advertising,  script: front",
                        "purpose: advertising, answer: person, outgoing: always, script: direct")
                .with("purpose: main number,", "purpose: main number, outgoing: always,")
                .with("hours:\n", """
                          - {name: quality, role: quality, password: hears-them-all}
                          - {name: olena, role: staff, person: 201, password: olenas-own-word}
                          - {name: ivan, role: staff, person: 202, password: ivans-own-word}
                          - {name: owner, role: director, password: owners-own-word}
                        hours:
                        """)
                .with("scripts:\n", """
                        recording: {out: true, keep: 30d}
                        scripts:
                          direct:
                            record: true
                            saysRecorded: box
                            stages:
                              - {ring: 202, for: 20s}
                            otherwise: message
                        """);
    }

    @BeforeAll
    static void start() {
        Office office = office();
        direct = Trunk.of(office, "direct");
        box = Box.running(office, "2026-11-23T10:00:00+02:00");
        direct.serves(box);
        olena = SwiftPhone.registers(box, "201");
        ivan = SwiftPhone.registers(box, "202");
        quality = box.as("quality", "hears-them-all");
    }

    @AfterEach
    void nothingIsLeft() {
        direct.hangsUp();
        olena.laysDown();
        ivan.laysDown();
        box.telephone(1).hangsUp().isQuiet();
        Until.holds("no call is open", () -> box.balance().path("open").asInt(), open -> open == 0);
    }

    @AfterAll
    static void stop() {
        olena.close();
        ivan.close();
        direct.close();
        box.close();
    }

    private static SipCall talksToIvan(String number, SipCall[] his) {
        SipCall caller = direct.calls(Trunk.Shown.as(number), "0441230004");
        his[0] = ivan.isRung().lifts();
        caller.isAnswered();
        Until.holds(
                "they talk",
                () -> box.callsOf(number).getFirst().path("outcome").asString(),
                "talking"::equals);
        return caller;
    }

    private static String address(String number) {
        return Until.holds(
                "the call names its recording",
                () -> box.callsOf(number).getFirst().path("recording").asString(""),
                address -> !address.isEmpty());
    }

    private static Taped taped(String number) {
        return Taped.of(quality.send("GET", address(number), new byte[0], null).body());
    }

    private static int status(Api who, String path) {
        return who.send("GET", path, new byte[0], null).statusCode();
    }

    /** Rule 19: the caller is told before anybody rings; left is the caller, right the office. */
    @Test
    void bothSidesAreRecordedEachOnItsOwnChannelAndTheCallerIsToldFirst() {
        String number = "+380671470001";
        SipCall caller = direct.calls(Trunk.Shown.as(number), "0441230004");
        caller.isAnswered().hears(0.6);
        SipCall his = ivan.isRung().lifts();
        his.fromNow();
        caller.says(CALLER);
        his.hears(3);
        his.says(OFFICE);
        caller.fromNow().hears(3).listens(1);
        caller.hangsUp();
        JsonNode call = box.endedCall(number);
        Taped taped = taped(number);
        assertThat(taped.hasLeft(CALLER)).isTrue();
        assertThat(taped.hasRight(OFFICE)).isTrue();
        assertThat(taped.seconds())
                .as("all of the talk, but for what a busy machine has lost of it")
                .isCloseTo(call.path("talkSeconds").asDouble(), offset(1.5));
        assertThat(level(taped.left())).isCloseTo(level(CALLER), offset(2.5));
        whoMayHearIt(call);
        aPartOfItIsSentToWhoeverSeeks(call);
        theDirectorDeletesItWithAReason(call);
    }

    /** Of its liveliest two seconds: however long the silence around them is. */
    private static double level(short[] sound) {
        return Hearing.level(Hearing.liveliest(sound, 16_000));
    }

    private static void whoMayHearIt(JsonNode call) {
        String path = call.path("recording").asString();
        assertThat(path).isEqualTo("/api/calls/" + call.path("id").asString() + "/recording.wav");
        assertThat(status(box.as("ivan", "ivans-own-word"), path)).isEqualTo(200);
        assertThat(status(box.as("olena", "olenas-own-word"), path)).isEqualTo(403);
        assertThat(status(box.api(), path)).as("the installer").isEqualTo(403);
    }

    private static void aPartOfItIsSentToWhoeverSeeks(JsonNode call) {
        String path = call.path("recording").asString();
        byte[] whole = quality.send("GET", path, new byte[0], null).body();
        byte[] part = quality.part(path, 20_001, 20_500);
        assertThat(part).isEqualTo(Arrays.copyOfRange(whole, 20_001, 20_501));
    }

    private static void theDirectorDeletesItWithAReason(JsonNode call) {
        String path = "/api/calls/" + call.path("id").asString() + "/recording";
        Api owner = box.as("owner", "owners-own-word");
        HttpResponse<byte[]> without = owner.send("DELETE", path, new byte[0], null);
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(quality.send("DELETE", path + "?reason=x", new byte[0], null).statusCode())
                .isEqualTo(403);
        owner.delete(path + "?reason=" + Api.escape("the client asked for it"));
        JsonNode now = box.call(call.path("id").asString());
        assertThat(now.path("recording").isNull()).isTrue();
        Until.holds(
                "the reason is written",
                () -> box.call(call.path("id").asString()).path("events").toString(),
                events -> events.contains("the client asked for it"));
        assertThat(status(quality, path + ".wav")).isEqualTo(404);
        var file = box.data().resolve("recordings/" + call.path("id").asString() + ".wav");
        Until.holds("the sound is gone", () -> !Files.exists(file));
    }

    @Test
    void whatIsSaidOnHoldOrWhilePausedIsSilenceAndBothPersonsOfATransferAreHeard() {
        String number = "+380671470002";
        SipCall[] his = new SipCall[1];
        SipCall caller = talksToIvan(number, his);
        his[0].presses("*40").fromNow();
        Until.holds(
                "it is paused",
                () -> box.callsOf(number).getFirst().path("events").toString(),
                events -> events.contains("recording paused by 202"));
        caller.says(CARD);
        his[0].hears(2).listens(4); // all of the card
        his[0].presses("*41");
        Until.holds(
                "it goes on",
                () -> box.callsOf(number).getFirst().path("events").toString(),
                events -> events.contains("recording goes on by 202"));
        his[0].putsThrough("201", null);
        SipCall hers = olena.isRung().lifts();
        his[0].isOver();
        Until.holds(
                "they talk",
                () -> box.callsOf(number).getFirst().path("answeredBy").asString(""),
                "201"::equals);
        hers.says(OFFICE);
        caller.says(CALLER).fromNow().hears(3);
        hers.hears(3).listens(1).hangsUp();
        box.endedCall(number);
        Taped taped = taped(number);
        assertThat(taped.hasLeft(CALLER)).isTrue();
        assertThat(taped.hasRight(OFFICE)).isTrue();
        assertThat(Hearing.same(CARD, taped.left(), 2))
                .as("the card number is nowhere")
                .isLessThan(0.6);
        String path = box.callsOf(number).getFirst().path("recording").asString();
        assertThat(status(box.as("olena", "olenas-own-word"), path)).isEqualTo(200);
        assertThat(status(box.as("ivan", "ivans-own-word"), path)).isEqualTo(200);
    }

    @Test
    void callsOfAScriptThatDoesNotRecordHaveNone() {
        String number = "+380671470004";
        Line line = box.line(1).clear().rings(number, "etsi-before-ring");
        Handset desk = box.telephone(1).isRung().lifts();
        line.isAnswered().listens(1);
        line.hangsUp();
        desk.hangsUp();
        assertThat(box.endedCall(number).path("recording").isNull()).isTrue();
    }

    /** Rule 19: the line waits for a person, so nobody has told the caller anything. */
    @Test
    void whoWasNotToldIsNotRecordedThoughTheScriptRecords() {
        String number = "+380671470005";
        Line line = box.line(2).clear().rings(number, "etsi-before-ring");
        Handset desk = box.telephone(1).isRung().lifts();
        line.isAnswered().says(CALLER);
        desk.hears(2);
        line.hangsUp();
        desk.hangsUp();
        JsonNode call = box.endedCall(number);
        assertThat(call.path("outcome").asString()).isEqualTo("talked");
        assertThat(call.path("recording").isNull()).isTrue();
    }

    @Test
    void aScriptThatRecordsAndDoesNotSayItIsRefusedWithTheMinute() {
        HttpResponse<byte[]> answer = box.api()
                .send(
                        "PUT",
                        "/api/office",
                        office().with("    saysRecorded: box\n", "")
                                .yaml()
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        "application/yaml");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Api.text(answer))
                .contains("scripts.direct.record")
                .contains("script direct records and does not say so")
                .contains("\"at\":\"2026-11-2");
        Map<String, String> said = Map.of(
                "greeting: \"Вітаємо! Розмова записується.\"", "200",
                "greeting: \"Разговор записывается, соединяем.\"", "200",
                "greeting: \"Your call may be recorded for training.\"", "200",
                "greeting: \"Ваша розмова не записується.\"", "422",
                "greeting: personal", "422",
                "greeting: \"Запишіться на прийом.\"", "422");
        said.forEach((greeting, status) -> {
            Office changed = office().with("saysRecorded: box", greeting);
            HttpResponse<byte[]> checked = box.api()
                    .send(
                            "POST",
                            "/api/office/check",
                            changed.yaml().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                            "application/yaml");
            String faults = Api.text(checked);
            assertThat(faults.contains("does not say so")).as(greeting).isEqualTo(status.equals("422"));
        });
    }
}
