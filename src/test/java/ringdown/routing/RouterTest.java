package ringdown.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringdown.contacts.Contact;
import ringdown.contacts.ContactBook;
import ringdown.number.CallerId;
import ringdown.number.Extension;
import ringdown.number.PhoneNumber;
import ringdown.office.Menu;
import ringdown.office.Office;
import ringdown.office.OfficeFile;
import ringdown.office.PersonNow;
import ringdown.office.PersonState;
import ringdown.office.Port;
import ringdown.office.Reading;
import ringdown.office.RingTarget;
import ringdown.office.Stage;
import ringdown.office.StateOfPeople;
import ringdown.office.Strategy;

class RouterTest {
    private static final String OPEN = "2026-11-20T12:00+02:00";
    private static final String CLOSED = "2026-11-20T19:30+02:00";
    private final Reading.Good contract = read(resource());
    private Office office = contract.office();
    private final Map<Extension, PersonNow> people = new HashMap<>();

    RouterTest() {
        office.people()
                .forEach(p -> people.put(
                        p.extension(), new PersonNow(PersonState.AVAILABLE, new HashSet<>(p.phones()), null)));
    }

    @Test
    void aStrangerTakesTheScriptOfTheLine() {
        var plan = Router.plan(stranger(OPEN));
        assertThat(plan.script()).isEqualTo("front");
        assertThat(plan.closed()).isFalse();
        assertThat(words(plan)).containsExactly("Greet", "team care 15s", "head 15s", "TakeMessage");
    }

    @Test
    void aClientIsGreetedByNameAndTakesTheScriptOfTheClass() {
        var plan = Router.plan(client(OPEN));
        assertThat(plan.script()).isEqualTo("clients");
        assertThat(plan.callerClass()).isEqualTo("client");
        assertThat(plan.askRating()).isTrue();
        assertThat(words(plan))
                .containsExactly("Greet", "manager 15s", "backups 15s", "last spoken 10s", "head 20s", "TakeMessage");
        assertThat(plan.steps().getFirst())
                .hasToString("Greet[announcement=Words[text=Вітаємо, компаніє Лілія!, language=UK]]");
    }

    @Test
    void withoutAGreetingOfItsOwnTheNameAndThePresentManagerAreSpoken() {
        var contact = new Contact(
                "1",
                "ТОВ «Лілія»",
                "компанія Лілія",
                List.of(),
                "client",
                new Extension("201"),
                List.of(),
                null,
                null,
                null,
                true);
        assertThat(Router.plan(enquiry(OPEN, List.of(contact), null)).steps().getFirst())
                .hasToString(
                        "Greet[announcement=ByName[saidAs=компанія Лілія, managerSaidAs=Олена Коваленко, language=UK]]");
    }

    @Test
    void aSharedNumberIsNotNamedAndHasAManagerOnlyIfAllAgree() {
        var one = contact("Іван", "201");
        var other = contact("Оксана", "202");
        var plan = Router.plan(enquiry(OPEN, List.of(one, other), null));
        assertThat(plan.steps().getFirst())
                .hasToString(
                        "Greet[announcement=Standard[officeName=Стоматологія «Ромашка», language=UK, nameLanguage=UK]]");
        assertThat(resolve(new RingTarget.Manager(), enquiry(OPEN, List.of(one, other), null))
                        .skipped())
                .isEqualTo("nobody was spoken to");
        assertThat(rung(resolve(new RingTarget.Manager(), enquiry(OPEN, List.of(one, contact("Петро", "201")), null))))
                .containsExactly("201");
    }

    @Test
    void aClassWithATeamAndNoScriptRingsTheTeamThenItsHeadThenTakesAMessage() {
        var enquiry = learned("prospect");
        var plan = Router.plan(enquiry);
        assertThat(words(plan)).containsExactly("team sales 20s", "head 20s", "TakeMessage");
        var head = (Step.Reach) plan.steps().get(1);
        assertThat(rung(Router.resolve(head.stage(), enquiry, snapshot(), null, head.responsible())))
                .containsExactly("203");
    }

