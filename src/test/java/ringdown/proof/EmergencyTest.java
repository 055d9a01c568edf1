package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Help is called from any telephone, over any line, whatever goes on on it (LINES rule 1). */
@Execution(ExecutionMode.CONCURRENT)
class EmergencyTest {
    private static final String CLIENT = "+380501112233";

    private static Office office() {
        return Office.ofTheContract()
                .withoutGreetings()
                .with("purpose: main number, script: front}", "purpose: main number, script: front, outgoing: never}")
                .with("purpose: advertising,  script: front}", "purpose: advertising, script: front, outgoing: always}")
                .with("trunks:", "ports:\n  - {port: \"fxs:3\", use: telephone}\ntrunks:");
    }

    @Test
    void helpIsCalledOverLinesInUseButNeverOverAnotherCallForHelp() {
        try (Box box = Box.running(office(), "2026-11-23T10:00:00+02:00")) {
            for (int n = 1; n <= 2; n++) {
                box.line(n).clear().behaves(Map.of("answers", Map.of("afterMs", 500)));
            }
            Handset ivan = box.telephone(1);
            Handset maria = box.telephone(2);
            Handset nobodys = box.telephone(3);
            box.line(1).rings(CLIENT, "etsi-before-ring");
            maria.isRung().lifts();
            box.line(1).isAnswered();
            ivan.dials("0671230009");
            box.line(2).isAnswered();
            assertThat(box.line(2).dialled()).isEqualTo("0671230009");

            nobodys.dials("102");
            Until.holds(
                    "the police over the line of the call out",
                    () -> box.line(2).dialled(),
                    "102"::equals);
            assertThat(box.line(1).state()).as("the client talks on").isEqualTo("talking");
            box.line(2).isAnswered().fromNow();
            nobodys.fromNow();
            box.line(2).says(Speech.of(Speech.LONG_B, 2));
            nobodys.hears(1);

            ivan.hangsUp();
            Until.holds(
                    "Ivan has laid down", () -> box.person("202").path("state").asString(), "free"::equals);
            ivan.dials("9103");
            Until.holds(
                    "the ambulance over the client's line", () -> box.line(1).dialled(), "103"::equals);
            assertThat(box.line(2).dialled()).as("the police are not cut off").isEqualTo("102");
            assertThat(box.line(2).state()).isEqualTo("talking");
        }
    }

    @Test
    void anIdleLineServesForHelpThoughNothingElseGoesOutOverIt() {
        Office closed = office().with("script: front, outgoing: always}", "script: front, direction: in}");
        try (Box box = Box.running(closed, "2026-11-23T10:00:00+02:00")) {
            box.telephone(3).dials("112");
            Until.holds("help", () -> box.line(1).dialled(), "112"::equals);
        }
    }
}
