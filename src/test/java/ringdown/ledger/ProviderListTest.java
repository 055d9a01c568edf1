package ringdown.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** SITUATIONS 15: providers write their lists as they like. */
class ProviderListTest {
    private static final Instant FIVE_PAST_TEN = Instant.parse("2026-11-23T08:05:00Z");

    private final ProviderList list = new ProviderList(ZoneId.of("Europe/Kyiv"));

    @Test
    void columnsAreFoundByTheirNamesInAnyOrderAndSpelling() {
        assertThat(list.read("Номер;Дата;Лінія\n050 111-22-33;23.11.2026 10:05;fxo:2\n")
                        .rows())
                .containsExactly(new ProviderList.Row(2, FIVE_PAST_TEN, "050 111-22-33", "fxo:2", null, null));
        assertThat(list.read("startedAt,callerNumber,class\n2026-11-23T10:05:00+02:00,+380501112233,client")
                        .rows())
                .containsExactly(new ProviderList.Row(2, FIVE_PAST_TEN, "+380501112233", null, null, "client"));
    }

    @Test
    void withoutNamesTheMomentComesFirstThenTheNumber() {
        assertThat(list.read("2026-11-23 10:05:00,0501112233\r\n2026-11-23T10:05,")
                        .rows())
                .containsExactly(
                        new ProviderList.Row(1, FIVE_PAST_TEN, "0501112233", null, null, null),
                        new ProviderList.Row(2, FIVE_PAST_TEN, null, null, null, null));
    }

    @Test
    void aLineThatIsNoCallStopsNothing() {
        ProviderList.Contents contents = list.read("time,number\nyesterday,050\n2026-11-23 10:05,050\n");
        assertThat(contents.rows()).hasSize(1);
        assertThat(contents.faults()).containsExactly(new ProviderList.Fault(2, "\"yesterday\" is no moment"));
    }
}
