package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** Power is cut: nothing that was said or promised is lost. */
@Execution(ExecutionMode.CONCURRENT)
class CrashTest {
    private static final String FRIDAY_EVENING = "2026-11-20T18:30:00+02:00";
    private static final String LILIYA = "+380501112233";
    private static final String LATER = "2026-11-20T18:45:00+02:00";

    @Test
    void aPromiseThatWasBeingSpokenStandsWithTheSameMoment() {
        try (Box box = Box.running(Office.ofTheContract().without("duty: 201"), FRIDAY_EVENING)) {
            Line line = box.line(1).rings("+380671280001").isAnswered();
            JsonNode spoken = Until.holds(
                            "the promise is written", () -> box.promises("+380671280001", "open"), p -> !p.isEmpty())
                    .getFirst();
            line.hears(0.5);
            box.dies();
            box.again(LATER);
            JsonNode stands = box.promises("+380671280001", "open").getFirst();
            assertThat(stands.path("id")).isEqualTo(spoken.path("id"));
            assertThat(stands.path("dueAt").asString()).isEqualTo("2026-11-21T10:00:00+02:00");
            assertThat(stands.path("spokenAs").asString())
                    .isEqualTo(spoken.path("spokenAs").asString());
            assertThat(box.callsOf("+380671280001").getFirst().path("outcome").asString())
                    .isEqualTo("interrupted");
            assertThat(box.promises("+380671280001", "all")).hasSize(1);
            balances(box, 1);
            deaf(box);
        }
    }

    @Test
    void aMessageThatWasBeingRecordedPlaysUpToTheLastSecond() {
        try (Box box = Box.running(Office.ofTheContract().without("duty: 201"), FRIDAY_EVENING)) {
            Line line = box.line(1).clear();
            line.rings("+380671280002").isAnswered();
            line.hearsMessageTone();
            short[] said = Speech.of(Speech.LONG_A, 12);
            line.says(said).listens(10);
            box.dies();
            box.again(LATER);
            JsonNode call = box.callsOf("+380671280002").getFirst();
            assertThat(call.path("outcome").asString()).isEqualTo("interrupted");
            assertThat(box.promises("+380671280002", "open")).hasSize(1);
            JsonNode message = box.api().list("/api/messages").getFirst();
            assertThat(message.path("callId")).isEqualTo(call.path("id"));
            short[] kept = box.api().sound("/api/messages/" + message.path("id").asString() + "/audio.wav");
            assertThat(kept.length / 8000.0).isGreaterThanOrEqualTo(8);
            assertThat(message.path("seconds").asDouble())
                    .isCloseTo(kept.length / 8000.0, org.assertj.core.data.Offset.offset(0.2));
            short[] last = java.util.Arrays.copyOfRange(kept, kept.length - 16_000, kept.length);
            assertThat(Hearing.alike(last, said, 1.8)).isGreaterThanOrEqualTo(0.97);
            balances(box, 1);
        }
    }

    @Test
    void aTalkThatWasCutIsInterruptedAndPromised() {
        try (Box box = Box.running(Office.ofTheContract(), "2026-11-23T10:00:00+02:00")) {
            box.line(1).rings("+380671280003").isAnswered();
            box.telephone(1).isRung().lifts();
            Until.holds(
                    "they talk",
                    () -> box.callsOf("+380671280003")
                            .getFirst()
                            .path("outcome")
                            .asString(),
                    "talking"::equals);
            box.line(2).rings(LILIYA, "etsi-before-ring");
            box.telephone(2).isRung();
            box.dies();
            box.again("2026-11-23T10:20:00+02:00");
            assertThat(box.callsOf(LILIYA).getFirst().path("stages").toString())
                    .as("whom it rang stands in the call, though the box died")
                    .contains("\"target\":\"backups\"", "\"rang\":[\"203\"]", "callerLeft");
            assertThat(box.callsOf("+380671280003").getFirst().path("outcome").asString())
                    .isEqualTo("interrupted");
            assertThat(box.promises("+380671280003", "open")).hasSize(1);
            balances(box, 2);
        }
    }

    private static void balances(Box box, int promised) {
        JsonNode balance = box.balance();
        assertThat(balance.path("balanced").asBoolean()).isTrue();
        assertThat(balance.path("promised").asInt()).isEqualTo(promised);
        assertThat(balance.path("open").asInt()).isZero();
        assertThat(balance.path("promises").path("made").asInt()).isEqualTo(promised);
    }

    private static void deaf(Box box) {
        assertThat(box.api().list("/api/ledger/deaf?from=2026-11-20&to=2026-11-22"))
                .filteredOn(d -> d.path("via").asString().equals("fxo:1"))
                .anySatisfy(d -> {
                    assertThat(d.path("cause").asString()).isEqualTo("powerLoss");
                    assertThat(d.path("from").asString()).startsWith("2026-11-20T18:3");
                    assertThat(d.path("to").asString()).startsWith("2026-11-20T18:4");
                });
    }
}