    @Test
    void anOfficeWithoutTeamsAndScriptsRingsEverybody() {
        office = read("""
                office: {name: Small, country: UA, language: uk}
                accounts: [{name: installer, role: installer, password: change-me-now}]
                people:
                  - {extension: 201, name: A, phones: [sip]}
                  - {extension: 202, name: B, phones: ["fxs:1"]}
                lines: [{port: "fxo:1", number: "+380441230001"}]
                """).office();
        var plan = Router.plan(stranger(OPEN));
        assertThat(words(plan)).containsExactly("level 1 20s", "TakeMessage");
        var everybody = (Step.Reach) plan.steps().getFirst();
        assertThat(rung(Router.resolve(everybody.stage(), stranger(OPEN), snapshot(), null, everybody.responsible())))
                .containsExactly("201", "202");
    }

    @Test
    void aScriptWithoutStagesGoesToItsOtherwise() {
        assertThat(words(Router.plan(learned("jobseeker")))).containsExactly("Greet", "TakeMessage");
    }

    @Test
    void afterHoursGoBeforeTheScriptAndDutyRingsFirst() {
        var plan = Router.plan(client(CLOSED));
        assertThat(plan.closed()).isTrue();
        assertThat(words(plan)).containsExactly("201 20s", "Greet", "TakeMessage");
    }

