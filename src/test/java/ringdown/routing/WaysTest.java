package ringdown.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
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
import ringdown.number.CallerId;
import ringdown.number.Extension;
import ringdown.number.Language;
import ringdown.number.PhoneNumber;
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
import ringdown.schedule.ActiveOverride;

/** Which way a call goes: the rules of SITUATIONS.md as tables. */
class WaysTest {
    private static final String OFFICE = """
            office: {name: Ромашка, country: UA, language: uk, timeZone: Europe/Kyiv}
            hours:
              week: {mon-fri: "09:00-18:00", sat: "10:00-14:00"}
              holidays: public
              exceptions: [{from: 2026-12-31, to: 2027-01-08, closed: true}]
            overrides:
              - {name: lunch, until: "14:00"}
              - {name: shelter, until: released, max: 3h, ring: mobiles}
            people:
              - {extension: 201, name: Олена, phones: [sip], deputies: [202, 204], absences: [{from: 2026-12-01, to: 2026-12-14, why: sick}], mobile: "+380671110101"}
              - {extension: 202, name: Іван, phones: [sip], mobile: "+380671110102"}
              - {extension: 203, name: Марія, phones: [sip], deputies: [204]}
              - {extension: 204, name: Ганна, phones: [sip], language: en}
              - {extension: 205, name: Петро, phones: [sip], left: 2026-11-30, successor: 202}
              - {extension: 206, name: Степан, phones: [sip]}
            teams:
              - {name: care, members: [201, 202], head: 203}
              - {name: sales, members: [204, 206], head: 206}
            lines:
              - {port: "fxo:1", number: "+380441230001", script: front}
              - {port: "fxo:2", number: "+380441230002", script: urgent}
            classes:
              - {name: client, script: clients, responsible: care}
              - {name: prospect, script: newcomers, responsible: sales}
              - {name: jobseeker, script: message-only, obligation: listen}
            scripts:
              front:
                greeting: "Вітаємо! Натисніть один."
                menu: {"1": team sales, "2": script message-only, otherwise: team care, after: 4s}
                stages: [{queue: team care, for: 90s}]
                otherwise: message
              clients:
                greeting: personal
                answerWithin: 45s
                stages:
                  - {ring: manager, else: last spoken, within: 90d, for: 12s}
                  - {ring: backups, else: team care, for: 12s}
                  - {ring: head, for: 20s}
                otherwise: message
              newcomers: {greeting: "Вітаємо!", stages: [{ring: team sales, for: 15s}, {ring: head, for: 15s}], otherwise: message}
              message-only: {greeting: "Надішліть резюме.", otherwise: message}
              urgent: {always: true, stages: [{ring: 203, for: 20s}], otherwise: message}
            afterHours:
              when: {mon-fri: machine, sat-sun: duty, holidays: callCentre}
              modes:
                machine: {greeting: "Зараз неробочий час.", urgentKey: 1, urgent: duty}
                duty: {ring: duty, for: 25s, otherwise: machine}
                callCentre: {ring: "+380443334455", takeBy: key, for: 30s, otherwise: machine}
            duty:
              - {from: "2026-11-21T14:00", to: "2026-11-23T00:30", person: 202, reserve: 204}
              - {from: "2026-11-23T00:30", to: "2026-11-23T09:00", person: 206}
            """;

    private static final String OPEN = "2026-11-20T12:00+02:00";
    private static final Instant LONG_AGO = at("2026-11-01T12:00+02:00");
    private Office office = read(OFFICE);
    private final Map<Extension, PersonNow> people = new HashMap<>();

    WaysTest() {
        office.people()
                .forEach(p -> people.put(
                        p.extension(), new PersonNow(PersonState.AVAILABLE, new HashSet<>(p.phones()), null)));
    }

    // Rule 8

