package ringdown.office;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Writes an office as its file. */
final class OfficeWriter {
    private static final DumpSettings SETTINGS = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.AUTO)
            .setDereferenceAliases(true)
            .setIndent(2)
            .setWidth(160)
            .setSplitLines(false)
            .setSchema(new CarefulSchema())
            .build();
    /** Contacts turned into YAML at once: each value costs many times its text while it is written. */
    private static final int AT_ONCE = 500;

    private final Office office;
    private final boolean withSecrets;

    private OfficeWriter(Office office, boolean withSecrets) {
        this.office = office;
        this.withSecrets = withSecrets;
    }

    static String write(Office office, List<ContactEntry> contacts, boolean withSecrets) {
        var writer = new OfficeWriter(office, withSecrets);
        var text = new StringBuilder(yaml(writer.head().map()));
        for (var from = 0; from < contacts.size(); from += AT_ONCE) {
            var some = contacts.subList(from, Math.min(contacts.size(), from + AT_ONCE));
            text.append(from == 0 ? "contacts:\n" : "")
                    .append(yaml(
                            some.stream().map(entry -> contact(entry).map()).toList()));
        }
        var tail = writer.tail().map();
        return text.append(tail.isEmpty() ? "" : yaml(tail)).toString();
    }

    private static String yaml(Object value) {
        return new Dump(SETTINGS).dumpToString(value);
    }

    private Keys head() {
        var lines = new LinesWriter(this::secret, office.own());
        return new Keys()
                .section("office", info())
                .list("accounts", office.accounts(), this::account)
                .section("hours", HoursWriter.hours(office.hours()))
                .list("overrides", office.overrides(), HoursWriter::override)
                .list("people", office.people(), this::person)
                .list("teams", office.teams(), this::team)
                .list("lines", office.lines(), lines::line)
                .list("ports", office.ports(), lines::port)
                .list("trunks", office.trunks(), lines::trunk)
                .list("numbers", office.numbers(), lines::number);
    }

    private Keys tail() {
        var scripts = new ScriptsWriter();
        return new Keys()
                .list("classes", office.classes(), OfficeWriter::callerClass)
                .list("blocked", office.blocked())
                .section("scripts", scripts.scripts(office.scripts()))
                .section("afterHours", scripts.afterHours(office.afterHours()))
                .list("duty", office.duty(), HoursWriter::shift)
                .list("topics", office.topics(), OfficeWriter::topic)
                .put("targets", office.targets().isEmpty() ? null : office.targets())
                .section("trial", trial())
                .section("mail", mail())
                .section("deviations", repeats())
                .section(
                        "voicemail",
                        new Keys().written("keep", office.voicemail().keep(), Voicemail.USUAL.keep()))
                .section("recording", recording());
    }

    private Keys recording() {
        var recording = office.recording();
        return new Keys()
                .put("in", recording.in(), false)
                .put("out", recording.out(), false)
                .put("saysRecorded", ScriptsWriter.says(recording.says()))
                .written("keep", recording.keep(), Recording.NONE.keep());
    }

    private Keys repeats() {
        var repeats = office.repeats();
        return new Keys()
                .put("times", repeats.times(), Repeats.USUAL.times())
                .written("within", repeats.within(), Repeats.USUAL.within())
                .written("trial", repeats.trial(), Repeats.USUAL.trial());
    }

    private Keys mail() {
        var mail = office.mail();
        return mail == null
                ? new Keys()
                : new Keys()
                        .put("host", mail.host())
                        .put("port", mail.port(), mail.security().port())
                        .put("security", mail.security(), MailServer.Security.STARTTLS)
                        .put("from", mail.from())
                        .put("user", mail.user())
                        .put("password", secret(mail.password()));
    }

    private Keys info() {
        var info = office.info();
        return new Keys()
                .put("name", info.name(), "")
                .put("country", info.country())
                .put("region", info.region())
                .put("language", info.language())
                .put("timeZone", info.timeZone())
                .put(
                        "outsidePrefix",
                        info.outsidePrefix().isEmpty() ? "none" : info.outsidePrefix(),
                        OfficeInfo.OUTSIDE_PREFIX)
                .put("areaCode", info.areaCode())
                .put("music", info.music())
                .list(
                        "emergencyNumbers",
                        info.emergencyNumbers().stream().sorted().toList())
                .put("openingRing", info.openingRing(), true)
                .put("ringsAtOnce", info.ringsAtOnce(), OfficeInfo.RINGS_AT_ONCE)
                .section("testCalls", testCalls(info.testCalls()))
                .list("ownNetworks", info.ownNetworks())
                .put("parkFor", Scalars.written(info.parkFor()), Scalars.written(OfficeInfo.PARK_FOR));
    }

    private static Keys testCalls(TestCalls calls) {
        var at = calls.at();
        var answered = calls.answered();
        return new Keys()
                .put("at", at == null ? "never" : at, TestCalls.USUAL.at())
                .put("answered", answered == null ? "never" : Scalars.day(answered), usualDay());
    }

    private static String usualDay() {
        return Scalars.day(java.util.Objects.requireNonNull(TestCalls.USUAL.answered()));
    }

    private @Nullable String secret(@Nullable Secret secret) {
        return withSecrets && secret instanceof Secret.Plain plain ? plain.text() : null;
    }

    private Keys account(Account account) {
        var hash = withSecrets && account.password() instanceof Secret.Hashed hashed ? hashed.encoded() : null;
        return new Keys()
                .put("name", account.name())
                .put("role", account.role())
                .put("password", secret(account.password()))
                .put("passwordHash", hash)
                .put("person", account.person())
                .list("teams", account.teams())
                .put("mail", account.mail())
                .put("report", account.report());
    }

    private Keys person(Person person) {
        return new Keys()
                .put("extension", person.extension())
                .put("name", person.name())
                .list("phones", person.phones())
                .put("secret", secret(person.secret()))
                .put("mobile", person.mobile())
                .put("pin", secret(person.pin()))
                .put("language", person.language())
                .put("spoken", person.spoken())
                .put("mail", person.mail())
                .list("deputies", person.deputies())
                .list("skills", person.skills())
                .list(
                        "absences",
                        person.absences(),
                        a -> new Keys().put("from", a.from()).put("to", a.to()).put("why", a.why()))
                .put("left", person.left())
                .put("successor", person.successor())
                .written("afterCall", person.afterCall(), null)
                .written("keepMessages", ownKeep(person.extension().digits()), null);
    }

    private Keys team(Team team) {
        return new Keys()
                .put("name", team.name())
                .put("members", Keys.items(team.members()))
                .put("head", team.head())
                .put("level", team.level(), 1)
                .put("shows", team.shows())
                .section("hours", HoursWriter.own(office.own().teams().get(team.name())))
                .written("keepMessages", ownKeep(team.name()), null)
                .put("sharedBox", office.voicemail().shared().contains(team.name()), false);
    }

    private @Nullable Duration ownKeep(String mailbox) {
        return office.voicemail().own().get(mailbox);
    }

    private static Keys contact(ContactEntry contact) {
        return new Keys()
                .put("name", contact.name())
                .put("spoken", contact.spoken())
                .list("numbers", contact.numbers())
                .put("class", contact.callerClass())
                .put("manager", contact.manager())
                .list("backups", contact.backups())
                .put("greeting", contact.greeting())
                .put("language", contact.language())
                .put("company", contact.company())
                .put("sayName", contact.sayName())
                .put("note", contact.note());
    }

    private static Keys callerClass(CallerClass one) {
        return new Keys()
                .put("name", one.name())
                .put("key", one.key())
                .put("script", one.script())
                .put("team", one.team())
                .put("responsible", one.responsible())
                .written("answerWithin", one.answerWithin(), null)
                .written("callBackWithin", one.callBackWithin(), CallerClass.CALL_BACK_WITHIN)
                .put("obligation", one.obligation(), CallerClass.Obligation.CALL_BACK)
                .written("hearWithin", one.hearWithin(), null)
                .put("refuse", one.refuse(), false);
    }

    private static Keys topic(Topic topic) {
        return new Keys()
                .put("name", topic.name())
                .put("level", topic.level(), 1)
                .put("solver", topic.solver())
                .written("answerWithin", topic.answerWithin(), null)
                .put("complaint", topic.complaint(), false);
    }

    private Keys trial() {
        var trial = office.trial();
        return trial == null
                ? new Keys()
                : new Keys().put("from", trial.from()).put("to", trial.to()).put("responsible", trial.responsible());
    }
}
