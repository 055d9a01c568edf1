package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** SITUATIONS 15: the provider's list of the night in which the clocks went back. */
@Execution(ExecutionMode.CONCURRENT)
class ProvidersListTest {
    private static final String HEARD = "+380671480001";
    private static final String LOST = "+380671480002";

    /** From three to four the clock runs twice; the box heard until ten past three, then there was no power until half past four. */
    @Test
    void inTheHourThatAutumnHasTwiceNoCallIsDoubledAndALostOneLiesInTheDeafTime() {
        try (Box box = Box.running(Office.ofTheContract().without("duty: 201"), "2026-10-25T03:10:00+02:00")) {
            box.line(1).clear().rings(HEARD, "etsi-before-ring").isRecorded();
            box.line(1).hangsUp().hasNoCall();
            String at = box.callsOf(HEARD).getFirst().path("startedAt").asString();
            assertThat(at).as("the second time").startsWith("2026-10-25T03:1").endsWith("+02:00");
            box.dies();
            box.again("2026-10-25T04:30:00+02:00");
            String list = "time,number,to\n" + at.substring(0, 19).replace('T', ' ') + ",067 148 00 01,0441230001\n"
                    + "25.10.2026 03:40,067 148 00 02,0441230001\n";
            for (String made : List.of("\"calls\":1", "\"calls\":0")) {
                byte[] csv = list.getBytes(StandardCharsets.UTF_8);
                assertThat(Api.text(box.api().send("POST", "/api/calls/import", csv, "text/csv")))
                        .contains(made);
            }
            assertThat(box.callsOf(HEARD)).hasSize(1);
            assertThat(box.callsOf(LOST))
                    .singleElement()
                    .matches(call -> call.path("startedAt").asString().equals("2026-10-25T03:40:00+02:00"));
            assertThat(box.promises(LOST, "open")).hasSize(1);
            assertThat(box.balance().path("balanced").asBoolean()).isTrue();
        }
    }
}
