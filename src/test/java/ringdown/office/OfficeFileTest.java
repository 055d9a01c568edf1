package ringdown.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringdown.number.Extension;
import ringdown.number.PhoneNumber;

class OfficeFileTest {

    @Test
    void readsTheOfficeOfTheContract() {
        var good = good(resource("contract.yaml"));
        var office = good.office();
        assertThat(office.info().name()).isEqualTo("Стоматологія «Ромашка»");
        assertThat(office.people()).extracting(p -> p.extension().digits()).containsExactly("201", "202", "203");
        assertThat(office.personAt(new Port(Port.Kind.FXS, 2)).orElseThrow().name())
                .isEqualTo("Марія Шевченко");
        assertThat(office.team("care").orElseThrow().head()).isEqualTo(new Extension("203"));
        assertThat(office.lines()).extracting(l -> l.port().toString()).containsExactly("fxo:1", "fxo:2");
        assertThat(office.trunks()).singleElement().matches(t -> t.port() == 5090 && t.register());
        assertThat(office.classes()).extracting(CallerClass::name).containsExactly("client", "prospect", "jobseeker");
        assertThat(office.blocked()).containsExactly(new PhoneNumber("+380440000000"));
        assertThat(office.scripts()).containsOnlyKeys("front", "clients", "message-only");
        assertThat(office.script("clients").orElseThrow().stages()).hasSize(4);
        assertThat(office.afterHours().duty()).isEqualTo(new Extension("201"));
        assertThat(good.contacts()).singleElement().matches(c -> c.backups().size() == 2);
        assertThat(good.lines()).containsKey("scripts.front");
    }

    @Test
    void readsTheGrownFile() {
        var office = good(resource("grown.yaml")).office();
        assertThat(office.hours().shortEve()).hasHours(1);
        assertThat(office.overrides()).hasSize(2);
        assertThat(office.numbers()).hasSize(2);
        assertThat(office.script("front").orElseThrow().menu()).isNotNull();
        assertThat(office.script("front").orElseThrow().stages().getFirst()).isInstanceOf(Stage.Queue.class);
        assertThat(office.afterHours().modes()).containsOnlyKeys("machine", "duty", "callCentre");
        assertThat(office.duty()).singleElement().matches(d -> d.reserve() != null);
        assertThat(office.topics()).hasSize(2);
        assertThat(office.targets()).containsEntry("rating", "4.7").containsEntry("lost", "2%");
        assertThat(office.trial()).isNotNull();
        assertThat(office.ports()).hasSize(3);
        assertThat(office.ports().getLast().levels()).isEqualTo(new PortUse.Levels(-3, 4.5));
        assertThat(office.lines().getFirst().dial().waitAfter()).isEqualTo("8");
        assertThat(office.trunk("sbc").orElseThrow().provider())
                .isEqualTo(new Provider(
                        true,
                        "sbc.provider.example",
                        5070,
                        "10012345",
                        2,
                        Provider.NumberForm.NATIONAL,
                        "9",
                        Provider.NumberForm.INTERNATIONAL,
                        4,
                        Duration.ofMinutes(1)));
        Provider quiet = office.trunk("quiet").orElseThrow().provider();
        assertThat(quiet.proxy()).isEqualTo("2001:db8::7");
        assertThat(quiet.watch()).isZero();
    }

