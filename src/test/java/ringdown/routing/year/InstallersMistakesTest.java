package ringdown.routing.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringdown.office.Fault;
import ringdown.office.OfficeFile;
import ringdown.office.Reading;

/** What an installer gets wrong: refused with its place and in plain words, or taken with a warning that names it. */
class InstallersMistakesTest {
    enum Verdict {
        REFUSED,
        WARNED
    }

    record Mistake(Verdict verdict, String section, String text, String field, String what) {
        @Override
        public String toString() {
            return section + ": " + text.strip();
        }
    }

    private static Mistake refused(String section, String text, String field, String what) {
        return new Mistake(Verdict.REFUSED, section, text, field, what);
    }

    private static Mistake warned(String section, String text, String field, String what) {
        return new Mistake(Verdict.WARNED, section, text, field, what);
    }

    /** Two people, and what the second one says of themselves. */
    private static String ivan(String more) {
        return """

                - {extension: 201, name: Олена, phones: [sip]}
                - {extension: 202, name: Іван, phones: ["fxs:1"], %s}""".formatted(more);
    }

    static Stream<Mistake> types() {
        return Stream.of(
                refused("people", "{201: Олена}", "people", "must be a list"),
                refused("teams", "care", "teams", "must be a list"),
                refused("hours", "\"09:00-18:00\"", "hours", "must have keys of its own"),
                refused("hours", "{week: \"mon-fri\"}", "hours.week", "must have keys of its own"),
                refused("scripts", "[{name: front}]", "scripts", "must have keys of its own"),
                refused("lines", "[\"fxo:1\"]", "lines[0]", "must have keys of its own"),
                refused("blocked", "spam", "blocked", "must be a list"),
                refused("people", ivan("deputies: 201"), "people[1].deputies", "must be a list"),
                refused("people", ivan("phones: [sip]"), "people[1].phones", "stands twice"),
                refused(
                        "scripts",
                        "{front: {stages: {ring: 201}}, clients: {}}",
                        "scripts.front.stages",
                        "must be a list"),
                refused(
                        "scripts",
                        "{front: {stages: [{ring: [201, 202]}]}, clients: {}}",
                        "scripts.front.stages[0].ring",
                        "must be a single value"),
                refused("lines", "[{port: \"fxo:100\"}]", "lines[0].port", "is a port such as fxo:1"),
                refused("lines", "[{port: \"fxo:1\", levels: {rx: 20}}]", "lines[0].levels.rx", "is from -15 to 12 dB"),
                refused(
                        "lines",
                        "[{port: \"fxo:1\", dial: {prefix: nine}}]",
                        "lines[0].dial.prefix",
                        "what a telephone can dial"),
                refused("people", ivan("mail: ivan"), "people[1].mail", "is an address such as"),
                refused(
                        "accounts",
                        "[{name: boss, role: director, mail: boss}]",
                        "accounts[0].mail",
                        "is an address such as"),
                refused("people", ivan("pin: 12"), "people[1].pin", "is 4 to 8 digits"));
    }