    @Test
    void whoSharesANumberWithoutACommonManagerGoesToWhomTheNumberSpokeLast() {
        var shared = new Call()
                .contacts(client("Оксана", "201"), client("Іван", "203"))
                .spokeTo("206", LONG_AGO);
        assertThat(greetings(Router.plan(shared.at(OPEN)))).containsExactly("Standard");
        assertThat(rung(new RingTarget.Manager(), shared.at(OPEN))).containsExactly("206");
    }

    // Rule 9

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "manager, 2026-11-30, 201",
        "manager, 2026-12-01, 202 204",
        "manager, 2026-12-14, 202 204",
        "manager, 2026-12-15, 201",
        "backups, 2026-12-02, 202 204",
        "owner, 2026-12-02, 202 204"
    })
    void whoIsAbsentIsNotRungAndThePresentDeputiesStandIn(String target, String date, String bells) {
        var call = new Call()
                .contacts(new Contact(
                        "1", "А", null, List.of(), "client", ext("201"), List.of(ext("201")), null, null, null, true))
                .promised("201");
        var meant = Map.of(
                "manager",
                new RingTarget.Manager(),
                "backups",
                new RingTarget.Backups(),
                "owner",
                new RingTarget.Owner());
        assertThat(String.join(" ", rung(meant.get(target), call.at(date + "T12:00+02:00"))))
                .isEqualTo(bells);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2026-11-30, 205", "2026-12-01, 202"})
    void fromTheDayAfterTheLastOneTheSuccessorTakesOver(String date, String who) {
        var asManager = new Call().contacts(client("Лілія", "205"));
        var asLastSpoken = new Call().spokeTo("205", LONG_AGO);
        var moment = date + "T12:00+02:00";
        assertThat(rung(new RingTarget.Manager(), asManager.at(moment))).containsExactly(who);
        assertThat(rung(new RingTarget.LastSpoken(), asLastSpoken.at(moment))).containsExactly(who);
    }

    @Test
    void aTeamRingsWhoIsThereAndDeputiesOnlyIfNobodyIs() {
        assertThat(rung(new RingTarget.OfTeam("care"), new Call().at("2026-12-02T12:00+02:00")))
                .containsExactly("202");
        people.put(ext("202"), new PersonNow(PersonState.ON_LEAVE, Set.of(), null));
        assertThat(rung(new RingTarget.OfTeam("care"), new Call().at("2026-12-02T12:00+02:00")))
                .containsExactly("204");
    }

    @Test
    void theGreetingNamesNobodyWhoIsAbsent() {
        var call = new Call().contacts(client("Лілія", "201"));
        assertThat(Router.plan(call.at(OPEN)).toString()).contains("managerSaidAs=Олена");
        assertThat(Router.plan(call.at("2026-12-02T12:00+02:00")).toString()).contains("managerSaidAs=null");
        var sick = new Circumstances(null, true, Set.of(ext("201")));
        assertThat(Router.plan(call.in(sick).at(OPEN)).toString()).contains("managerSaidAs=null");
    }

    // Rule 10

    @Test
    void aManagerWhoTalksMeansBackupsAtOnceAndNotWhoWasSpokenToLast() {
        people.put(ext("201"), new PersonNow(PersonState.BUSY, Set.of(), null));
        var call = new Call().contacts(client("Лілія", "201", "202")).spokeTo("206", LONG_AGO);
        var stages = stages(Router.plan(call.at(OPEN)));
        assertThat(Router.resolve(stages.get(0).stage(), call.at(OPEN), now(), null, null)
                        .nobody())
                .isTrue();
        assertThat(bells(Router.resolve(stages.get(1).stage(), call.at(OPEN), now(), null, null)))
                .containsExactly("202");
    }

    @ParameterizedTest(name = "talked {0}: {1}")
    @CsvSource({"2026-09-01T12:00+03:00, 206", "2026-08-01T12:00+03:00, ''"})
    void withoutAManagerWhoeverTalkedLastIsRungAsLongAsTheTalkIsNotTooOld(String talked, String who) {
        var call = new Call().spokeTo("206", at(talked)).learned("client");
        var first = stages(Router.plan(call.at(OPEN))).getFirst();
        assertThat(String.join(" ", bells(Router.resolve(first.stage(), call.at(OPEN), now(), null, null))))
                .isEqualTo(who);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"client, 203", "prospect, 206"})
    void theHeadIsTheHeadOfTheResponsibleTeamOfTheClass(String callerClass, String head) {
        var call = new Call().learned(callerClass);
        var last = stages(Router.plan(call.at(OPEN))).getLast();
        assertThat(bells(Router.resolve(last.stage(), call.at(OPEN), now(), null, last.responsible())))
                .containsExactly(head);
    }

    @Test
    void anAbsentHeadIsStoodInForByTheDeputy() {
        people.put(ext("203"), new PersonNow(PersonState.ON_LEAVE, Set.of(), null));
        var stage = new Stage.Ring(new RingTarget.Head(), null, Duration.ofSeconds(20), Strategy.TOGETHER, null);
        assertThat(bells(Router.resolve(stage, new Call().at(OPEN), now(), null, "care")))
                .containsExactly("204");
    }

    // Rule 12

    @Test
    void lunchEndsByItselfAndTheWayIsUsualAgain() {
        var lunch = new Call().in(set("lunch", "2026-11-20T13:00+02:00"));
        assertThat(words(Router.plan(lunch.at("2026-11-20T13:59+02:00")))).containsExactly("Greet", "TakeMessage");
        assertThat(Router.plan(lunch.at("2026-11-20T14:00+02:00")).script()).isEqualTo("front");
        assertThat(Router.plan(lunch.at("2026-11-20T19:00+02:00")).script()).isEqualTo("after hours");
    }

    @Test
    void inAShelterMobilesRingOneAfterAnotherAndPastTheMaximumTheHeadBeforeThem() {
        var shelter = new Call().contacts(client("Лілія", "202")).in(set("shelter", "2026-11-20T12:00+02:00"));
        assertThat(words(Router.plan(shelter.at("2026-11-20T14:59+02:00"))))
                .containsExactly("mobiles 20s", "TakeMessage");
        assertThat(words(Router.plan(shelter.at("2026-11-20T15:00+02:00"))))
                .containsExactly("head 20s", "mobiles 20s", "TakeMessage");
        var mobiles = stages(Router.plan(shelter.at(OPEN))).getFirst();
        assertThat(Router.resolve(mobiles.stage(), shelter.at(OPEN), now(), null, "care")
                        .turns())
                .map(turn -> turn.bells().toString())
                .containsExactly(
                        "[Outside[number=+380671110102, byKey=true]]", "[Outside[number=+380671110101, byKey=true]]");
    }

    @Test
    void aScriptThatSaysAlwaysGoesBeforeOverridesToo() {
        var call = new Call().line("fxo:2").in(set("shelter", "2026-11-20T12:00+02:00"));
        assertThat(Router.plan(call.at(OPEN)).script()).isEqualTo("urgent");
    }

    // Rule 14

    @Test
    void whoCallsAgainGoesPastTheMenuToTheOwnerAndDeputiesTogetherThenToTheHead() {
        var call = new Call().promised("201", "2026-11-20T09:30+02:00");
        var plan = Router.plan(call.at(OPEN));
        assertThat(words(plan)).containsExactly("Greet", "owner 20s", "head 20s", "team care 90s", "TakeMessage");
        assertThat(greetings(plan)).containsExactly("CallsAgain");
        assertThat(rung(new RingTarget.Owner(), call.at(OPEN))).containsExactly("201", "202", "204");
        assertThat(plan.firstInQueue()).isFalse();
    }

    /** A menu without stages rings people by its keys, and by silence: it is no script that only takes messages. */
    @Test
    void whoCallsAgainHearsNoMenuThoughTheScriptRingsByKeysOnly() {
        office = read(OFFICE.replace("    stages: [{queue: team care, for: 90s}]\n", ""));
        var call = new Call().promised("201", "2026-11-20T09:30+02:00");
        assertThat(words(Router.plan(call.at(OPEN))))
                .containsExactly("Greet", "owner 20s", "head 20s", "team care 20s", "TakeMessage");
        var third = new Call().promised("201", "2026-11-20T11:00+02:00", "2026-11-20T11:30+02:00");
        assertThat(words(Router.plan(third.at(OPEN))))
                .containsExactly("Greet", "head 20s", "owner 20s", "team care 20s", "TakeMessage");
    }

    @ParameterizedTest(name = "called {0} and {1}, now {2}: {3}")
    @CsvSource({
        "2026-11-20T11:00+02:00, 2026-11-20T11:30+02:00, 2026-11-20T12:59+02:00, head 20s",
        "2026-11-20T11:00+02:00, 2026-11-20T11:30+02:00, 2026-11-20T13:01+02:00, owner 20s",
        "2026-11-19T17:30+02:00, 2026-11-19T20:00+02:00, 2026-11-20T10:29+02:00, head 20s",
        "2026-11-19T17:30+02:00, 2026-11-19T20:00+02:00, 2026-11-20T10:31+02:00, owner 20s"
    })
    void theThirdCallWithinTwoWorkingHoursGoesToTheHeadAtOnce(String one, String two, String now, String first) {
        var plan = Router.plan(new Call().promised("201", one, two).at(now));
        assertThat(words(plan).get(1)).isEqualTo(first);
        assertThat(plan.firstInQueue()).isEqualTo(first.startsWith("head"));
    }

    @Test
    void aJobSeekerWhoCallsAgainStillLeavesAMessageOnly() {
        assertThat(words(Router.plan(
                        new Call().learned("jobseeker").promised("201", OPEN).at(OPEN))))
                .containsExactly("Greet", "TakeMessage");
    }

    // Rule 16, R9

    @Test
    void theClassOfTheCallerBeatsTheScriptOfTheNumberCalled() {
        assertThat(Router.plan(new Call().learned("prospect").at(OPEN)).script())
                .isEqualTo("newcomers");
        assertThat(Router.plan(new Call().at(OPEN)).script()).isEqualTo("front");
    }

    // Rule 17

    @Test
    void anyKeyEndsAGreetingWithAMenuAndSilenceOrAWrongKeyReachPeople() {
        var call = new Call().at(OPEN);
        var plan = Router.plan(call);
        assertThat(plan.keysDuring((Step.Greet) plan.steps().getFirst())).contains("1", "9", "*");
        var menu = ((Step.Keys) plan.steps().get(1)).menu();
        assertThat(words(Router.choose(menu.otherwise(), plan, call)))
                .containsExactly("team care 20s", "team care 90s", "TakeMessage");
    }

    // Rule 18

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-11-20T19:00+02:00, Greet TakeMessage",
        "2026-11-21T15:00+02:00, duty 25s Greet TakeMessage",
        "2026-11-22T23:59+02:00, duty 25s Greet TakeMessage",
        "2026-11-23T00:10+02:00, Greet TakeMessage",
        "2026-12-25T12:00+02:00, +380443334455 30s Greet TakeMessage",
        "2027-01-04T12:00+02:00, +380443334455 30s Greet TakeMessage",
        "2027-01-03T12:00+02:00, duty 25s Greet TakeMessage"
    })
    void afterHoursAreDifferentOnWeekdaysWeekendsAndHolidays(String moment, String way) {
        assertThat(String.join(" ", words(Router.plan(new Call().at(moment))))).isEqualTo(way);
    }

    @Test
    void theUrgentKeyWorksForClientsInEveryAnnouncementAndForNobodyElse() {
        var plan = Router.plan(new Call().contacts(client("Лілія", "201")).at("2026-11-20T19:00+02:00"));
        assertThat(plan.urgent()).isEqualTo(new Plan.Urgent("1", new RingTarget.Duty(), Duration.ofSeconds(20)));
        assertThat(greetings(plan)).containsExactly("Words", "UrgentKey");
        assertThat(plan.keysDuring((Step.Greet) plan.steps().getFirst())).isEqualTo("1");
        assertThat(Router.plan(new Call().at("2026-11-20T19:00+02:00")).urgent())
                .isNull();
        assertThat(Router.plan(new Call().learned("prospect").at("2026-11-20T19:00+02:00"))
                        .urgent())
                .isNull();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-11-21T13:59:59+02:00, ''",
        "2026-11-21T14:00+02:00, 202 204",
        "2026-11-23T00:29:59+02:00, 202 204",
        "2026-11-23T00:30+02:00, 206",
        "2026-11-23T08:59+02:00, 206"
    })
    void dutyIsHandedOverAtTheMinuteAlsoAfterMidnightAndTheReserveFollows(String moment, String who) {
        assertThat(String.join(" ", rung(new RingTarget.Duty(), new Call().at(moment))))
                .isEqualTo(who);
    }

    @Test
    void aCallCentreTakesACallByKeyOnlyWhereTheModeSaysSo() {
        var holiday = "2026-12-25T12:00+02:00";
        var ring = stages(Router.plan(new Call().at(holiday))).getFirst();
        assertThat(Router.resolve(ring.stage(), new Call().at(holiday), now(), null, null)
                        .toString())
                .contains("byKey=true");
        office = read(OFFICE.replace(", takeBy: key", ""));
        var free = stages(Router.plan(new Call().at(holiday))).getFirst();
        assertThat(Router.resolve(free.stage(), new Call().at(holiday), now(), null, null)
                        .toString())
                .contains("byKey=false");
    }

    // Scripts, languages, clock

    @Test
    void theTimeToAnswerHoldsForTheWholeScriptAndNotForTheOneThatFollows() {
        office = read(OFFICE.replace(
                "- {ring: head, for: 20s}\n    otherwise: message",
                "- {ring: head, for: 20s}\n    otherwise: script newcomers"));
        assertThat(words(Router.plan(new Call().learned("client").at(OPEN))))
                .containsExactly(
                        "AnswerWithin",
                        "Greet",
                        "manager 12s",
                        "backups 12s",
                        "head 20s",
                        "AnswerWithin",
                        "Greet",
                        "team sales 15s",
                        "head 15s",
                        "TakeMessage");
    }

    @Test
    void whoAskedForAnotherLanguageIsGreetedInItAndRingsThoseWhoSpeakItFirst() {
        var english =
                new Contact("1", "Smith", null, List.of(), "prospect", null, List.of(), null, Language.EN, null, true);
        var plan = Router.plan(new Call().contacts(english).at(OPEN));
        assertThat(plan.language()).isEqualTo(Language.EN);
        assertThat(plan.steps().getFirst().toString()).contains("language=EN, nameLanguage=UK");
        var turns = Router.resolve(
                        stages(plan).getFirst().stage(),
                        new Call().contacts(english).at(OPEN),
                        now(),
                        null,
                        null)
                .turns();
        assertThat(turns).hasSize(2);
        assertThat(turns.getFirst().bells().toString()).contains("person=204").doesNotContain("206");
        assertThat(turns.getLast().bells()).hasSize(2);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"+493012345678, Words InYourLanguage", "+380501112233, Words"})
    void anUnknownForeignNumberHearsOneEnglishSentence(String number, String said) {
        assertThat(String.join(
                        " ", greetings(Router.plan(new Call().number(number).at(OPEN)))))
                .isEqualTo(said);
    }

    @Test
    void aBoxThatDoesNotKnowTheTimeRingsPeople() {
        var unset = new Call().in(new Circumstances(null, false, Set.of()));
        assertThat(Router.plan(unset.at("1970-01-01T00:05+00:00")).script()).isEqualTo("front");
    }

    @Test
    void aLineThatWaitsForAPersonSaysNothingBeforeSomebodyIsRung() {
        office = read(OFFICE.replace("number: \"+380441230001\",", "number: \"+380441230001\", answer: person,"));
        assertThat(words(Router.plan(new Call().at(OPEN))))
                .containsExactly("team care 20s", "team care 90s", "TakeMessage");
        assertThat(words(Router.plan(new Call().at("2026-11-20T19:00+02:00")))).containsExactly("Greet", "TakeMessage");
    }

    /** A call as it is asked about. */
    private final class Call {
        private List<Contact> contacts = List.of();
        private @Nullable String learned;
        private @Nullable LastTalk talk;
        private @Nullable OpenPromise promise;
        private Circumstances circumstances = Circumstances.USUAL;
        private String port = "fxo:1";
        private String number = "+380501112233";

        Call contacts(Contact... all) {
            contacts = Arrays.asList(all);
            return this;
        }

        Call learned(String callerClass) {
            learned = callerClass;
            return this;
        }

        Call spokeTo(String person, Instant when) {
            talk = new LastTalk(ext(person), when);
            return this;
        }

        Call promised(String owner, String... calls) {
            promise = new OpenPromise(
                    "p",
                    ext(owner),
                    LONG_AGO,
                    calls.length,
                    Arrays.stream(calls).map(WaysTest::at).toList());
            return this;
        }

        Call in(Circumstances now) {
            circumstances = now;
            return this;
        }

        Call line(String name) {
            port = name;
            return this;
        }

        Call number(String e164) {
            number = e164;
            return this;
        }

        Enquiry at(String moment) {
            return new Enquiry(
                    office,
                    new Called.OnLine(Port.of(port).orElseThrow()),
                    CallerId.of(number, null),
                    new PhoneNumber(number),
                    contacts,
                    learned,
                    talk,
                    promise,
                    WaysTest.at(moment),
                    circumstances);
        }
    }

    private Circumstances set(String name, String since) {
        var override = office.overrides().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new Circumstances(new ActiveOverride(override, at(since)), true, Set.of());
    }

    private static Contact client(String name, String manager, String... backups) {
        return new Contact(
                name,
                name,
                null,
                List.of(),
                "client",
                ext(manager),
                Arrays.stream(backups).map(Extension::new).toList(),
                null,
                null,
                null,
                true);
    }

    private static Extension ext(String digits) {
        return new Extension(digits);
    }

    private StateOfPeople now() {
        return new StateOfPeople(people);
    }

    private List<String> rung(@Nullable RingTarget target, Enquiry enquiry) {
        var stage = new Stage.Ring(
                java.util.Objects.requireNonNull(target), null, Duration.ofSeconds(15), Strategy.TOGETHER, null);
        return bells(Router.resolve(stage, enquiry, now(), null, null));
    }

    private static List<String> bells(Resolved resolved) {
        return resolved.turns().stream()
                .flatMap(turn -> turn.bells().stream())
                .map(bell -> switch (bell) {
                    case Resolved.Bell.OfPerson person -> person.person().digits();
                    case Resolved.Bell.Outside outside -> outside.number().e164();
                })
                .collect(Collectors.toList());
    }

    private static List<Step.Reach> stages(Plan plan) {
        return plan.steps().stream()
                .filter(Step.Reach.class::isInstance)
                .map(Step.Reach.class::cast)
                .toList();
    }

    private static List<String> greetings(Plan plan) {
        return plan.steps().stream()
                .filter(Step.Greet.class::isInstance)
                .map(step -> ((Step.Greet) step).announcement().getClass().getSimpleName())
                .toList();
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

    private static Office read(String yaml) {
        return switch (OfficeFile.read(yaml)) {
            case Reading.Good good -> good.office();
            case Reading.Faulty faulty ->
                throw new AssertionError(faulty.faults().toString());
        };
    }
}
