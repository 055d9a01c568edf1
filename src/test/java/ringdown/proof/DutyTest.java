package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** SITUATIONS 18: duty is handed over at its moment, also for callers who wait, and may cross midnight. */
@Execution(ExecutionMode.CONCURRENT)
class DutyTest {
    private static final String CALLER = "+380671490001";

    @Test
    void aCallerWhoWaitsForDutyReachesWhoeverHasItFromTheMomentOfTheHandOver() {
        Office office = new Office(Office.ofTheContract()
                        .withoutGreetings()
                        .with("- {ring: team care, for: 15s}", "- {queue: duty, for: 120s}")
                        .yaml()
                + """

                duty:
                  - {from: "2026-11-22T22:00", to: "2026-11-23T10:05", person: 202}
                  - {from: "2026-11-23T10:05", to: "2026-11-23T18:00", person: 203}
                """);
        try (Box box = Box.running(office, "2026-11-23T09:30:00+02:00")) {
            Line line = box.line(1).clear();
            line.rings(CALLER, "etsi-before-ring");
            box.telephone(1).isRung();
            assertThat(box.telephone(2).rings()).isFalse();
            box.clockReads("2026-11-23T10:05:00+02:00");
            box.telephone(2).isRung().lifts();
            line.isAnswered();
            box.telephone(1).isQuiet();
            line.says(Speech.of(Speech.LONG_B, 4)).listens(5);
            line.hangsUp();
            box.telephone(2).hangsUp();
            assertThat(box.endedCall(CALLER).path("answeredBy").asString()).isEqualTo("203");
        }
    }

    /** The shift ends at midnight, in the middle of the ringing: nobody whose duty is over is waited for. */
    @Test
    void dutyThatIsHandedOverAtMidnightRingsWhoeverHasItThenAtOnce() {
        Office office = new Office(Office.ofTheContract()
                        .withoutGreetings()
                        .alwaysOpen()
                        .with("- {ring: team care, for: 15s}", "- {ring: duty, for: 120s}")
                        .yaml()
                + """

                duty:
                  - {from: "2026-11-22T18:00", to: "2026-11-23T00:00", person: 202}
                  - {from: "2026-11-23T00:00", to: "2026-11-23T08:00", person: 203}
                """);
        try (Box box = Box.running(office, "2026-11-22T22:30:00+02:00")) {
            Line line = box.line(1).clear();
            line.rings(CALLER, "etsi-before-ring");
            box.telephone(1).isRung();
            box.clockReads("2026-11-23T00:00:00+02:00");
            box.telephone(2).isRung();
            box.telephone(1).isQuiet();
            box.telephone(2).lifts();
            line.isAnswered();
            line.says(Speech.of(Speech.LONG_B, 4)).listens(5);
            line.hangsUp();
            box.telephone(2).hangsUp();
            JsonNode call = box.endedCall(CALLER);
            assertThat(call.path("answeredBy").asString()).isEqualTo("203");
            assertThat(call.path("stages").get(0).path("notRung").path("202").asString())
                    .isEqualTo("handedOver");
            assertThat(call.path("stages").get(1).path("rang").toString()).isEqualTo("[\"203\"]");
        }
    }
}