    static Stream<Mistake> dates() {
        return Stream.of(
                refused(
                        "people",
                        ivan("absences: [{from: 2026-12-14, to: 2026-12-01}]"),
                        "people[1].absences[0]",
                        "before it begins"),
                refused("people", ivan("left: 31.12.2026"), "people[1].left", "is a date such as"),
                refused("people", ivan("left: 20261-01-05"), "people[1].left", "is a date such as"),
                refused(
                        "numbers",
                        "[{number: \"+380442223311\", retire: 2027-02-30}]",
                        "numbers[0].retire",
                        "is a date such as"),
                refused(
                        "numbers",
                        "[{number: \"+380442223311\", retire: \"+999999999-12-31\"}]",
                        "numbers[0].retire",
                        "is a date such as"),
                warned(
                        "numbers",
                        "[{number: \"+380442223311\", retire: 2025-02-01}]",
                        "numbers[0].retire",
                        "was retired on 2025-02-01 already"),
                refused(
                        "duty",
                        "[{from: \"2026-11-23T09:00\", to: \"2026-11-21T14:00\", person: 201}]",
                        "duty[0]",
                        "not after its beginning"),
                refused(
                        "duty",
                        "[{from: \"2026-11-21 14:00\", to: \"2026-11-23T09:00\", person: 201}]",
                        "duty[0].from",
                        "is a moment such as"),
                warned("duty", """

                        - {from: "2026-11-21T14:00", to: "2026-11-23T09:00", person: 201}
                        - {from: "2026-11-22T14:00", to: "2026-11-24T09:00", person: 202}""", "duty[1]", "202 and 201 have duty at the same time"),
                refused("trial", "{from: 2026-12-20, to: 2026-11-23, responsible: 201}", "trial", "before it begins"),
                warned(
                        "trial",
                        "{from: 2025-11-23, to: 2025-12-20, responsible: 201}",
                        "trial.to",
                        "was over on 2025-12-20"),
                warned(
                        "hours",
                        "{week: {mon-fri: \"09:00-18:00\"}, holidays: own}",
                        "hours.holidays",
                        "no day off is given"),
                warned(
                        "hours",
                        "{week: {mon-fri: \"09:00-18:00\"}, holidays: []}",
                        "hours.holidays",
                        "no day off is given"),
                warned(
                        "hours",
                        "{week: {mon-fri: \"09:00-18:00\"}, shortEve: 1h}",
                        "hours.shortEve",
                        "there are no holidays"),
                refused("hours", "{week: {mon-fri: \"18:00-18:00\"}}", "hours.week.mon-fri", ""),
                refused("hours", "{week: {}}", "hours.week", "never opens"),
                refused("overrides", "[{name: lunch, until: \"25:00\"}]", "overrides[0].until", "is an hour such as"),
                refused(
                        "classes",
                        "[{name: client, callBackWithin: 999999d}]",
                        "classes[0].callBackWithin",
                        "is at most 36500d"));
    }

    static Stream<Mistake> people() {
        return Stream.of(
                refused("people", ivan("deputies: [202]"), "people[1].deputies[0]", "202 cannot stand in for 202"),
                refused(
                        "people",
                        ivan("left: 2026-12-31, successor: 202"),
                        "people[1].successor",
                        "202 cannot stand in for 202"),
                refused("people", ivan("deputies: [201, 201]"), "people[1].deputies[1]", "stands in the list twice"),
                refused(
                        "teams",
                        "[{name: care, members: [201, 201]}]",
                        "teams[0].members[1]",
                        "stands in the list twice"),
                refused("teams", "[{name: care, members: [201], level: 4}]", "teams[0].level", "from 1 to 3"),
                warned(
                        "people",
                        ivan("left: 2026-11-30"),
                        "teams[0].head",
                        "202 leaves on 2026-11-30 and nobody inherits: the team has no head from then on"),
                warned("people", """

                        - {extension: 201, name: Олена, phones: [sip], deputies: [202], absences: [{from: 2026-12-01, to: 2026-12-14}]}
                        - {extension: 202, name: Іван, phones: ["fxs:1"], deputies: [201], absences: [{from: 2026-12-05, to: 2026-12-06}]}""", "people[0].absences[0]", "nobody stands in for 201: every deputy is away too"),
                warned("people", """

                        - {extension: 201, name: Олена, phones: [sip], mobile: "+380671110101"}
                        - {extension: 202, name: Іван, phones: ["fxs:1"], mobile: "+380671110101"}""", "people[1].mobile", "is the mobile of 201 too"),
                warned(
                        "people",
                        """

                        - {extension: 201, name: Олена, phones: [sip]}
                        - {extension: 202, name: Іван, phones: ["fxs:1"]}
                        - {extension: 901, name: Ніна, phones: [sip]}""",
                        "people[2].extension",
                        "begins with the outside prefix 9: numbers that begin with 01"),
                refused("accounts", "[{name: olena, role: staff, person: 299}]", "accounts[0].person", "nobody has"),
                warned("accounts", "[{name: olena, role: staff}]", "accounts[0]", "staff see their own calls"),
                warned(
                        "accounts",
                        "[{name: boss, role: director, report: closing}]",
                        "accounts[0].report",
                        "the account has no mail"),
                refused("accounts", "[{name: a, role: staff}, {name: a, role: head}]", "accounts[1]", "stands twice"),
                refused(
                        "accounts",
                        "[{name: a, role: head, teams: [nobody]}]",
                        "accounts[0].teams[0]",
                        "no team nobody"));
    }

