package ringdown.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringdown.number.Extension;
import ringdown.office.Office;
import ringdown.office.OfficeFile;
import ringdown.office.Reading;

/** Whom a team calls sees the team's number where the provider carries it. */
class OwnNumberTest {
    private static final String OFFICE = """
            office: {name: Test, country: UA, language: uk}
            people:
              - {extension: 201, name: Olena, phones: ["fxs:1"]}
              - {extension: 202, name: Ivan, phones: ["fxs:2"]}
              - {extension: 203, name: Maria, phones: ["fxs:3"]}
            teams:
              - {name: care, members: [201]}
              - {name: sales, members: [201, 202], head: 203, shows: "+380441230004"}
            trunks:
              - {name: provider, host: 127.0.0.1, numbers: ["+380441230003", "+380441230004"]}
              - {name: other, host: 127.0.0.2, numbers: ["+380441230005"]}
            """;

    @ParameterizedTest
    @CsvSource({
        "201, provider, +380441230004",
        "202, provider, +380441230004",
        "203, provider, +380441230004",
        "202, other, ",
        "202, fxo:1, "
    })
    void theFirstTeamThatShowsANumberOfTheTrunkDecides(String who, String via, String shown) {
        assertThat(OwnNumber.shown(office(), new Extension(who), via)).isEqualTo(shown);
    }

    private static Office office() {
        if (!(OfficeFile.read(OFFICE) instanceof Reading.Good good)) {
            throw new IllegalStateException(OfficeFile.read(OFFICE).toString());
        }
        Reading again = OfficeFile.read(OfficeFile.write(good.office(), good.contacts(), true));
        assertThat(again)
                .isInstanceOfSatisfying(
                        Reading.Good.class, same -> assertThat(same.office()).isEqualTo(good.office()));
        return good.office();
    }
}
