package ringdown.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
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

    @Test
    void aDayThatNoCalendarHasIsNotTakenForAnotherDay() {
        var contents = list.read("дата,час,номер\n31.02.2026,10:05,050\n29.02.2026,10:05,050\n28.02.2026,24:00,050\n");
        assertThat(contents.rows()).isEmpty();
        assertThat(contents.faults())
                .extracting(ProviderList.Fault::what)
                .containsExactly(
                        "\"31.02.2026 10:05\" is no moment",
                        "\"29.02.2026 10:05\" is no moment",
                        "\"28.02.2026 24:00\" is no moment");
    }

    @Test
    void quotedCellsColumnsOfOthersAndAnHourOfItsOwnAreUnderstood() {
        String ukrainian = "№,Дата,Час,\"Номер абонента\",\"Назва, місто\",Тривалість,Набраний номер\r\n"
                + "1,23.11.2026,10:05,\"+38 (050) 111-22-33\",\"Лілія, Київ\",0:00:12,0441230001\r\n"
                + "2,23.11.2026,10:05:00,прихований,,0:00:03,0441230001\r\n";
        assertThat(list.read(ukrainian))
                .isEqualTo(new ProviderList.Contents(
                        List.of(
                                new ProviderList.Row(2, FIVE_PAST_TEN, "+38 (050) 111-22-33", null, "0441230001", null),
                                new ProviderList.Row(3, FIVE_PAST_TEN, null, null, "0441230001", null)),
                        List.of()));
    }

    @Test
    void anOffsetCountsWhateverTheOfficesClock() {
        for (String moment : List.of(
                "2026-11-23T08:05:00Z",
                "2026-11-23 11:05:00+03:00",
                "2026-11-23T03:05:00-0500",
                "23.11.26 10:05",
                "2026-11-23 10:05:00.000",
                "23/11/2026 10:05:00")) {
            assertThat(list.read("time;caller id\n" + moment + ";0501112233").rows())
                    .as(moment)
                    .containsExactly(new ProviderList.Row(2, FIVE_PAST_TEN, "0501112233", null, null, null));
        }
    }

    @Test
    void aSpreadsheetOfTheCountryIsRead() {
        byte[] file = "Дата звонка;Кто звонил\n23.11.2026 10:05;0501112233\n".getBytes(Charset.forName("windows-1251"));
        assertThat(list.read(file).rows())
                .containsExactly(new ProviderList.Row(2, FIVE_PAST_TEN, "0501112233", null, null, null));
    }
}