    static Stream<Mistake> lines() {
        return Stream.of(
                refused(
                        "lines",
                        """

                        - {port: "fxo:1", number: "+380441230001", script: front, busyForward: "+380441230002"}
                        - {port: "fxo:2", number: "+380441230002", script: front, busyForward: "+380441230001"}""",
                        "lines[0].busyForward",
                        "goes round in a circle while all of them are busy: +380441230001, +380441230002, +380441230001"),
                refused("numbers", """

                        - {number: "+380442223311", arrives: outside, forwards: {on: [busy], to: "+380442223312"}}
                        - {number: "+380442223312", arrives: outside, forwards: {on: [noAnswer], to: "+380442223311"}}""", "numbers[1].forwards", "goes round in a circle"),
                refused(
                        "numbers",
                        "[{number: \"+380442223311\"}, {number: \"+380442223311\"}]",
                        "numbers[1]",
                        "already"),
                refused(
                        "numbers",
                        "[{number: \"+380442223311\", arrives: \"fxo:7\"}]",
                        "numbers[0].arrives",
                        "is a line"),
                warned(
                        "scripts",
                        "{front: {stages: [{ring: 203}]}, clients: {stages: [{ring: 201}]}}",
                        "lines[0].script",
                        "script front can never ring anybody"),
                warned(
                        "trunks",
                        "[{name: a, host: 10.0.0.1, script: front}, {name: b, host: 10.0.0.1, script: front}]",
                        "trunks[1].host",
                        "is the host and port of trunk a too"),
                refused("trunks", "[{name: a, host: 10.0.0.1, register: true}]", "trunks[0]", "has no user"),
                refused("trunks", "[{name: \"201\", host: 10.0.0.1}]", "trunks[0].name", "not named like"),
                refused("ports", "[{port: \"fxs:3\", hotline: 299}]", "ports[0].hotline", "nobody has extension 299"));
    }

