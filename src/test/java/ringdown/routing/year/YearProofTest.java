package ringdown.routing.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of office that would lose callers, the field that is to blame, and the first minute at which it would. */
class YearProofTest {
    private static final String NOON = "2026-11-20T12:00:00+02:00";
    private static final String CLOSING = "2026-11-20T18:00:00+02:00";

    /** One fault, as a sentence. */
    private record Kind(String sentence, UnaryOperator<FaultyOffice> change, String field, String what, String at) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    private static Kind scripts(String sentence, String scripts, String field, String what, String at) {
        return new Kind(sentence, office -> office.with("scripts", scripts), field, what, at);
    }

    private static Kind with(String sentence, String section, String text, String field, String what, String at) {
        return new Kind(sentence, office -> office.with(section, text), field, what, at);
    }

    static Stream<Kind> circles() {
        return Stream.of(
                scripts(
                        "Two scripts that go on with each other are a circle",
                        """
                          front: {greeting: A, otherwise: script clients}
                          clients: {greeting: B, otherwise: script front}""",
                        "scripts.front",
                        "goes round in a circle: front, clients, front",
                        NOON),
                scripts(
                        "A script that goes on with itself is a circle",
                        """
                          front: {greeting: A, stages: [{ring: 201}], otherwise: message}
                          clients: {greeting: B, stages: [{ring: 201}], otherwise: script clients}""",
                        "scripts.clients",
                        "goes round in a circle: clients, clients",
                        NOON),
                scripts(
                        "Three scripts may go round too, and each of them is named",
                        """
                          front: {greeting: A, otherwise: script clients}
                          clients: {greeting: B, otherwise: script third}
                          third: {greeting: C, otherwise: script front}""",
                        "scripts.third",
                        "goes round in a circle: third, front, clients, third",
                        NOON),
                scripts(
                        "A menu whose silence comes back to itself is a circle",
                        """
                          front: {greeting: A, menu: {"1": team care, otherwise: script front}}
                          clients: {greeting: B, stages: [{ring: 201}]}""",
                        "scripts.front",
                        "goes round in a circle: front, front",
                        NOON),
                new Kind(
                        "A circle of scripts is told with the first minute a caller gets into it: Monday's opening",
                        office -> office.from("2026-11-21T15:30+02:00").with("scripts", """
                                          front: {greeting: A, otherwise: script clients}
                                          clients: {greeting: B, otherwise: script front}"""),
                        "scripts.front",
                        "goes round in a circle: front, clients, front",
                        "2026-11-23T09:00:00+02:00"),
                with(
                        "Ways of being closed must not follow one another in a circle",
                        "afterHours",
                        "{when: {mon-sun: a}, modes: {a: {ring: 201, otherwise: b}, b: {ring: 202, otherwise: a}}}",
                        "afterHours.modes.b",
                        "goes round in a circle: b, a, b",
                        CLOSING),
                with(
                        "People who have left must not inherit from each other in a circle",
                        "people",
                        """
                          - {extension: 201, name: Олена, phones: [sip], left: 2026-12-01, successor: 202}
                          - {extension: 202, name: Іван, phones: ["fxs:1"], left: 2026-12-24, successor: 201}
                          - {extension: 203, name: Марія, phones: ["fxs:2"]}""",
                        "people[0].successor",
                        "who has left is followed by who has left: 201, 202, 201",
                        "2026-12-02T00:00:00+02:00"),
                with(
                        "Numbers that providers forward to each other always are a circle",
                        "numbers",
                        """
                          - {number: "+380442223311", arrives: outside, forwards: {on: [always], to: "+380442223312"}}
                          - {number: "+380442223312", arrives: outside, forwards: {on: [always], to: "+380442223311"}}""",
                        "numbers[0].forwards",
                        "goes round in a circle: +380442223311, +380442223312, +380442223311",
                        NOON));
    }

