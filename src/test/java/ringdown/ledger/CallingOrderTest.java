package ringdown.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** SITUATIONS 4: overdue, class, first call; 5: who did not wait comes last. */
class CallingOrderTest {
    private static final Instant NOW = Instant.parse("2026-11-23T07:00:00Z");

    @Test
    void overdueThenTheClassesPriorityThenWhoCalledFirst() {
        List<Promise> mixed = List.of(
                promise("passing", null, true, -600, -60),
                promise("stranger", null, false, -500, 60),
                promise("late prospect", "prospect", false, -100, 60),
                promise("early prospect", "prospect", false, -400, 60),
                promise("client", "client", false, -10, 60),
                promise("overdue stranger", null, false, -90, -1),
                promise("overdue client", "client", false, -20, 0));
        assertThat(new CallingOrder(Offices.usual()).of(mixed, NOW))
                .extracting(Promise::id)
                .containsExactly(
                        "overdue client",
                        "overdue stranger",
                        "client",
                        "early prospect",
                        "late prospect",
                        "stranger",
                        "passing");
    }

    private static Promise promise(
            String id, @Nullable String callerClass, boolean passing, int madeMinutes, int overdueMinutes) {
        Instant made = NOW.plusSeconds(madeMinutes * 60L);
        Instant overdue = NOW.plusSeconds(overdueMinutes * 60L);
        Matter matter = Matter.USUAL.withClass(callerClass).withPassing(passing);
        return new Promise(
                id,
                "c",
                List.of("c"),
                null,
                null,
                null,
                "201",
                made,
                made,
                overdue,
                null,
                Promise.State.OPEN,
                null,
                false,
                null,
                null,
                0,
                null,
                matter);
    }
}