    @Test
    void messagesAreKeptForAYearOrAsTheOfficeThePersonOrTheTeamSays() {
        var usual = good(resource("contract.yaml")).office().voicemail();
        assertThat(usual.keep("201")).hasDays(365);
        var text = resource("contract.yaml")
                .replace("secret: s3cret-201", "secret: s3cret-201, keepMessages: 10d")
                .replace("level: 1}", "level: 1, keepMessages: 2d}")
                .replace("accounts:", "voicemail: {keep: 90d}\naccounts:");
        var office = good(text).office();
        assertThat(office.voicemail().keep("201")).hasDays(10);
        assertThat(office.voicemail().keep("care")).hasDays(2);
        assertThat(office.voicemail().keep("202")).hasDays(90);
        assertThat(good(OfficeFile.write(office, List.of(), true)).office()).isEqualTo(office);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contract.yaml", "grown.yaml"})
    void anExportImportsAsTheSameOffice(String name) {
        var before = good(resource(name));
        var exported = OfficeFile.write(before.office(), before.contacts(), true);
        var after = good(exported);
        assertThat(after.office()).isEqualTo(before.office());
        assertThat(after.contacts()).isEqualTo(before.contacts());
        assertThat(OfficeFile.write(after.office(), after.contacts(), true)).isEqualTo(exported);
    }

    /** Most programs take +380441230001 for a number; those of YAML 1.1 take 14:00 for 840, on for true and NO for false. */
    @Test
    void anExportIsReadTheSameByOtherPrograms() throws Exception {
        var text = OfficeFile.write(good(resource("grown.yaml")).office(), List.of(), true);
        assertThat(text)
                .contains("'+380441230002'", "until: '14:00'", "'on': [busy")
                .doesNotContain(": +38", "[+38", ": 14:00");
        assertThat(OfficeFile.read(text.replace("'on':", "true:"))).isInstanceOf(Reading.Good.class);
        var norway = good("office: {country: NO, timeZone: Europe/Oslo, name: '0123'}")
                .office();
        assertThat(OfficeFile.write(norway, List.of(), true)).contains("country: 'NO'", "name: '0123'");
    }

    @Test
    void anExportWithoutSecretsHasNoneAndTheStoredOnesAreKept() {
        var office = good(resource("contract.yaml")).office();
        var exported = OfficeFile.write(office, List.of(), false);
        assertThat(exported).doesNotContain("change-me-now", "s3cret", "tr-secret", "Лілія");
        assertThat(good(exported).office().withSecretsOf(office)).isEqualTo(office);
    }

    @Test
    void aNewSecretReplacesTheStoredOne() {
        var office = good(resource("contract.yaml")).office();
        var changed =
                good(resource("contract.yaml").replace("s3cret-201", "another")).office();
        assertThat(changed.withSecretsOf(office).people().getFirst().secret()).isEqualTo(new Secret.Plain("another"));
    }

    @Test
    void aHashedPasswordSurvivesTheFile() {
        var office = good(resource("contract.yaml")).office();
        var hashed = office.withAccounts(office.accounts().stream()
                .map(a -> a.withPassword(new Secret.Hashed("$argon2id$v=19$m=15,t=2$abc")))
                .toList());
        assertThat(good(OfficeFile.write(hashed, List.of(), true)).office()).isEqualTo(hashed);
    }

    @Test
    void secretsAreNeverPrinted() {
        assertThat(good(resource("contract.yaml")).office().toString())
                .doesNotContain("change-me-now", "s3cret", "tr-secret");
    }

    @Test
    void aSmallFileIsEnough() {
        var office = good("office: {name: Office, country: UA}").office();
        assertThat(office.info().timeZone().getId()).isEqualTo("Europe/Kyiv");
        assertThat(office.info().outsidePrefix()).isEqualTo("9");
        assertThat(office.officeHours().isOpen(java.time.Instant.EPOCH)).isTrue();
    }

    @Test
    void theDemoOfficeHoldsAndItsPasswordIsNewEachTime() {
        var random = new Random(1);
        var password = DemoOffice.password(random);
        var demo = good(DemoOffice.file(password, "abc"));
        assertThat(demo.office().accounts())
                .singleElement()
                .matches(a -> new Secret.Plain(password).equals(a.password()));
        assertThat(demo.office().people().getFirst().secret()).isEqualTo(new Secret.Plain("abc-201"));
        assertThat(demo.contacts()).hasSize(1);
        assertThat(DemoOffice.password(random)).isNotEqualTo(password).hasSize(12);
    }

    @Test
    void whoeverListensHearsOfEachReplacement() {
        var first = good("office: {name: A, country: UA}").office();
        var second = good("office: {name: B, country: UA}").office();
        var current = new CurrentOffice(first);
        var heard = new java.util.ArrayList<String>();
        try (var listening = current.listen(
                (before, now) -> heard.add(before.info().name() + now.info().name()))) {
            current.replace(second);
            assertThat(listening).isNotNull();
        }
        current.replace(first);
        assertThat(heard).containsExactly("AB");
        assertThat(current.get()).isEqualTo(first);
    }

    static Reading.Good good(String yaml) {
        return switch (OfficeFile.read(yaml)) {
            case Reading.Good good -> good;
            case Reading.Faulty faulty ->
                throw new AssertionError(faulty.faults().toString());
        };
    }

    static String resource(String name) {
        try (var stream = OfficeFileTest.class.getResourceAsStream(name)) {
            return new String(java.util.Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