    static Stream<Kind> silenceAndBusyTones() {
        return Stream.of(
                scripts(
                        "Who is neither rung for nor told anything is refused in silence",
                        "{front: {otherwise: refuse}, clients: {greeting: B, stages: [{ring: 201}]}}",
                        "scripts.front.otherwise",
                        "nobody is rung and nothing is said before the call is refused",
                        NOON),
                scripts(
                        "Whom nobody answers must not get a busy tone",
                        "{front: {greeting: A, stages: [{ring: 201}], otherwise: refuse}, clients: {stages: [{ring: 201}]}}",
                        "scripts.front.otherwise",
                        "a caller whom nobody answers is refused: a busy tone, and nobody calls back",
                        NOON),
                scripts(
                        "Nor by way of another script",
                        """
                          front: {greeting: A, stages: [{ring: 201}], otherwise: script goodbye}
                          goodbye: {greeting: Goodbye, otherwise: refuse}
                          clients: {stages: [{ring: 201}]}""",
                        "scripts.goodbye.otherwise",
                        "a caller whom nobody answers is refused: a busy tone, and nobody calls back",
                        NOON),
                scripts(
                        "A key must not end a call without a word",
                        """
                          front: {greeting: A, menu: {"9": script off, otherwise: team care}}
                          off: {otherwise: refuse}
                          clients: {stages: [{ring: 201}]}""",
                        "scripts.off.otherwise",
                        "nobody is rung and nothing is said before the call is refused",
                        NOON),
                new Kind(
                        "A script that goes before after hours is tried at night too",
                        office -> office.from("2026-11-21T15:30+02:00").with("scripts", """
                                          front: {always: true, stages: [{ring: 201}], otherwise: refuse}
                                          clients: {stages: [{ring: 201}]}"""),
                        "scripts.front.otherwise",
                        "a caller whom nobody answers is refused: a busy tone, and nobody calls back",
                        "2026-11-21T15:30:00+02:00"),
                with(
                        "A line that is forwarded to itself while busy is busy",
                        "lines",
                        "[{port: \"fxo:1\", number: \"+380441230001\", script: front, busyForward: \"+380441230001\"}]",
                        "lines[0].busyForward",
                        "the provider forwards to the number that is busy: callers hear a busy tone",
                        NOON));
    }

    static Stream<Kind> menus() {
        return Stream.of(
                new Kind(
                        "Silence in a menu must not lead to whoever has left",
                        office -> office.with("people", """
                                - {extension: 201, name: Олена, phones: [sip], left: 2026-12-15}
                                - {extension: 202, name: Іван, phones: ["fxs:1"]}""")
                                .with(
                                        "scripts",
                                        "{front: {greeting: A, menu: {\"1\": team care, otherwise: 201}}, clients: {stages: [{ring: 202}]}}"),
                        "scripts.front.menu.otherwise",
                        "silence, a wrong key and a pulse telephone reach no person: rings 201, of whom nobody can be rung from then on",
                        "2026-12-16T09:00:00+02:00"),
                scripts(
                        "Silence in a menu must reach a person, not a machine",
                        """
                          front: {greeting: A, menu: {"1": team care, otherwise: message}}
                          clients: {stages: [{ring: 201}]}""",
                        "scripts.front.menu.otherwise",
                        "silence, a wrong key and a pulse telephone reach no person",
                        NOON),
                scripts(
                        "Nor a script in which there is no person",
                        """
                          front: {greeting: A, menu: {"1": team care, otherwise: script jobs}}
                          jobs: {greeting: Mail us, otherwise: message}
                          clients: {stages: [{ring: 201}]}""",
                        "scripts.front.menu.otherwise",
                        "silence, a wrong key and a pulse telephone reach no person",
                        NOON),
                scripts(
                        "A key must not lead to a second menu",
                        """
                          front: {greeting: A, menu: {"1": script deeper, otherwise: team care}}
                          deeper: {greeting: B, menu: {"1": 201, otherwise: 202}}
                          clients: {stages: [{ring: 201}]}""",
                        "scripts.deeper.menu",
                        "comes after the menu of script front: one level at the most",
                        NOON),
                scripts(
                        "Nor may a script with a menu go on with another that has one",
                        """
                          front: {greeting: A, menu: {"1": 201, otherwise: 202}, otherwise: script deeper}
                          deeper: {greeting: B, menu: {"1": 201, otherwise: 202}}
                          clients: {stages: [{ring: 201}]}""",
                        "scripts.deeper.menu",
                        "comes after the menu of script front: one level at the most",
                        NOON));
    }

