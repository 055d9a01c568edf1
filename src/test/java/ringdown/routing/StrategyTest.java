package ringdown.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringdown.contacts.Contact;
import ringdown.number.CallerId;
import ringdown.number.Extension;
import ringdown.number.Language;
import ringdown.office.Office;
import ringdown.office.OfficeFile;
import ringdown.office.PersonNow;
import ringdown.office.PersonState;
import ringdown.office.Phone;
import ringdown.office.Port;
import ringdown.office.Reading;
import ringdown.office.Stage;
import ringdown.office.StateOfPeople;

/** In which turns the people of a stage ring: tables of strategies, skills, levels and languages. */
class StrategyTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final String OFFICE = """
            office: {country: UA, language: uk}
            people:
              - {extension: 201, name: A, phones: [sip]}
              - {extension: 202, name: B, phones: [sip], skills: [implants], deputies: [205], language: en}
              - {extension: 203, name: C, phones: [sip], skills: [implants, en]}
              - {extension: 204, name: D, phones: [sip], mobile: "+380671110104"}
              - {extension: 205, name: E, phones: [sip]}
            teams:
              - {name: care, members: [201, 202, 203, 204], head: 201, level: 1}
              - {name: surgery, members: [203, 205], head: 205, level: 2}
              - {name: teeth, members: [205, 204], level: 2}
            scripts:
              front:
                stages:
                  - %s
            """;

    private final Map<Extension, PersonNow> people = new HashMap<>();
    private final Map<String, Extension> lastRung = new HashMap<>();

    StrategyTest() {
        for (var i = 201; i <= 205; i++) {
            free(i, null);
        }
    }

    private void free(int extension, @Nullable Integer idleMinutes) {
        var since = idleMinutes == null ? null : NOW.minus(Duration.ofMinutes(idleMinutes));
        people.put(new Extension("" + extension), new PersonNow(PersonState.AVAILABLE, Set.of(new Phone.Sip()), since));
    }

    private void is(int extension, PersonState state) {
        people.put(new Extension("" + extension), new PersonNow(state, Set.of(new Phone.Sip()), null));
    }

    /** Turns with their seconds: {@code 201 5s, 201+202 5s}. */
    private String turns(String stage) {
        return turns(stage, null);
    }

    private String turns(String stage, @Nullable Language language) {
        return resolve(stage, language).turns().stream()
                .map(turn -> turn.bells().stream().map(StrategyTest::who).collect(Collectors.joining("+")) + " "
                        + turn.time().toMillis() / 1000.0 + "s")
                .collect(Collectors.joining(", "));
    }

    private Resolved resolve(String stage, @Nullable Language language) {
        var office = office(stage);
        Stage first = office.script("front").orElseThrow().stages().getFirst();
        return Router.resolve(first, enquiry(office, language), new StateOfPeople(people, lastRung), null, null);
    }

    private static Office office(String stage) {
        var reading = OfficeFile.read(OFFICE.formatted(stage));
        assertThat(reading).isInstanceOf(Reading.Good.class);
        return ((Reading.Good) reading).office();
    }

    private static Enquiry enquiry(Office office, @Nullable Language language) {
        List<Contact> contacts = language == null
                ? List.of()
                : List.of(new Contact("1", "X", null, List.of(), null, null, List.of(), null, language, null, true));
        return new Enquiry(
                office,
                new Called.OnLine(Port.of("fxo:1").orElseThrow()),
                CallerId.UNKNOWN,
                null,
                contacts,
                null,
                null,
                null,
                NOW);
    }

    private static String who(Resolved.Bell bell) {
        return switch (bell) {
            case Resolved.Bell.OfPerson person -> person.person().digits();
            case Resolved.Bell.Outside outside -> outside.number().e164();
        };
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "together, '201+202+203+204 20.0s'",
        "in order, '201 5.0s, 202 5.0s, 203 5.0s, 204 5.0s'",
        "longest idle, '203 5.0s, 202 5.0s, 204 5.0s, 201 5.0s'",
        "round robin, '201 5.0s, 202 5.0s, 203 5.0s, 204 5.0s'",
        "growing, '201 5.0s, 201+202 5.0s, 201+202+203 5.0s, 201+202+203+204 5.0s'",
    })
    void theTimeOfAStageIsSharedOutAmongItsTurns(String strategy, String turns) {
        free(201, 1);
        free(202, 30);
        free(204, 5);
        assertThat(turns("{ring: team care, for: 20s, strategy: " + strategy + "}"))
                .isEqualTo(turns);
    }

    @ParameterizedTest(name = "last rung {0}: {1}")
    @CsvSource({
        "201, '202 203 204 201'",
        "203, '204 201 202 203'",
        "204, '201 202 203 204'",
        "205, '203 204 201 202'", // the deputy of 202 was rung in their place
        "209, '201 202 203 204'", // whoever that was
    })
    void roundRobinGoesOnWhereItStopped(String last, String order) {
        lastRung.put("team care", new Extension(last));
        assertThat(turns("{ring: team care, for: 20s, strategy: round robin}").replaceAll(" 5.0s,?", ""))
                .isEqualTo(order);
    }

    @Test
    void roundRobinLeavesOutWhoCannotAnswerAndKeepsTheOrder() {
        lastRung.put("team care", new Extension("201"));
        is(202, PersonState.BUSY);
        is(203, PersonState.DO_NOT_DISTURB);
        assertThat(turns("{ring: team care, for: 20s, strategy: round robin}")).isEqualTo("204 10.0s, 201 10.0s");
        assertThat(resolve("{ring: team care, strategy: round robin}", null).rotation())
                .isEqualTo("team care");
    }

    @Test
    void whoHasTheSkillRingsFirstAndTheOthersJoinAfterHalfTheTime() {
        assertThat(turns("{ring: team care, for: 20s, skill: implants}"))
                .isEqualTo("202+203 10.0s, 201+202+203+204 10.0s");
        assertThat(turns("{ring: team care, for: 20s, skill: implants, strategy: in order}"))
                .isEqualTo("202 5.0s, 203 5.0s, 201 5.0s, 204 5.0s");
        is(202, PersonState.BUSY);
        is(203, PersonState.BUSY);
        assertThat(turns("{ring: team care, for: 20s, skill: implants}"))
                .as("nobody has it: nobody waits for it")
                .isEqualTo("201+204 20.0s");
    }

    @Test
    void whoSpeaksTheCallersLanguageRingsFirst() {
        assertThat(turns("{ring: team care, for: 20s}", Language.EN)).isEqualTo("202+203 10.0s, 201+202+203+204 10.0s");
        assertThat(turns("{ring: team care, for: 20s}", Language.UK))
                .as("the office's own needs nobody in particular")
                .isEqualTo("201+202+203+204 20.0s");
    }

    @Test
    void aLevelRingsEverybodyInItsTeams() {
        assertThat(turns("{ring: level 2, for: 20s}")).isEqualTo("203+205+204 20.0s");
        assertThat(resolve("{ring: level 2}", null).team()).isEqualTo("surgery");
        assertThat(OfficeFile.read(OFFICE.formatted("{ring: level 3}"))).isInstanceOf(Reading.Faulty.class);
    }

    @Test
    void theFileSaysItAgainWhenItIsWritten() {
        var office = office("{ring: level 2, strategy: growing, skill: implants}");
        var written = (Reading.Good) OfficeFile.read(OfficeFile.write(office, List.of(), true));
        assertThat(written.office().scripts()).isEqualTo(office.scripts());
        assertThat(written.office().people()).isEqualTo(office.people());
    }

    @Test
    void theMobileOfSomebodyOnLeaveIsNotRung() {
        var text = OFFICE.formatted("{ring: \"+380671110104\"}")
                .replace(
                        "mobile: \"+380671110104\"",
                        "mobile: \"+380671110104\", absences: [{from: 2026-11-19, to: 2026-11-21}]");
        var office = ((Reading.Good) OfficeFile.read(text)).office();
        var stage = office.script("front").orElseThrow().stages().getFirst();
        var resolved = Router.resolve(stage, enquiry(office, null), new StateOfPeople(people), null, null);
        assertThat(resolved.nobody()).isTrue();
        assertThat(resolved.notRung())
                .containsExactly(new Resolved.NotRung(new Extension("204"), Resolved.Cause.ABSENT));
    }
}
