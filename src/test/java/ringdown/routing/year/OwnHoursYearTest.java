package ringdown.routing.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ringdown.office.Fault;
import ringdown.office.OfficeFile;
import ringdown.office.Reading;

/** The year-proof looks at numbers and teams by their own hours. */
class OwnHoursYearTest {
    private static final Instant FROM = Instant.parse("2026-11-23T10:00:00Z");
    private static final String OFFICE = """
            office: {name: Ромашка, country: UA, timeZone: Europe/Kyiv}
            people:
              - {extension: 201, name: Олена, phones: ["fxs:1"]}
            teams:
              - {name: care, members: [201], head: 201%s}
            lines:
              - {port: "fxo:1", number: "+380441230001", script: front%s}
            scripts:
              front: {stages: [{queue: team care, for: 60s}], otherwise: message}
            afterHours:
              when: {mon-sun: night}
              modes: {night: {ring: duty}}
            duty:
              - {from: "2026-11-23T18:00", to: "2026-11-24T09:00", person: 201}
            """;

    private static List<Fault> warnings(String team, String line) {
        byte[] file = OFFICE.formatted(team, line).getBytes(StandardCharsets.UTF_8);
        if (!(OfficeFile.read(file) instanceof Reading.Good good)) {
            throw new AssertionError(OfficeFile.read(file).toString());
        }
        Proof proof = YearProof.of(good.office(), Map.of(), FROM);
        assertThat(proof.faults()).isEmpty();
        return proof.warnings();
    }

    @Test
    void aDutyThatNobodyHasIsFoundAtTheFirstMinuteInWhichTheNumberIsClosed() {
        assertThat(warnings("", ""))
                .anyMatch(one -> one.field().equals("afterHours.modes.night")
                        && one.what().equals("is never in force"));
        assertThat(warnings("", ", hours: {mon-fri: \"09:00-17:00\"}"))
                .noneMatch(one -> one.what().equals("is never in force"))
                .anyMatch(one -> one.what().equals("rings duty, and nobody has it then")
                        && "2026-11-23T17:00:00+02:00".equals(one.at()));
    }

    @Test
    void hoursThatNobodyCanMeanAreRefused() {
        byte[] never = OFFICE.formatted(", hours: {week: {mon: closed}}", ", hours: {mon: \"9\"}")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(OfficeFile.read(never))
                .isInstanceOfSatisfying(
                        Reading.Faulty.class,
                        faulty -> assertThat(faulty.faults())
                                .extracting(Fault::field)
                                .contains("teams[0].hours", "lines[0].hours.mon"));
    }
}