    static Stream<Kind> closed() {
        return Stream.of(
                with(
                        "An urgent key needs somebody whom it rings",
                        "afterHours",
                        "{when: {mon-sun: m}, modes: {m: {greeting: A, urgentKey: 1}}}",
                        "afterHours.modes.m.urgentKey",
                        "rings duty, and nobody ever has it",
                        CLOSING),
                with(
                        "Whoever is rung for what is urgent needs a key that asks for them",
                        "afterHours",
                        "{when: {mon-sun: m}, modes: {m: {greeting: A, urgent: 201}}}",
                        "afterHours.modes.m.urgent",
                        "nobody can ask for it: \"urgentKey\" is missing",
                        CLOSING),
                new Kind(
                        "The urgent key must ring somebody who has a telephone",
                        office -> office.with(
                                        "people",
                                        "[{extension: 201, name: Олена, phones: [sip]}, {extension: 202, name: Іван}]")
                                .with("afterHours", "{when: {mon-sun: m}, modes: {m: {urgentKey: 1, urgent: 202}}}"),
                        "afterHours.modes.m.urgent",
                        "the urgent key rings 202, of whom nobody can ever be rung",
                        CLOSING),
                new Kind(
                        "Duty that is rung first must not leave for good without an heir",
                        office -> office.with("people", """
                                - {extension: 201, name: Олена, phones: [sip], left: 2026-12-15}
                                - {extension: 202, name: Іван, phones: ["fxs:1"]}""").with("afterHours", "{greeting: A, duty: 201}"),
                        "afterHours.duty",
                        "201 cannot be rung from then on, nor can a deputy or successor",
                        "2026-12-16T00:00:00+02:00"),
                new Kind(
                        "Duty that is rung first must have a telephone",
                        office -> office.with("people", """
                                - {extension: 201, name: Олена}
                                - {extension: 202, name: Іван, phones: ["fxs:1"]}""").with("afterHours", "{greeting: A, duty: 201}"),
                        "afterHours.duty",
                        "201 cannot be rung, nor can a deputy or successor",
                        CLOSING),
                with(
                        "A call that must be taken by a key needs somebody who takes it",
                        "afterHours",
                        "{when: {sat-sun: m}, modes: {m: {greeting: A, takeBy: key}}}",
                        "afterHours.modes.m.takeBy",
                        "there is nobody to take the call: \"ring\" is missing",
                        "2026-11-21T00:00:00+02:00"),
                with(
                        "An office that never opens can promise nothing",
                        "hours",
                        "{week: {mon-fri: closed}}",
                        "hours.week",
                        "the office never opens within a year: no promise has a moment",
                        NOON),
                new Kind(
                        "Duty is rung, and nobody ever has it",
                        office -> office.with("afterHours", "{when: {mon-sun: m}, modes: {m: {ring: duty}}}"),
                        "afterHours.modes.m.ring",
                        "rings duty, and nobody ever has it",
                        CLOSING),
                new Kind(
                        "Between two shifts nobody has duty for an hour",
                        office -> office.with("afterHours", "{when: {mon-sun: m}, modes: {m: {ring: duty}}}")
                                .with("duty", """
                                          - {from: "2026-11-20T18:00", to: "2026-11-21T14:00", person: 201}
                                          - {from: "2026-11-21T15:00", to: "2026-11-23T09:00", person: 202}"""),
                        "afterHours.modes.m.ring",
                        "rings duty, and nobody has it between two shifts",
                        "2026-11-21T14:00:00+02:00"),
                new Kind(
                        "Who has duty is away on the second day of it, and nobody stands in",
                        office -> office.with("afterHours", "{when: {mon-sun: m}, modes: {m: {ring: duty}}}")
                                .with("duty", "[{from: \"2026-11-20T18:00\", to: \"2026-11-23T09:00\", person: 201}]")
                                .with("people", """
                                          - {extension: 201, name: Олена, phones: [sip], absences: [{from: 2026-11-22, to: 2026-11-30}]}
                                          - {extension: 202, name: Іван, phones: ["fxs:1"]}"""),
                        "duty[0]",
                        "201 has duty and cannot be rung, nor can a reserve or deputy",
                        "2026-11-22T00:00:00+02:00"),
                with(
                        "An override rings mobiles, and nobody has one",
                        "overrides",
                        "[{name: shelter, until: released, ring: mobiles}]",
                        "overrides[0].ring",
                        "rings mobiles, and nobody has one",
                        NOON),
                new Kind(
                        "An override that lasts too long rings a head who is not there",
                        office -> office.with("overrides", "[{name: shelter, until: released, max: 3h}]")
                                .with("teams", "[{name: care, members: [201, 202]}]"),
                        "overrides[0].max",
                        "the head is rung after it, and no team has one",
                        NOON));
    }

    static Stream<Kind> people() {
        return Stream.of(
                with(
                        "Who is responsible leaves, and nobody inherits",
                        "people",
                        """
                          - {extension: 201, name: Олена, phones: [sip], left: 2026-12-31}
                          - {extension: 202, name: Іван, phones: ["fxs:1"], left: 2027-01-15}
                          - {extension: 203, name: Марія, phones: ["fxs:2"]}""",
                        "scripts.front.responsible",
                        "care has left and nobody inherits: promises have no owner",
                        "2027-01-16T00:00:00+02:00"),
                with(
                        "When the last one has left, nobody owns a promise",
                        "people",
                        """
                          - {extension: 201, name: Олена, phones: [sip], left: 2026-12-31}
                          - {extension: 202, name: Іван, phones: ["fxs:1"], left: 2027-01-15}""",
                        "people",
                        "everybody has left: a promise made now has no owner",
                        "2027-01-16T00:00:00+02:00"),
                with(
                        "Callers must not wait in a queue for people without a telephone",
                        "scripts",
                        "{front: {stages: [{queue: 203}]}, clients: {stages: [{ring: 201}]}}",
                        "scripts.front.stages[0].queue",
                        "callers wait for 203, of whom nobody has a telephone",
                        NOON));
    }

