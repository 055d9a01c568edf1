package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** Who calls while the office is closed is promised a moment that holds, hears it, and can leave a message. */
@Execution(ExecutionMode.CONCURRENT)
class AfterHoursTest {
    private static final String SUMMER_TIME_ENDS = "2026-10-24T20:00:00+03:00";

    @Test
    void theMomentIsRightOnOrdinaryAndOddDaysInUkraine() {
        try (Box box = Box.running(Office.ofTheContract().without("duty: 201"), SUMMER_TIME_ENDS)) {
            closed(box, "+380671110001", "2026-10-26T09:00:00+02:00", "2026-10-26T10:00:00+02:00", "понеділок");
            box.clockReads("2026-11-20T18:30:00+02:00");
            closed(box, "+380671110002", "2026-11-21T10:00:00+02:00", "2026-11-21T11:00:00+02:00", "завтра");
            box.clockReads("2026-11-21T15:30:00+02:00");
            closed(box, "+380671110003", "2026-11-23T09:00:00+02:00", "2026-11-23T10:00:00+02:00", "понеділок");
            box.clockReads("2026-12-24T19:00:00+02:00");
            closed(box, "+380671110004", "2026-12-26T10:00:00+02:00", "2026-12-26T11:00:00+02:00", "субот");
            assertThat(box.balance().path("balanced").asBoolean()).isTrue();
            assertThat(box.balance().path("promised").asInt()).isEqualTo(4);
        }
    }

    @Test
    void movedWorkingDaysAreKnownInRussiaAndAYearWithoutADecreeNamesNoDate() {
        Office russian = Office.ofTheContract()
                .without("duty: 201")
                .with(", sat: \"10:00-14:00\"", "")
                .without("exceptions:")
                .without("{date: 2026-12-31")
                .without("{from: 2027-01-02")
                .with("country: UA", "country: RU")
                .with("language: uk", "language: ru")
                .with("Europe/Kyiv", "Europe/Moscow")
                .with("+380441230001", "+74951230001")
                .with("+380441230002", "+74951230002")
                .with("+380441230003", "+74951230003")
                .with("Вітаємо! Зараз неробочий час.", "Здравствуйте! Сейчас нерабочее время.");
        try (Box box = Box.running(russian, "2026-12-30T19:00:00+03:00")) {
            closed(
                    box,
                    "+79161110001",
                    "2027-01-11T09:00:00+03:00",
                    "2027-01-11T10:00:00+03:00",
                    "в первый рабочий день");
        }
    }

    private static void closed(Box box, String number, String due, String overdue, String spoken) {
        Line line = box.line(1).clear();
        short[] message = Speech.of("My name is Peter, please call me about the roof before the rain comes.");
        line.rings(number).isAnswered();
        double tone = line.hearsMessageTone();
        assertThat(tone).as("the tone comes at most 20 s after the answer").isLessThanOrEqualTo(20.0);
        short[] announcement = java.util.Arrays.copyOf(line.heard(), (int) (tone * 8000));
        assertThat(Hearing.lively(announcement)).as("the promise is heard").isGreaterThan(4);
        assertThat(Hearing.level(announcement)).isGreaterThan(-40);
        JsonNode promise = box.promises(number, "owed").getFirst();
        assertThat(promise.path("dueAt").asString()).isEqualTo(due);
        assertThat(promise.path("overdueAt").asString()).isEqualTo(overdue);
        assertThat(promise.path("spokenAs").asString()).contains(spoken);
        line.says(message).listens(message.length / 8000.0 + 0.5);
        line.hangsUp().isFree();
        ended(box, number, message);
    }

    private static java.util.stream.Stream<JsonNode> messages(Box box, String number) {
        return box.api().list("/api/messages").stream()
                .filter(m -> number.equals(m.path("callerNumber").asString("")));
    }

    private static void ended(Box box, String number, short[] said) {
        JsonNode call = box.endedCall(number);
        assertThat(call.path("outcome").asString()).isEqualTo("message");
        assertThat(call.path("promiseId").isString()).isTrue();
        JsonNode message = messages(box, number).findFirst().orElseThrow();
        short[] kept = box.api().sound("/api/messages/" + message.path("id").asString() + "/audio.wav");
        assertThat(Hearing.alike(kept, said, 2))
                .as("what was said is what is kept")
                .isGreaterThanOrEqualTo(0.97);
        assertThat(Hearing.toneAt(kept, 425, 0.3))
                .as("the busy tone is cut off")
                .isNegative();
        assertThat(box.promises(number, "owed")).hasSize(1);
    }
}
