package ringdown.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ringdown.contacts.Contact;
import ringdown.number.CallerId;
import ringdown.number.Language;
import ringdown.office.Fault;
import ringdown.office.Office;
import ringdown.office.OfficeFile;
import ringdown.office.Port;
import ringdown.office.Reading;
import ringdown.office.Recording.Says;
import ringdown.routing.year.Proof;
import ringdown.routing.year.YearProof;

/** On every way into a recorded talk somebody tells the caller, or the talk is not recorded (SITUATIONS 18, 19). */
class RecordedWayTest {
    private static final String OPEN = "2026-11-20T12:00+02:00";
    private static final String CLOSED = "2026-11-20T19:30+02:00";
    private static final String FILE = """
            office: {name: Ромашка, country: UA}
            hours: {week: {mon-fri: "09:00-18:00"}}
            people: [{extension: 201, name: Олена, phones: [sip]}]
            teams: [{name: care, members: [201]}]
            trunks: [{name: provider, host: 127.0.0.1, port: 5090}]
            lines: [{port: "fxo:1", number: "+380441230001", script: front%s}]
            classes: [{name: prospect, team: care}, {name: client, script: other}]
            recording: {%s}
            scripts:
              front: {greeting: "%s", stages: [{ring: team care}], otherwise: message%s}
              other: {greeting: "Вітаємо!", record: false, stages: [{ring: 201}], otherwise: message}
            afterHours:
              when: {mon-sun: centre}
              modes: {centre: {ring: "+380443334455", takeBy: key%s}}
            """;
    private static final String SAID = "Вітаємо! Розмова записується. З'єднуємо.";

    private static final Step.Recorded NOTHING = new Step.Recorded("none", false, Says.NOBODY);

    private static Reading.Good office(String line, String rule, String greeting, String script, String mode) {
        var read = OfficeFile.read(
                FILE.formatted(line, rule, greeting, script, mode).getBytes(StandardCharsets.UTF_8));
        assertThat(read).as(read.toString()).isInstanceOf(Reading.Good.class);
        return (Reading.Good) read;
    }

    private static Enquiry calls(Office office, String at, @Nullable String callerClass, @Nullable Language language) {
        var contact = new Contact("1", "A", "A", List.of(), callerClass, null, List.of(), null, language, null, true);
        return new Enquiry(
                office,
                new Called.OnLine(new Port(Port.Kind.FXO, 1)),
                CallerId.UNKNOWN,
                null,
                callerClass == null && language == null ? List.of() : List.of(contact),
                null,
                null,
                null,
                OffsetDateTime.parse(at).toInstant());
    }

    /** The rule that holds when somebody is first rung. */
    private static Step.Recorded rule(Enquiry enquiry) {
        var rule = NOTHING;
        for (var step : Router.plan(enquiry).steps()) {
            if (step instanceof Step.Recorded recorded) {
                rule = recorded;
            } else if (step instanceof Step.Reach) {
                return rule;
            }
        }
        return rule;
    }

    private static Proof proof(Reading.Good good) {
        return YearProof.of(good.office(), good.lines(), Instant.parse("2026-11-20T10:00:00Z"));
    }

    private static List<String> faults(Reading.Good good) {
        return proof(good).faults().stream().map(Fault::what).toList();
    }

    @Test
    void theGreetingTellsIt() {
        var good = office("", "", SAID, ", record: true", "");
        assertThat(faults(good)).isEmpty();
        assertThat(rule(calls(good.office(), OPEN, null, null)))
                .isEqualTo(new Step.Recorded("front", true, Says.GREETING));
    }

    @Test
    void whoeverHearsTheBoxsOwnWordsInTheirLanguageIsToldByTheBox() {
        var office = office("", "", SAID, ", record: true", "").office();
        assertThat(rule(calls(office, OPEN, null, Language.RU)).says()).isEqualTo(Says.BOX);
    }

