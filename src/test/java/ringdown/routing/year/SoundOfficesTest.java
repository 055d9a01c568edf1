package ringdown.routing.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringdown.office.DemoOffice;
import ringdown.office.Office;
import ringdown.office.OfficeFile;
import ringdown.office.Reading;
import ringdown.routing.Router;

/** What holds is taken, and every minute behaves like the one that was tried for it. */
class SoundOfficesTest {

    @Test
    void theSmallOfficeOfTheseTestsHoldsWithoutAWarning() {
        assertThat(FaultyOffice.sound().proof()).isEqualTo(new Proof(java.util.List.of(), java.util.List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20T12:00+02:00",
                "2026-11-21T15:30+02:00",
                "2026-12-14T10:00+02:00",
                "2027-05-01T10:00+03:00"
            })
    void theOfficeOfTheContractTheGrownOneAndTheDemoAreTakenAtAnyMoment(String from) {
        var at = FaultyOffice.at(from);
        assertThat(FaultyOffice.proof(resource("contract.yaml"), at).faults()).isEmpty();
        assertThat(FaultyOffice.proof(resource("grown.yaml"), at).faults()).isEmpty();
        assertThat(FaultyOffice.proof(DemoOffice.file("password-of-it", "secret"), at)
                        .faults())
                .isEmpty();
    }

    @Test
    void anOfficeThatOnlyTakesMessagesIsTakenToo() {
        assertThat(FaultyOffice.proof("office: {country: UA}\n", FaultyOffice.FRIDAY_NOON)
                        .faults())
                .isEmpty();
    }

    @Test
    void aMenusSilenceMayMeanWhoHasLeftWhereTheStagesGoOnToOthersAndDutyMayBeOnLeave() {
        var office = FaultyOffice.sound()
                .with("people", """
                          - {extension: 201, name: Олена, phones: [sip], left: 2026-12-15}
                          - {extension: 202, name: Іван, phones: ["fxs:1"], absences: [{from: 2026-12-01, to: 2026-12-20}]}""")
                .with("afterHours", "{greeting: A, duty: 202}")
                .with("scripts", """
                          front: {greeting: A, menu: {"1": team care, otherwise: 201}, stages: [{ring: team care}]}
                          clients: {stages: [{ring: 202}]}""");
        assertThat(office.proof().faults()).isEmpty();
        assertThat(office.proof().warnings())
                .extracting(ringdown.office.Fault::field)
                .containsExactly("scripts.front.menu.otherwise");
    }

    @Test
    void aClassWithoutObligationMayBeRefused() {
        var office = FaultyOffice.sound()
                .with("classes", "[{name: client, script: clients}, {name: wrong, obligation: none, script: bye}]")
                .with("scripts", """
                          front: {stages: [{ring: 201}]}
                          clients: {stages: [{ring: 201}]}
                          bye: {otherwise: refuse}""");
        assertThat(office.proof().faults()).isEmpty();
    }

    @Test
    void aRetiredNumberMaySayWhereToCallAndRefuse() {
        var office = FaultyOffice.sound()
                .with("lines", "[{port: \"fxo:1\", script: front}, {port: \"fxo:2\", script: old}]")
                .with("scripts", """
                          front: {stages: [{ring: 201}]}
                          clients: {stages: [{ring: 201}]}
                          old: {greeting: Please call our new number, otherwise: refuse}""");
        assertThat(office.proof().faults()).isEmpty();
    }

    @Test
    void aRosterOfWeekendsIsWarnedOfOnceAndTaken() {
        var proof = FaultyOffice.sound()
                .with("afterHours", "{when: {mon-sun: m}, modes: {m: {urgentKey: 1, urgent: duty}}}")
                .with("duty", """
                          - {from: "2026-11-20T18:00", to: "2026-11-23T09:00", person: 201}
                          - {from: "2026-11-27T18:00", to: "2026-11-30T09:00", person: 202}""")
                .proof();
        assertThat(proof.faults()).isEmpty();
        assertThat(proof.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.what()).isEqualTo("rings duty, and nobody has it then");
            assertThat(warning.at()).isEqualTo("2026-11-23T18:00:00+02:00");
        });
    }

    @Test
    void everyMinuteOfTheYearHasThePlanOfTheSpanThatWasTried() {
        var office = good(resource("grown.yaml")).office();
        var from = FaultyOffice.FRIDAY_NOON;
        var spans = Minutes.of(office, from);
        var random = new SplittableRandom(20261120);
        for (var i = 0; i < 4000; i++) {
            var minute = from.plus(Duration.ofMinutes(random.nextInt(366 * 24 * 60)));
            var span = spans.stream().filter(s -> !s.from().isAfter(minute)).reduce(spans.getFirst(), (a, b) -> b);
            var caller = Caller.of(office).get(random.nextInt(Caller.of(office).size()));
            assertThat(seen(office, caller, minute)).as(minute.toString()).isEqualTo(seen(office, caller, span.from()));
        }
    }

    /** The way, and who is rung in each of its stages when all are free. */
    private static String seen(Office office, Caller caller, Instant at) {
        var enquiry = caller.at(office, at);
        var plan = Router.plan(enquiry);
        var rung = new StringBuilder(plan.toString());
        plan.steps().forEach(step -> {
            if (step instanceof ringdown.routing.Step.Reach reach) {
                rung.append(Router.resolve(reach.stage(), enquiry, Staff.FREE.of(office), null, reach.responsible()));
            }
        });
        return rung.toString();
    }

    static String resource(String name) {
        try (var stream = Objects.requireNonNull(Office.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Reading.Good good(String yaml) {
        return (Reading.Good) OfficeFile.read(yaml);
    }
}
