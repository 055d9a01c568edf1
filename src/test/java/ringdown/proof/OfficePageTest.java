package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A head's day on the page: the morning, a stranger who becomes a contact, an import, an override, what happens if, and a caller looked after by keyboard alone. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("chromium")
class OfficePageTest {
    private static final String GROWN = """
              - {name: maria, role: head, person: 203, password: maria-maria}
            topics:
              - {name: рахунок, level: 2, solver: 203, answerWithin: 4h}
            overrides:
              - {name: lunch, until: "14:00", greeting: "Зараз обідня перерва."}
            hours:""";

    @Test
    void aHeadWorksThroughTheMorningOnThePage() throws Exception {
        PageRun.wanted();
        Office office = Office.ofTheContract().without("duty: 201").with("\nhours:", "\n" + GROWN);
        try (Box box = Box.running(office, "2026-11-20T16:00:00+02:00")) {
            box.line(1).rings("+380671239988").isAnswered().hangsUp().isFree();
            assertThat(box.endedCall("+380671239988").path("outcome").asString())
                    .isEqualTo("gaveUp");
            box.line(1).rings("+380671239977").isAnswered().hangsUp().isFree();
            box.endedCall("+380671239977");
            box.clockReads("2026-11-23T09:10:00+02:00");
            PageRun.holds(box, new PageRun.Who("maria", "maria-maria"), "office.spec.ts");
        }
    }
}