    @Test
    void afterHoursWhoeverIsRungRecordsAsTheScriptWouldAndTheBoxTellsIt() {
        var office = office("", "", SAID, ", record: true", "").office();
        assertThat(rule(calls(office, CLOSED, null, null))).isEqualTo(new Step.Recorded("front", true, Says.BOX));
        var not = office("", "", SAID, ", record: true", ", record: false").office();
        assertThat(rule(calls(not, CLOSED, null, null)).on()).isFalse();
        var only = office("", "", SAID, "", ", record: true").office();
        assertThat(rule(calls(only, CLOSED, null, null)).on()).isTrue();
    }

    @Test
    void theScriptOfTheClassDecidesAndAClassWithOnlyATeamIsToldByTheBox() {
        var office =
                office("", "in: true, saysRecorded: box", "Вітаємо!", "", "").office();
        assertThat(rule(calls(office, OPEN, "client", null)).on()).isFalse();
        assertThat(rule(calls(office, OPEN, "prospect", null)))
                .isEqualTo(new Step.Recorded("team care", true, Says.BOX));
    }

    @Test
    void whereNothingIsSaidBeforeAPersonLiftsNothingIsRecordedAndTheFileIsWarnedOf() {
        var good = office(", answer: person", "", SAID, ", record: true", "");
        assertThat(rule(calls(good.office(), OPEN, null, null))).isEqualTo(NOTHING);
        assertThat(proof(good).warnings()).anySatisfy(warning -> {
            assertThat(warning.field()).isEqualTo("lines[0].answer");
            assertThat(warning.what()).contains("are not recorded");
        });
    }

    @Test
    void aScriptThatRecordsAndDoesNotSayItIsRefusedWithItsFirstMinute() {
        for (var silent : List.of(
                office("", "", "Вітаємо!", ", record: true", ""),
                office("", "in: true", "Вітаємо!", "", ""),
                office("", "", "Розмова не записується.", ", record: true", ""),
                office("", "", "personal", ", record: true, saysRecorded: greeting", ""))) {
            assertThat(proof(silent).faults()).singleElement().satisfies(fault -> {
                assertThat(fault.field()).isEqualTo("scripts.front.record");
                assertThat(fault.what()).startsWith("script front records and does not say so");
                assertThat(fault.at()).isEqualTo("2026-11-20T12:00:00+02:00");
            });
        }
        for (var told : List.of(
                office("", "", "personal", ", record: true, saysRecorded: box", ""),
                office("", "", "Rozmowa jest nagrywana.", ", record: true, saysRecorded: greeting", ""),
                office("", "in: true, saysRecorded: box", "Вітаємо!", "", ""))) {
            assertThat(faults(told)).isEmpty();
        }
    }

    @Test
    void theFileSaysTheSameWhenItIsWrittenAndReadAgain() {
        var rule = "in: true, out: true, saysRecorded: box, keep: 30d";
        var office = office("", rule, "Вітаємо!", ", record: false, saysRecorded: greeting", ", record: true")
                .office();
        var again = OfficeFile.read(OfficeFile.write(office, List.of(), true).getBytes(StandardCharsets.UTF_8));
        assertThat(((Reading.Good) again).office()).isEqualTo(office);
    }

    @Test
    void whatASentenceTellsIsHeardInThreeLanguages() {
        Map<String, Boolean> sentences = Map.of(
                "Вітаємо! Ви зателефонували до нас. Розмова записується.", true,
                "Дзвінки записуються для якості.", true,
                "Здравствуйте! Разговор будет записан.", true,
                "Ведётся запись разговора.", true,
                "This call may be recorded.", true,
                "Щоб записатися на прийом, натисніть один. Чекайте на дзвінок.", false,
                "Записываем на приём.", false,
                "This call is not recorded.", false,
                "Залиште повідомлення, воно буде записане.", false);
        sentences.forEach((words, tells) ->
                assertThat(ringdown.office.Recording.tells(words)).as(words).isEqualTo(tells));
    }
}
