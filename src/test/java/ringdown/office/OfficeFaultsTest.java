package ringdown.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OfficeFaultsTest {
    private static final String CONTRACT = OfficeFileTest.resource("contract.yaml");

    static Stream<Arguments> changes() {
        return Stream.of(
                change("country: UA", "country: Ukraine", "office.country", "two letters"),
                change("language: uk", "language: pl", "office.language", "uk, ru or en"),
                change("Europe/Kyiv", "Europe/Kiew", "office.timeZone", "time zone"),
                change("  country: UA", "  countri: UA", "office.countri", "do you mean \"country\"?"),
                change("accounts:", "acounts:", "acounts", "unknown key \"acounts\", do you mean \"accounts\"?"),
                change("change-me-now", "\"\"", "accounts[0].password", "is empty"),
                change("s3cret-201", "\" \"", "people[0].secret", "is empty"),
                change("ТОВ «Лілія»", "Л".repeat(100_000), "contacts[0].name", "is longer than 1000 characters"),
                change("ТОВ «Лілія»", "Л".repeat(201), "contacts[0].name", "is longer than 200 characters"),
                change("ТОВ «Лілія»", "\\a", "contacts[0].name", "without control characters"),
                change("Олена Коваленко", "\"\"", "people[0].name", "is empty"),
                change("role: installer", "role: king", "accounts[0].role", "is one of director, head"),
                change("\"09:00-18:00\"", "\"9-18\"", "hours.week.mon-fri", "hours are written"),
                change("mon-fri", "mon-fry", "hours.week.mon-fry", "days are written"),
                change("sat: \"10", "fri: \"10", "hours.week.fri", "has its hours already"),
                change("holidays: public", "holidays: sometimes", "hours.holidays", "is one of none, own, public"),
                change(
                        "accounts:",
                        "ports: [{port: \"fxs:4\", levels: {tx: 9}}]\naccounts:",
                        "ports[0].levels.tx",
                        "is -15 to 6 dB at a telephone's port"),
                change("accounts:", "voicemail: {keep: 10}\naccounts:", "voicemail.keep", "is from 1d to 3650d"),
                change("accounts:", "voicemail: {keep: ever}\naccounts:", "voicemail.keep", "is a time such as"),
                change("accounts:", "voicemail: {keeps: 9d}\naccounts:", "voicemail.keeps", "do you mean \"keep\"?"),
                change("level: 1}", "level: 1, keepMessages: 5000d}", "teams[0].keepMessages", "is from 1d to 3650d"),
                change("secret: s3cret-201", "keepMessages: 2h", "people[0].keepMessages", "is from 1d to 3650d"),
                change("date: 2026-12-31", "date: 2026-13-31", "hours.exceptions[0].date", "is a date"),
                change("to: 2027-01-04", "to: 2027-01-01", "hours.exceptions[1]", "before it begins"),
                change("extension: 202", "extension: 201", "people[1].extension", "stands on line 15 already"),
                change("extension: 203", "extension: 102", "people[2].extension", "extension 102 is the police in UA"),
                change(
                        "extension: 203",
                        "extension: 10",
                        "people[2].extension",
                        "extension 10 begins 101, the fire brigade in UA"),
                change("extension: 203", "extension: 1129", "people[2].extension", "extension 1129 is begun by 112"),
                change(
                        "extension: 203",
                        "extension: 2015",
                        "people[2].extension",
                        "extension 2015 overlaps 201 on line 15"),
                change("extension: 203", "extension: abc", "people[2].extension", "1 to 8 digits"),
                change(
                        "phones: [\"fxs:2\"]",
                        "phones: [\"fxs:1\"]",
                        "people[2].phones[0]",
                        "plugged in on line 16 already"),
                change(
                        "phones: [\"fxs:2\"]",
                        "phones: [\"fxo:2\"]",
                        "people[2].phones[0]",
                        "is sip or a port such as fxs:1"),
                change("mobile: \"+380671110101\"", "mobile: \"12\"", "people[0].mobile", "no telephone number in UA"),
                change("head: 203, level", "head: 299, level", "teams[0].head", "nobody has extension 299"),
                change("name: sales, ", "name: care, ", "teams[1].name", "\"care\" stands on line 19 already"),
                change("\"fxo:1\"", "\"fxo:0\"", "lines[0].port", "is a port such as fxo:1, not \"fxo:0\""),
                change("\"fxo:2\"", "\"fxo:1\"", "lines[1].port", "has its line on line 22 already"),
                change("+380441230002", "+380441230001", "lines[1].number", "arrives on line 22 of the file already"),
                change(
                        "+380441230003",
                        "+380441230001",
                        "trunks[0].numbers[0]",
                        "arrives on line 22 of the file already"),
                change(
                        "advertising,  script: front",
                        "advertising,  script: back",
                        "lines[1].script",
                        "there is no script back"),
                change("port: 5090", "port: 70000", "trunks[0].port", "is a port from 1 to 65535"),
                change("register: true", "register: maybe", "trunks[0].register", "is true or false"),
                change("manager: 201", "manager: 299", "contacts[0].manager", "nobody has extension 299"),
                change("class: client,", "class: vip,", "contacts[0].class", "there is no class vip"),
                change("team: sales}", "team: sails}", "classes[1].team", "there is no team sails"),
                change("[\"+380440000000\"]", "[\"hello\"]", "blocked[0]", "no telephone number"),
                change(
                        "ring: team care, for: 15s",
                        "ring: team care, for: soon",
                        "scripts.front.stages[0].for",
                        "is a time such as 15s"),
                change(
                        "ring: team care, for: 15s",
                        "ring: team care, for: 0s",
                        "scripts.front.stages[0].for",
                        "is a time such as 15s"),
                change("ring: team care", "ring: team carre", "scripts.front.stages[0].ring", "there is no team carre"),
                change(
                        "ring: backups",
                        "ring: everybody",
                        "scripts.clients.stages[1].ring",
                        "an extension or a number"),
                change(
                        "askRating: true",
                        "askRating: true\n    askRating: true",
                        "scripts.clients.askRating",
                        "stands twice"),
                change("duty: 201", "duty: 299", "afterHours.duty", "nobody has extension 299"));
    }

    private static Arguments change(String from, String to, String field, String what) {
        return Arguments.of(from, to, field, what);
    }

    @ParameterizedTest(name = "\"{0}\" written \"{1}\"")
    @MethodSource("changes")
    void eachFaultIsNamedWithItsFieldAndLine(String from, String to, String field, String what) {
        assertThat(CONTRACT).contains(from);
        var changed = CONTRACT.replaceFirst(
                java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to));
        var faults = faults(changed);
        assertThat(faults).anySatisfy(fault -> {
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.what()).contains(what);
            assertThat(fault.line()).isPositive();
        });
        assertThat(changed.lines().toList().get(faults.getFirst().line() - 1)).isNotBlank();
    }

    @Test
    void everyFaultIsReportedAtOnce() {
        var broken = CONTRACT.replace("country: UA", "country: XX")
                .replace("\"fxo:1\"", "\"fxo:9x\"")
                .replace("for: 20s", "for: -1s")
                .replace("blocked:", "bloked:");
        assertThat(faults(broken))
                .extracting(Fault::field)
                .contains("office.country", "lines[0].port", "scripts.clients.stages[3].for", "bloked");
        assertThat(faults(broken)).isSortedAccordingTo(java.util.Comparator.comparingInt(Fault::line));
    }

    @Test
    void theLineIsThatOfTheFile() {
        assertThat(
                        faults(
                                "office:\n  country: UA\npeople:\n  - {extension: 201, name: A}\n  - {extension: 102, name: B}\n"))
                .containsExactly(new Fault(5, "people[1].extension", "extension 102 is the police in UA"));
    }

    @Test
    void aNameIsLookedUpWhereverItStandsInTheFile() {
        assertThat(
                        faults(
                                "office: {country: UA}\nteams:\n  - {name: a, members: [201]}\npeople:\n  - {extension: 201, name: A}\n"))
                .isEmpty();
    }

    @Test
    void aDayThatIsWrongIsOneFault() {
        var office = "office: {country: UA}\nhours: {week: {mon: \"9:00-18:00\"}, exceptions: [{%s, closed: true}]}\n";
        assertThat(faults(office.formatted("date: 2027-02-30")))
                .extracting(Fault::field)
                .containsExactly("hours.exceptions[0].date");
        assertThat(faults(office.formatted("why: x")))
                .extracting(Fault::what)
                .contains("is missing")
                .hasSize(2);
        assertThat(faults(office.formatted("from: 2027-02-01")))
                .extracting(Fault::field)
                .containsExactly("hours.exceptions[0].to");
    }

    @Test
    void aTimeAtWhichNoReportWouldBeSentIsRefused() {
        var office =
                "office: {country: UA}\naccounts: [{name: a, role: director, mail: a@example.org, report: \"%s\"}]\n";
        assertThat(faults(office.formatted("opening+5m")))
                .extracting(Fault::field)
                .containsExactly("accounts[0].report");
        assertThat(faults(office.formatted("closing"))).isEmpty();
        assertThat(faults(office.formatted("closing+1h"))).isEmpty();
    }

    /** Each line repeats the one before it so many times. */
    private static String bomb(int lines, int times) {
        var text = new StringBuilder("l0: &l0 [x]\n");
        for (var i = 1; i <= lines; i++) {
            text.append("l%d: &l%d [%s]%n"
                    .formatted(i, i, String.join(", ", Collections.nCopies(times, "*l" + (i - 1)))));
        }
        return text.toString();
    }

    @Test
    void whatStandsTwiceMayBeWrittenAsAnAlias() {
        assertThat(faults("""
                                office: {country: UA}
                                people: [{extension: 201, name: &who Олена}, {extension: 202, name: *who}]
                                scripts:
                                  one: {stages: &ring [{ring: 201, for: 15s}], otherwise: message}
                                  two: {stages: *ring, otherwise: message}
                                """)).isEmpty();
    }

    static Stream<Arguments> notOffices() {
        return Stream.of(
                Arguments.of("", "the file is empty"),
                Arguments.of("hello", "no office file"),
                Arguments.of("- a\n- b", "no office file"),
                Arguments.of("people: []", "is missing"),
                Arguments.of("office: {country: UA\npeople: [", "this is not YAML"),
                Arguments.of("office:\n\tcountry: UA", "this is not YAML"),
                Arguments.of("a: &a [*a]", "stands for nothing before it"),
                Arguments.of("a: &a x\nb: &a [*a]", "stands for nothing before it"),
                Arguments.of(bomb(9, 9), "repeat too much"),
                Arguments.of(bomb(40, 1), "nested too deep"),
                Arguments.of("office: {country: UA}\n---\noffice: {country: UA}", "this is not YAML"),
                Arguments.of("office: {country: UA}\n? [a, b]\n: c", "a key must be a single word"),
                Arguments.of("[".repeat(100_000), "nested too deep"),
                Arguments.of("office: \"\u0000\"", "this is not YAML"));
    }

    @ParameterizedTest
    @MethodSource("notOffices")
    void whatIsNoOfficeFileSaysSo(String text, String what) {
        assertThat(faults(text)).anyMatch(fault -> fault.what().contains(what));
    }

    @Test
    void aFileThatIsNotTextSaysSo() {
        assertThat(((Reading.Faulty) OfficeFile.read(new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff})).faults())
                .containsExactly(new Fault(1, "", "the file is not text in UTF-8"));
        var latin = "office:\n  name: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(((Reading.Faulty) OfficeFile.read(latin)).faults())
                .containsExactly(new Fault(2, "", "the file is not text in UTF-8"));
    }

    @Test
    void aHugeFileIsRefusedUnread() {
        assertThat(((Reading.Faulty) OfficeFile.read(new byte[OfficeFile.LARGEST_BYTES + 1])).faults())
                .hasSize(1);
    }

    @Test
    void noDamageToAFileMakesTheReaderFall() {
        var random = new Random(5);
        var bytes = CONTRACT.getBytes(StandardCharsets.UTF_8);
        for (var i = 0; i < 400; i++) {
            var damaged = bytes.clone();
            for (var j = 0; j <= random.nextInt(8); j++) {
                damaged[random.nextInt(damaged.length)] =
                        (byte) " :-[]{},\"'\n&*#!|>%@`0129azA".charAt(random.nextInt(27));
            }
            assertThat(OfficeFile.read(damaged)).isNotNull();
        }
    }

    private static List<Fault> faults(String yaml) {
        return switch (OfficeFile.read(yaml)) {
            case Reading.Good good -> List.of();
            case Reading.Faulty faulty -> faulty.faults();
        };
    }
}
