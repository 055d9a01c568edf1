package ringdown.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringdown.number.Extension;

/** SITUATIONS 9: the absent have deputies, who left has a successor. */
class OwnersTest {
    private final Owners owners = new Owners(Offices.usual());

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "201, 2026-11-30, 201",
        "201, 2026-12-01, 202", // her first deputy has left, and his successor is there
        "201, 2026-12-15, 201",
        "205, 2026-11-30, 205",
        "205, 2026-12-01, 202",
        "203, 2026-12-10, 206",
    })
    void whoActsForSomebodyOnADay(String who, LocalDate day, String acts) {
        assertThat(owners.standIn(new Extension(who), day)).contains(new Extension(acts));
    }

    @ParameterizedTest(name = "head of {0} on {1}: {2}")
    @CsvSource({
        "care, 2026-12-09, 203",
        "care, 2026-12-10, 206",
        "sales, 2026-12-10, 206",
        "204, 2026-12-10, 206",
        "nobody, 2026-12-09, 203",
        "201, 2026-12-09, 203",
    })
    void theHeadOfWhoeverIsResponsible(String responsible, LocalDate day, String head) {
        assertThat(owners.head(responsible, day)).contains(new Extension(head));
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "201, 2026-12-03, 201 is absent (sick)",
        "205, 2026-12-03, 205 has left",
        "203, 2026-12-10, 203 is absent",
        "999, 2026-12-10, 999 is not of this office",
    })
    void theReasonIsTold(String who, LocalDate day, String why) {
        assertThat(owners.why(new Extension(who), day)).isEqualTo(why);
    }
}