    static Stream<Mistake> rules() {
        return Stream.of(
                warned(
                        "scripts",
                        "{front: {answerWithin: 1s, stages: [{ring: 201}]}, clients: {stages: [{ring: 201}]}}",
                        "scripts.front.answerWithin",
                        "is shorter than one ring"),
                warned(
                        "classes",
                        "[{name: client, script: clients, answerWithin: 1s}]",
                        "classes[0].answerWithin",
                        "is shorter than one ring"),
                warned(
                        "scripts",
                        "{front: {stages: [{ring: 201, for: 1s}]}, clients: {stages: [{ring: 201}]}}",
                        "scripts.front.stages[0].for",
                        "is shorter than one burst"),
                refused(
                        "scripts",
                        "{front: {menu: {\"1\": 201, \"1\": 202, otherwise: 201}}, clients: {}}",
                        "scripts.front.menu.1",
                        "stands twice"),
                refused(
                        "scripts",
                        "{front: {menu: {\"12\": 201, otherwise: 201}}, clients: {}}",
                        "scripts.front.menu.12",
                        "a key is 0 to 9"),
                refused(
                        "scripts",
                        "{front: {menu: {\"1\": 201}}, clients: {}}",
                        "scripts.front.menu.otherwise",
                        "is missing"),
                warned(
                        "scripts",
                        "{front: {menu: {otherwise: 201}}, clients: {stages: [{ring: 201}]}}",
                        "scripts.front.menu",
                        "has no key"),
                refused(
                        "scripts",
                        "{front: {stages: [{ring: \"+380441230001\"}]}, clients: {stages: [{ring: 201}]}}",
                        "scripts.front.stages[0].ring",
                        "is the office's own and comes back in"),
                refused(
                        "scripts",
                        "{front: {stages: [{ring: 201, strategy: random}]}, clients: {}}",
                        "scripts.front.stages[0].strategy",
                        "is one of"),
                refused(
                        "scripts",
                        "{front: {stages: [{ring: 201, queue: 202}]}, clients: {}}",
                        "scripts.front.stages[0]",
                        "either rings or queues"),
                refused(
                        "overrides",
                        "[{name: lunch, until: \"14:00\"}, {name: lunch, until: \"15:00\"}]",
                        "overrides[1]",
                        "override \"lunch\" stands on line"),
                refused(
                        "afterHours",
                        "{when: {mon-fri: a, fri: a}, modes: {a: {greeting: A}}}",
                        "afterHours.when.fri",
                        "has its mode by \"mon-fri\" already"),
                refused("afterHours", "{when: {mon-sun: night}}", "afterHours.when.mon-sun", "there is no mode night"),
                refused("topics", "[{name: bill, solver: 299}]", "topics[0].solver", "nobody has extension 299"),
                refused("topics", "[{name: bill, level: 9}]", "topics[0].level", "from 1 to 3"),
                refused("topics", "[{name: bill}, {name: bill}]", "topics[1]", "topic \"bill\" stands on line"),
                refused("targets", "{answeredIn20s: 900%}", "targets.answeredIn20s", "is a figure such as 90%"),
                refused("targets", "{lost: 2}", "targets.lost", "is a figure such as 90%"),
                refused("targets", "{rating: 90%}", "targets.rating", "is a figure such as 4.7"),
                refused("targets", "{rating: 7}", "targets.rating", "is a figure such as 4.7"),
                refused("targets", "{reachHead: 2%}", "targets.reachHead", "do you mean \"reachedHead\"?"),
                refused(
                        "classes",
                        "[{name: a, key: 1}, {name: b, key: 1}]",
                        "classes[1].key",
                        "another class's already"),
                warned(
                        "classes",
                        "[{name: client, script: clients, team: care}]",
                        "classes[0].team",
                        "is never rung: the class has a script"),
                warned(
                        "classes",
                        "[{name: client, hearWithin: 2d}]",
                        "classes[0].hearWithin",
                        "obligation: listen only"),
                warned("classes", "[{name: client, key: \"*\"}]", "classes[0].key", "*0* makes a contact"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"types", "dates", "people", "lines", "rules"})
    void aMistakeIsNamedWithItsPlaceInPlainWords(Mistake mistake) {
        FaultyOffice office = FaultyOffice.sound().with("lines", """

                        - {port: "fxo:1", number: "+380441230001", script: front}
                        - {port: "fxo:2", number: "+380441230002", script: front}""").with(mistake.section, mistake.text);
        if (mistake.text.contains("203")) {
            office = office.with("people", ivan("mail: i@example.org") + "\n- {extension: 203, name: Марія}");
        }
        Proof proof = proof(office);
        List<Fault> named = mistake.verdict == Verdict.REFUSED ? proof.faults() : proof.warnings();
        assertThat(named).as(office.yaml()).anySatisfy(fault -> {
            assertThat(fault.field()).isEqualTo(mistake.field);
            assertThat(fault.what()).contains(mistake.what);
            assertThat(fault.line()).as("a line of the file").isPositive();
        });
        if (mistake.verdict == Verdict.WARNED) {
            assertThat(proof.faults()).isEmpty();
        }
    }

    private static Proof proof(FaultyOffice office) {
        return switch (OfficeFile.read(office.yaml())) {
            case Reading.Good good -> YearProof.of(good.office(), good.lines(), office.from());
            case Reading.Faulty faulty -> new Proof(faulty.faults(), List.of());
        };
    }
}
