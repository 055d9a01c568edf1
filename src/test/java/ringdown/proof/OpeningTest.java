package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import ringdown.mailer.PostOffice;
import tools.jackson.databind.JsonNode;

/** The owner's telephone is rung first thing when the day opens, and one key dials the caller. */
@Execution(ExecutionMode.CONCURRENT)
class OpeningTest {
    private static final String LILIYA = "+380501112233";
    private static final String STRANGER = "+380671450001";

    private static Office office() {
        return Office.ofTheContract()
                .without("duty: 201")
                .withoutGreetings()
                .with("manager: 201, backups: [202, 203]", "manager: 202, backups: [203]")
                .with("members: [201, 202]", "members: [202]");
    }

    private static void leavesNothing(Box box, String number) {
        Line line = box.line(1);
        line.rings(number, "etsi-before-ring").isAnswered();
        line.hearsMessageTone();
        line.hangsUp().isFree();
        box.endedCall(number);
        assertThat(box.promises(number, "open").getFirst().path("owner").asString())
                .isEqualTo("202");
    }

    /** Lines of the live feed, as they come. */
    private static List<String> live(Box box) {
        String token = box.api()
                .post("/api/tokens", Map.of("name", "wallboard"))
                .path("token")
                .asString();
        List<String> lines = new CopyOnWriteArrayList<>();
        HttpRequest feed = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + box.web() + "/api/live"))
                .header("Authorization", "Bearer " + token)
                .build();
        Thread.ofVirtual().start(() -> {
            try (HttpClient client = HttpClient.newHttpClient()) {
                client.send(feed, HttpResponse.BodyHandlers.ofLines()).body().forEach(lines::add);
            } catch (IOException | UncheckedIOException | InterruptedException end) {
                lines.add("the feed has ended");
            }
        });
        Until.holds("the feed", () -> lines.contains(": ringdown"));
        return lines;
    }

    @Test
    void whoRegistersAfterTheOpeningIsRungThenAndTheReminderGoesToThePageAndByLetter() throws Exception {
        try (PostOffice post = new PostOffice(0)) {
            Office office = Office.ofTheContract()
                    .without("duty: 201")
                    .withoutGreetings()
                    .with("secret: s3cret-201,", "secret: s3cret-201, mail: olena@example.org,")
                    .with(
                            "accounts:",
                            "mail: {host: 127.0.0.1, port: " + post.port()
                                    + ", security: none, from: office@example.org}\naccounts:");
            try (Box box = Box.running(office, "2026-11-23T08:40:00+02:00")) {
                Line line = box.line(1).clear();
                line.rings(STRANGER, "etsi-before-ring").isAnswered();
                line.hearsMessageTone();
                line.hangsUp().isFree();
                box.endedCall(STRANGER);
                List<String> live = live(box);
                box.clockReads("2026-11-23T09:00:00+02:00");
                Until.holds("the page hears of it", () -> live.contains("event: promise"));
                String letter = Until.holds("the reminder", post::taken, all -> !all.isEmpty())
                        .getFirst();
                assertThat(letter).contains("olena@example.org");
                box.clockReads("2026-11-23T09:10:00+02:00");
                try (Phone olena = Phone.registers(box, "201", "PCMA", Speech.LONG_A)) {
                    olena.isRung().answers().hears(3).hangsUp();
                    Until.holds(
                            "201 is free", () -> box.person("201").path("state").asString(), "free"::equals);
                }
                assertThat(box.promises(STRANGER, "owed")
                                .getFirst()
                                .path("attempts")
                                .asInt())
                        .as("hanging up is later")
                        .isZero();
            }
        }
    }

    private static boolean lamp(Box box) {
        return box.telephone(1).view().path("messageWaiting").asBoolean();
    }

    @Test
    void whoOwesCallsIsRungWhenTheDayOpensAndOneKeyDialsTheFirst() {
        try (Box box = Box.running(office(), "2026-11-23T08:40:00+02:00")) {
            Line line = box.line(1).clear();
            box.line(2).clear();
            leavesNothing(box, STRANGER);
            leavesNothing(box, LILIYA);
            Handset ivan = box.telephone(1);
            assertThat(lamp(box)).as("not due yet").isFalse();
            box.clockReads("2026-11-23T09:00:00+02:00");
            ivan.isRung();
            Until.holds(
                    "it shows whom to call",
                    () -> ivan.view().path("callerNumber").asString(""),
                    shown -> shown.endsWith("501112233"));
            Until.holds("the reminder lamp", () -> lamp(box));
            ivan.isQuiet(); // nobody lifted
            Until.holds("202 is free", () -> box.person("202").path("state").asString(), "free"::equals);
            box.clockReads("2026-11-23T09:05:30+02:00");
            line.behaves(Map.of("answers", Map.of("afterMs", 500)));
            ivan.isRung().lifts().hears(3).presses("1");
            Until.holds("the client is dialled", line::dialled, dialled -> dialled.contains("501112233"));
            line.is("talking").says(Speech.of(Speech.LONG_B, 3)).listens(4);
            assertThat(box.line(2).state()).as("the last idle line").isEqualTo("idle");
            line.hangsUp();
            // asked how it went: they have talked; then the next one on the list, not now
            ivan.fromNow().hears(2).presses("1");
            JsonNode kept = Until.holds("kept", () -> box.promises(LILIYA, "kept"), all -> !all.isEmpty())
                    .getFirst();
            assertThat(kept.path("attempts").asInt()).isEqualTo(1);
            ivan.fromNow().hears(3).presses("2");
            Until.holds("202 is free", () -> box.person("202").path("state").asString(), s -> !s.equals("ringing"));
            ivan.hangsUp();
            JsonNode open = box.promises(STRANGER, "owed").getFirst();
            assertThat(open.path("attempts").asInt()).isZero();
            Until.holds("one is still due", () -> lamp(box)); // its telephone shows it only some seconds after a ring
            assertThat(box.balance().path("balanced").asBoolean()).isTrue();
        }
    }

    /** The box rings somebody of its own accord: a caller, and the page, go before it. */
    @Test
    void whomTheBoxRingsAtTheOpeningIsThereForACallerAndForThePage() {
        try (Box box = Box.running(office(), "2026-11-23T08:40:00+02:00")) {
            Line line = box.line(1).clear();
            leavesNothing(box, STRANGER);
            String promise =
                    box.promises(STRANGER, "open").getFirst().path("id").asString();
            Handset ivan = box.telephone(1);
            box.clockReads("2026-11-23T09:00:00+02:00");
            ivan.isRung();
            line.rings(LILIYA, "etsi-before-ring");
            Until.holds(
                    "the caller rings in the place of the box",
                    () -> box.callsOf(LILIYA).toString(),
                    call -> call.contains("\"rang\":[\"202\"]"));
            ivan.isRung().lifts();
            line.isAnswered().says(Speech.of(Speech.LONG_B, 2));
            ivan.hears(1).hangsUp();
            line.hangsUp().isFree();
            box.endedCall(LILIYA);
            box.clockReads("2026-11-23T09:05:30+02:00");
            ivan.isRung();
            box.api().post("/api/promises/" + promise + "/call", Map.of());
            ivan.isRung().lifts();
            // the office has hung up first on line 1, so that the other one is taken (LINES rule 6)
            Until.holds(
                    "the page's call goes out",
                    () -> line.dialled() + box.line(2).dialled(),
                    d -> !d.isEmpty());
            ivan.hangsUp();
        }
    }

    /** A handset in the hand with dial tone needs no ring: the page's call goes out on it at once; one that talks is busy. */
    @Test
    void aLiftedTelephoneIsConnectedAtOnceWhenThePageCallsAndABusyOneIsNot() {
        try (Box box = Box.running(office(), "2026-11-23T10:00:00+02:00")) {
            Line line = box.line(1).clear();
            leavesNothing(box, STRANGER);
            String call = "/api/promises/"
                    + box.promises(STRANGER, "owed").getFirst().path("id").asString() + "/call";
            Line second = box.line(2).clear().behaves(Map.of("answers", Map.of("afterMs", 500)));
            line.behaves(Map.of("answers", Map.of("afterMs", 500)));
            Handset ivan = box.telephone(1).isQuiet().lifts().hears(0.5); // dial tone
            box.api().post(call, Map.of("from", 202));
            assertThat(ivan.rings()).isFalse();
            Until.holds("it is dialled", () -> line.dialled() + second.dialled(), d -> d.contains("671450001"));
            Line used = line.dialled().isEmpty() ? second : line;
            used.is("talking").says(Speech.of(Speech.LONG_B, 3));
            ivan.fromNow().hears(2);
            assertThat(box.api().postStatus(call, Map.of("from", 202))).isEqualTo(409);
            used.hangsUp();
            ivan.hangsUp();
            Until.holds("202 is free", () -> box.person("202").path("state").asString(), "free"::equals);
            ivan.lifts().hears(0.5).presses("0");
            Until.holds("the key has ended its dial tone", () -> endsInSilence(ivan.heard()));
            assertThat(box.api().postStatus(call, Map.of("from", 202)))
                    .as("it has begun to dial")
                    .isEqualTo(409);
            ivan.hangsUp();
            assertThat(box.promises(STRANGER, "owed")
                            .getFirst()
                            .path("attempts")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    private static boolean endsInSilence(short[] heard) {
        return Hearing.lively(Arrays.copyOfRange(heard, Math.max(0, heard.length - 2400), heard.length)) == 0;
    }

    private static void shows(Handset telephone, String number) {
        Until.holds(
                "it shows " + number,
                () -> telephone.view().path("callerNumber").asString(""),
                shown -> shown.endsWith(number));
    }

    @Test
    void aRestartInTheFirstHourForgetsNobodyWhoIsStillToBeRung() {
        try (Box box = Box.running(office(), "2026-11-23T08:40:00+02:00")) {
            box.line(1).clear();
            leavesNothing(box, STRANGER);
            box.clockReads("2026-11-23T09:00:00+02:00");
            box.telephone(1).isRung();
            box.stop();
            box.again("2026-11-23T09:06:00+02:00");
            Handset ivan = box.telephone(1).isRung();
            shows(ivan, "671450001");
            ivan.lifts().hears(2).hangsUp();
            Until.holds("202 is free", () -> box.person("202").path("state").asString(), "free"::equals);
            box.stop();
            box.again("2026-11-23T09:20:00+02:00");
            box.line(1).rings(LILIYA, "etsi-before-ring");
            shows(box.telephone(1).isRung(), "501112233"); // told already: only a caller rings
            box.line(1).hangsUp().isFree();
            long rung = box.callsOf("202").stream()
                    .filter(call -> call.path("events").toString().contains("the day opens"))
                    .count();
            assertThat(rung).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void whoHasOnlyAMobileIsCalledThereAndTakesItByKeyOne() {
        Office office = office().with("phones: [sip, \"fxs:1\"], secret: s3cret-202", "mobile: \"+380671119999\"")
                .withTrunk("direct", "+380441230004", "front");
        try (Trunk direct = Trunk.of(office, "direct");
                Box box = Box.running(office, "2026-11-23T08:40:00+02:00")) {
            direct.serves(box);
            box.line(1).clear();
            leavesNothing(box, STRANGER);
            box.line(1).behaves(Map.of("cut", true));
            box.line(2).behaves(Map.of("cut", true));
            Until.holds("no copper", () -> box.api().get("/api/health").toString(), h -> !h.contains("\"idle\""));
            box.clockReads("2026-11-23T09:00:00+02:00");
            SipCall mobile = direct.isCalled();
            assertThat(mobile.number()).endsWith("671119999");
            mobile.lifts().fromNow().hears(2).presses("1");
            mobile.fromNow().hears(3).presses("1");
            SipCall client = direct.isCalled();
            assertThat(client.number()).endsWith("671450001");
            client.lifts().says(Speech.of(Speech.LONG_B, 3));
            mobile.fromNow().hears(1.5);
            mobile.hangsUp();
            client.isOver();
        }
    }

    @Test
    void theOfficeFileMayDoWithoutTheOpeningRing() {
        Office office = office().with("office:\n", "office:\n  openingRing: false\n");
        try (Box box = Box.running(office, "2026-11-23T08:40:00+02:00")) {
            box.line(1).clear();
            leavesNothing(box, STRANGER);
            box.clockReads("2026-11-23T09:00:00+02:00");
            Until.holds("the reminder lamp", () -> lamp(box));
            box.clockReads("2026-11-23T09:59:00+02:00");
            assertThat(box.telephone(1).rings()).isFalse();
            assertThat(box.callsOf("202")).isEmpty();
            String file = Api.text(box.api().send("GET", "/api/office", new byte[0], null));
            assertThat(file).contains("openingRing: false");
        }
    }
}
