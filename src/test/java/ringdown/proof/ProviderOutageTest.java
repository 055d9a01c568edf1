package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** The rows "power cut" and "promise due while the line is down" of SITUATIONS.md, where the line is a provider's (SITUATIONS 15). */
@Execution(ExecutionMode.CONCURRENT)
class ProviderOutageTest {
    private static final String CALLED = "+48585550150";
    private static final String TALKING = "+48601300001";
    private static final String OWED = "+48601300002";
    private static final String UNHEARD = "+48601300003";
    private static final String DAY = "2026-10-14T";

    private static Office office() {
        return new Office("""
                office: {name: Stocznia Mewa, country: PL, language: en, timeZone: Europe/Warsaw}
                accounts: [{name: installer, role: installer, password: change-me-now}]
                hours: {week: {mon-fri: "08:00-16:00"}}
                people:
                  - {extension: 71, name: Kasia Mewa, phones: [sip], secret: s3cret-71}
                teams: [{name: yard, members: [71], head: 71}]
                lines: # none calls out: the provider does
                  - {port: "fxo:1", number: "+48585550151", direction: in, script: yard}
                  - {port: "fxo:2", number: "+48585550152", direction: in, script: yard}
                trunks:
                  - {name: gdansk, host: 127.0.0.1, port: %d, user: mewa, secret: gdansk-s, register: true, numbers: ["%s"], script: yard}
                scripts:
                  yard: {stages: [{ring: team yard, for: 30s}], otherwise: message}
                """.formatted(Ports.free(), CALLED));
    }

    @Test
    void whatHappensWhileTheProviderOrTheBoxIsDownIsFoundAgainAndOwed() {
        Office office = office();
        try (Trunk gdansk = Trunk.of(office, "gdansk").grants(5);
                Box box = Box.running(office, DAY + "09:40:00+02:00")) {
            gdansk.serves(box);
            try (SwiftPhone kasia = SwiftPhone.registers(box, "71")) {
                thePowerFailsInATalk(box, gdansk, kasia);
                thePromiseFallsDueWhileTheProviderIsDown(box, gdansk, kasia);
            }
            Until.holds("no call is open", () -> box.balance().path("open").asInt(), open -> open == 0);
            assertThat(box.balance().path("balanced").asBoolean()).isTrue();
        }
    }

    private static void thePowerFailsInATalk(Box box, Trunk gdansk, SwiftPhone kasia) {
        gdansk.calls(Trunk.Shown.as(TALKING), CALLED);
        kasia.isRung().lifts();
        Until.holds(
                "they talk",
                () -> box.callsOf(TALKING).getFirst().path("outcome").asString(),
                "talking"::equals);
        box.dies();
        gdansk.hangsUp();
        box.again(DAY + "10:20:00+02:00");
        gdansk.serves(box);
        assertThat(box.endedCall(TALKING).path("outcome").asString()).isEqualTo("interrupted");
        assertThat(box.promises(TALKING, "open")).hasSize(1);
        JsonNode deaf = deaf(box, "powerLoss", true);
        assertThat(deaf.path("from").asString()).startsWith(DAY + "09:");
        assertThat(deaf.path("to").asString()).startsWith(DAY + "10:2");
        assertThat(box.api().list("/api/ledger/tasks").toString()).contains("gdansk");

        String list = "time,number,called\n14.10.2026 10:00,601 300 003," + CALLED + "\n";
        JsonNode taken = box.api().file("/api/calls/import", "text/csv", list.getBytes(StandardCharsets.UTF_8));
        assertThat(taken.path("calls").asInt()).isEqualTo(1);
        assertThat(box.endedCall(UNHEARD).path("via").asString()).isEqualTo("gdansk");
        assertThat(box.promises(UNHEARD, "owed")).hasSize(1);
    }

    /** The newest time in which the trunk could not be heard for that cause, once it has an end, or while it has none. */
    private static JsonNode deaf(Box box, String cause, boolean over) {
        return Until.holds(
                        "deaf: " + cause,
                        () -> box.api().list("/api/ledger/deaf?from=2026-10-14&to=2026-10-15").stream()
                                .filter(time -> time.path("via").asString().equals("gdansk")
                                        && time.path("cause").asString().equals(cause))
                                .toList(),
                        all -> !all.isEmpty() && all.getFirst().path("to").isNull() != over)
                .getFirst();
    }

    private static void thePromiseFallsDueWhileTheProviderIsDown(Box box, Trunk gdansk, SwiftPhone kasia) {
        kasia.register();
        Until.holds("71 is registered", () -> box.registered("71"));
        SipCall caller = gdansk.calls(Trunk.Shown.as(OWED), CALLED).isRinging();
        kasia.isRung();
        caller.hangsUp();
        box.endedCall(OWED);
        JsonNode promise = box.promises(OWED, "open").getFirst();
        String path = "/api/promises/" + promise.path("id").asString();
        gdansk.isDown(true);
        deaf(box, "unregistered", false);
        Until.holds("an alarm", () -> alarms(box).toString().contains("gdansk"));
        assertThat(box.api().get(path).path("overdueAt")).isEqualTo(promise.path("overdueAt"));
        assertThat(box.api().list("/api/tocall"))
                .extracting(one -> one.path("tel").asString(""))
                .contains("tel:" + OWED);
        whatNeverLeftTheBoxIsNoAttempt(box, kasia, path);
        box.clockReads(DAY + "12:00:00+02:00");
        JsonNode broken = box.api().get(path);
        assertThat(broken.path("state").asString()).as("the deadline stays").isEqualTo("broken");
        assertThat(broken.path("overdueAt")).isEqualTo(promise.path("overdueAt"));
        assertThat(box.api()
                        .post(path + "/close", Map.of("how", "ownMobile"))
                        .path("state")
                        .asString())
                .isEqualTo("kept");
        gdansk.isDown(false);
        deaf(box, "unregistered", true);
        Until.holds("no alarm", () -> !alarms(box).toString().contains("gdansk"));
    }

    /** An unknown caller is dialled once; a click while nothing can be dialled is not that once. */
    private static void whatNeverLeftTheBoxIsNoAttempt(Box box, SwiftPhone kasia, String path) {
        assertThat(box.api().get(path).path("passing").asBoolean()).isTrue();
        int before = box.api().list("/api/calls?person=71").size();
        box.api().post(path + "/call", Map.of("from", 71));
        SipCall told = kasia.isRung().lifts();
        short[] words = box.api().sound("/api/prompts/en/no-free-line");
        Until.holds("it is said", () -> Hearing.alike(words, told.heard(), 1), likeness -> likeness >= 0.8);
        Until.holds(
                "the call out is over",
                () -> box.api().list("/api/calls?person=71"),
                calls -> calls.size() > before
                        && calls.getFirst().path("endedAt").isString());
        kasia.laysDown();
        JsonNode now = box.api().get(path);
        assertThat(now.path("attempts").asInt()).isZero();
        assertThat(now.path("state").asString()).isEqualTo("open");
    }

    private static List<JsonNode> alarms(Box box) {
        return box.api().list("/api/alarms?state=open");
    }
}