    static Stream<Kind> contradictions() {
        return Stream.of(
                with(
                        "A class that is refused never gets to its script",
                        "classes",
                        "[{name: client, script: clients}, {name: spam, refuse: true, script: front}]",
                        "classes[1].refuse",
                        "class spam is refused by rule and never gets to its script front",
                        NOON),
                with(
                        "Nor to its team",
                        "classes",
                        "[{name: spam, refuse: true, team: care}]",
                        "classes[0].refuse",
                        "class spam is refused by rule and never gets to its team care",
                        NOON),
                scripts(
                        "The time to answer in must not be over before the greeting is",
                        """
                          front: {greeting: "%s", answerWithin: 3s, stages: [{ring: 201}]}
                          clients: {stages: [{ring: 201}]}""".formatted("Вітаємо! ".repeat(10)),
                        "scripts.front.answerWithin",
                        "the time is over before the greeting is (at least 5 s): nobody is ever rung",
                        NOON),
                new Kind(
                        "Nor that of a class",
                        office -> office.with("classes", "[{name: client, script: clients, answerWithin: 2s}]")
                                .with("scripts", """
                                          front: {stages: [{ring: 201}]}
                                          clients: {greeting: "%s", stages: [{ring: 201}]}""".formatted("Вітаємо! ".repeat(10))),
                        "classes[0].answerWithin",
                        "the time is over before the greeting is (at least 5 s): nobody is ever rung",
                        NOON),
                new Kind(
                        "A mobile cannot be rung while the caller holds the only line",
                        office -> office.with("lines", "[{port: \"fxo:1\", script: front}]")
                                .with(
                                        "scripts",
                                        "{front: {greeting: A, stages: [{ring: \"+380671110101\"}]}, clients: {stages: [{ring: 201}]}}"),
                        "scripts.front.stages[0].ring",
                        "rings outside, but the caller holds the only line that could dial",
                        NOON),
                new Kind(
                        "Nor over another line that cannot hear and speak at once",
                        office -> office.with(
                                        "lines",
                                        "[{port: \"fxo:1\", script: front}, {port: \"fxo:2\", script: front, oneWay: true}]")
                                .with(
                                        "scripts",
                                        "{front: {greeting: A, stages: [{ring: \"+380671110101\"}]}, clients: {stages: [{ring: 201}]}}"),
                        "scripts.front.stages[0].ring",
                        "rings outside, but the caller holds the only line that could dial",
                        NOON),
                new Kind(
                        "Nobody calls out over such a line",
                        office -> office.with(
                                "lines", "[{port: \"fxo:1\", script: front, oneWay: true, direction: out}]"),
                        "lines[0].oneWay",
                        "nobody calls out over a line that cannot hear and speak at once",
                        NOON),
                new Kind(
                        "Nor can a call centre after hours",
                        office -> office.with("lines", "[{port: \"fxo:1\", script: front}]")
                                .with(
                                        "afterHours",
                                        "{when: {mon-sun: c}, modes: {c: {ring: \"+380443334455\", takeBy: key}}}"),
                        "afterHours.modes.c.ring",
                        "rings outside, but the caller holds the only line that could dial",
                        CLOSING));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"circles", "silenceAndBusyTones", "menus", "closed", "people", "contradictions"})
    void anOfficeThatWouldLoseCallersIsRefusedWithTheMinute(Kind kind) {
        var office = FaultyOffice.sound();
        if (kind.field.contains("responsible")) {
            office = office.with(
                    "scripts", "{front: {responsible: care, stages: [{ring: 201}]}, clients: {stages: [{ring: 201}]}}");
        }
        if (kind.what.contains("203")) {
            office = office.with("people", """
                      - {extension: 201, name: Олена, phones: [sip]}
                      - {extension: 202, name: Іван, phones: ["fxs:1"]}
                      - {extension: 203, name: Марія}""");
        }
        var proof = kind.change.apply(office).proof();
        assertThat(proof.faults()).as(kind.change.apply(office).yaml()).anySatisfy(fault -> {
            assertThat(fault.field()).isEqualTo(kind.field);
            assertThat(fault.what()).isEqualTo(kind.what);
            assertThat(fault.at()).isEqualTo(kind.at);
            assertThat(fault.line()).as("a line of the file").isPositive();
        });
    }
}