    @Test
    void aScriptThatSaysAlwaysGoesBeforeAfterHours() {
        office = read(resource().replace("    askRating: true", "    always: true"))
                .office();
        assertThat(Router.plan(client(CLOSED)).script()).isEqualTo("clients");
        assertThat(Router.plan(stranger(CLOSED)).closed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({OPEN, CLOSED})
    void aBlockedNumberIsRefusedAtAnyHour(String at) {
        var enquiry = new Enquiry(
                office,
                new Called.OnLine(Port.of("fxo:1").orElseThrow()),
                CallerId.of("0440000000", null),
                new PhoneNumber("+380440000000"),
                List.of(),
                null,
                null,
                null,
                at(at));
        assertThat(words(Router.plan(enquiry))).containsExactly("Refuse");
    }

    @Test
    void aRefusedClassIsRefusedByRule() {
        office = read(resource()
                        .replace(
                                "  - {name: jobseeker,",
                                "  - {name: spam, refuse: true, obligation: none}\n  - {name: jobseeker,"))
                .office();
        assertThat(Router.plan(learned("spam")).steps()).containsExactly(new Step.Refuse("class spam"));
    }

    @Test
    void aScriptMayGoOnWithAnotherAndTheClassGivesTheDeadline() {
        office = read(resource()
                        .replaceFirst("otherwise: message", "otherwise: script message-only")
                        .replace("{name: prospect, team: sales}", "{name: prospect, team: sales, callBackWithin: 30m}"))
                .office();
        assertThat(words(Router.plan(stranger(OPEN))))
                .containsExactly("Greet", "team care 15s", "head 15s", "Greet", "TakeMessage");
        assertThat(Router.plan(learned("prospect")).callBackWithin()).isEqualTo(Duration.ofMinutes(30));
        assertThat(Router.plan(stranger(OPEN)).callBackWithin()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aKeyRingsItsChoiceThenWhatIsLeftOfThePlan() {
        office = read(resource()
                        .replaceFirst(
                                "    stages:",
                                "    menu: {\"1\": team sales, \"2\": script message-only, otherwise: team care, after: 4s}\n    stages:"))
                .office();
        var plan = Router.plan(stranger(OPEN));
        assertThat(words(plan)).containsExactly("Greet", "Keys", "team care 15s", "head 15s", "TakeMessage");
        var keys = ((Step.Keys) plan.steps().get(1)).menu();
        var one = java.util.Objects.requireNonNull(keys.keys().get("1"));
        var two = java.util.Objects.requireNonNull(keys.keys().get("2"));
        assertThat(words(Router.choose(one, plan, stranger(OPEN))))
                .containsExactly("team sales 20s", "team care 15s", "head 15s", "TakeMessage");
        assertThat(words(Router.choose(two, plan, stranger(OPEN)))).containsExactly("Greet", "TakeMessage");
        assertThat(words(Router.choose(new Menu.Choice.Message(), plan, stranger(OPEN))))
                .containsExactly("TakeMessage");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "BUSY, BUSY",
        "DO_NOT_DISTURB, DO_NOT_DISTURB",
        "AWAY, AWAY",
        "BREAK, BREAK",
        "AFTER_CALL, AFTER_CALL",
        "NOT_ANSWERING, NOT_ANSWERING",
        "ON_LEAVE, ABSENT",
        "AVAILABLE, UNREGISTERED"
    })
    void whoCannotAnswerIsNotRungAndTheCauseIsKnown(PersonState state, Resolved.Cause cause) {
        people.put(new Extension("201"), new PersonNow(state, Set.of(), null));
        var resolved = resolve(new RingTarget.Manager(), client(OPEN));
        assertThat(resolved.nobody()).isTrue();
        assertThat(resolved.notRung()).containsExactly(new Resolved.NotRung(new Extension("201"), cause));
        assertThat(resolve(new RingTarget.OfTeam("care"), client(OPEN)).turns()).hasSize(1);
    }

    @Test
    void backupsRingAtOnceOnTheTelephonesThatAreReady() {
        var resolved = resolve(new RingTarget.Backups(), client(OPEN));
        assertThat(resolved.turns())
                .singleElement()
                .matches(turn -> turn.bells().size() == 2);
        assertThat(resolved.turns().getFirst().bells().getFirst())
                .hasToString("OfPerson[person=202, phones=[sip, fxs:1]]");
        assertThat(resolve(new RingTarget.Backups(), stranger(OPEN)).skipped()).isEqualTo("no backups");
    }

    @Test
    void theAbsentAreStoodInForByDeputiesAndWhoHasLeftByTheSuccessor() {
        office = read(resource()
                        .replace(
                                "secret: s3cret-201,",
                                "secret: s3cret-201, deputies: [202], absences: [{from: 2026-11-20, to: 2026-11-21}],")
                        .replace("phones: [\"fxs:2\"]", "phones: [\"fxs:2\"], left: 2026-11-19, successor: 201"))
                .office();
        var resolved = resolve(new RingTarget.OfPerson(new Extension("203")), stranger(OPEN));
        assertThat(rung(resolved)).containsExactly("202");
        assertThat(resolved.notRung())
                .extracting(Resolved.NotRung::cause)
                .containsExactly(Resolved.Cause.LEFT, Resolved.Cause.ABSENT);
    }

    @ParameterizedTest(name = "last team {0}, responsible {1}: {2}")
    @CsvSource({"care, , 203", ", care, 203", "sales, 202, 202", ", , 203"})
    void headIsOfTheResponsibleTeamElseOfTheLastRungElseOfTheManagers(
            @Nullable String lastTeam, @Nullable String responsible, String head) {
        var stage = new Stage.Ring(new RingTarget.Head(), null, Duration.ofSeconds(20), Strategy.TOGETHER, null);
        assertThat(rung(Router.resolve(stage, client(OPEN), snapshot(), lastTeam, responsible)))
                .containsExactly(head);
    }

    @Test
    void lastSpokenRingsUnlessTheTalkIsTooOld() {
        var talk = new LastTalk(new Extension("202"), at("2026-11-01T12:00+02:00"));
        var enquiry = enquiry(OPEN, List.of(), talk);
        assertThat(rung(resolve(new RingTarget.LastSpoken(), enquiry))).containsExactly("202");
        var recent = new Stage.Ring(
                new RingTarget.LastSpoken(),
                new RingTarget.OfTeam("care"),
                Duration.ofSeconds(12),
                Strategy.TOGETHER,
                Duration.ofDays(10));
        assertThat(rung(Router.resolve(recent, enquiry, snapshot(), null, null)))
                .as("else")
                .containsExactly("201", "202");
        assertThat(resolve(new RingTarget.LastSpoken(), stranger(OPEN)).skipped())
                .isEqualTo("nobody was spoken to");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"TOGETHER, '201+202'", "IN_ORDER, '201 202'", "LONGEST_IDLE, '202 201'"})
    void peopleOfATeamRingByItsStrategy(Strategy strategy, String turns) {
        people.put(
                new Extension("201"),
                new PersonNow(
                        PersonState.AVAILABLE,
                        Set.copyOf(office.people().get(0).phones()),
                        at("2026-11-20T11:00+02:00")));
        people.put(
                new Extension("202"),
                new PersonNow(
                        PersonState.AVAILABLE,
                        Set.copyOf(office.people().get(1).phones()),
                        at("2026-11-20T10:00+02:00")));
        var stage = new Stage.Ring(new RingTarget.OfTeam("care"), null, Duration.ofSeconds(20), strategy, null);
        var resolved = Router.resolve(stage, stranger(OPEN), snapshot(), null, null);
        assertThat(resolved.turns().stream().map(RouterTest::bells).collect(Collectors.joining(" ")))
                .isEqualTo(turns);
        assertThat(resolved.turns().stream().map(Resolved.Turn::time).reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofSeconds(20));
        assertThat(resolved.team()).isEqualTo("care");
    }

    @Test
    void dutyIsTheRostersElseThatOfAfterHoursAndTheReserveStandsBehind() {
        assertThat(rung(resolve(new RingTarget.Duty(), stranger(OPEN)))).containsExactly("201");
        office = read(resource()
                        + "\nduty:\n  - {from: \"2026-11-20T09:00\", to: \"2026-11-20T18:00\", person: 202, reserve: 203}\n")
                .office();
        assertThat(rung(resolve(new RingTarget.Duty(), stranger(OPEN)))).containsExactly("202", "203");
        people.put(new Extension("202"), new PersonNow(PersonState.BUSY, Set.of(), null));
        assertThat(rung(resolve(new RingTarget.Duty(), stranger(OPEN)))).containsExactly("203");
    }

    @Test
    void aNumberOutsideRingsOutside() {
        var resolved = resolve(new RingTarget.OutsideNumber(new PhoneNumber("+380671110101")), stranger(OPEN));
        assertThat(resolved.turns()).hasSize(1);
        assertThat(resolved.turns().getFirst().bells())
                .containsExactly(new Resolved.Bell.Outside(new PhoneNumber("+380671110101")));
    }

    @Test
    void aCallEndsEvenWhereScriptsGoRoundInACircle() {
        office =
                read("office: {country: UA}\nscripts:\n  a: {greeting: A, otherwise: script b}\n  b: {greeting: B, otherwise: script a}\n")
                        .office();
        assertThat(words(Router.plan(stranger(OPEN)))).containsExactly("Greet", "Greet", "TakeMessage");
    }

    private Enquiry stranger(String at) {
        return enquiry(at, List.of(), null);
    }

    private Enquiry client(String at) {
        return enquiry(
                at,
                List.of(ContactBook.merged(null, contract.contacts().getFirst()).withId("1")),
                null);
    }

    private Enquiry learned(String callerClass) {
        return new Enquiry(
                office,
                new Called.OnLine(Port.of("fxo:1").orElseThrow()),
                CallerId.UNKNOWN,
                null,
                List.of(),
                callerClass,
                null,
                null,
                at(OPEN));
    }

    private Enquiry enquiry(String at, List<Contact> contacts, @Nullable LastTalk talk) {
        return new Enquiry(
                office,
                new Called.OnLine(Port.of("fxo:1").orElseThrow()),
                CallerId.of("0501112233", null),
                new PhoneNumber("+380501112233"),
                contacts,
                null,
                talk,
                null,
                at(at));
    }

    private static Contact contact(String name, String manager) {
        return new Contact(
                name, name, null, List.of(), "client", new Extension(manager), List.of(), null, null, null, true);
    }

    private StateOfPeople snapshot() {
        return new StateOfPeople(people);
    }

    private Resolved resolve(RingTarget target, Enquiry enquiry) {
        var stage = new Stage.Ring(target, null, Duration.ofSeconds(15), Strategy.TOGETHER, null);
        return Router.resolve(stage, enquiry, snapshot(), null, null);
    }

    private static List<String> rung(Resolved resolved) {
        return resolved.turns().stream()
                .flatMap(t -> t.bells().stream())
                .map(RouterTest::bell)
                .toList();
    }

    private static String bells(Resolved.Turn turn) {
        return turn.bells().stream().map(RouterTest::bell).collect(Collectors.joining("+"));
    }

    private static String bell(Resolved.Bell bell) {
        return switch (bell) {
            case Resolved.Bell.OfPerson person -> person.person().digits();
            case Resolved.Bell.Outside outside -> outside.number().e164();
        };
    }

    private static List<String> words(Plan plan) {
        return plan.steps().stream()
                .map(step -> step instanceof Step.Reach reach
                        ? reach.stage().target() + " " + reach.stage().time().toSeconds() + "s"
                        : step.getClass().getSimpleName())
                .toList();
    }

    private static Instant at(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }

    private static Reading.Good read(String yaml) {
        return switch (OfficeFile.read(yaml)) {
            case Reading.Good good -> good;
            case Reading.Faulty faulty ->
                throw new AssertionError(faulty.faults().toString());
        };
    }

    private static String resource() {
        try (var stream = Office.class.getResourceAsStream("contract.yaml")) {
            return new String(java.util.Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
