package ringdown.office;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringdown.number.DialPlan;
import ringdown.number.Extension;
import ringdown.number.NumberingPlan;
import ringdown.number.PhoneNumber;
import ringdown.schedule.DayHours;
import ringdown.schedule.DutyRoster;
import ringdown.schedule.DutyShift;
import ringdown.schedule.HoursOverride;
import ringdown.schedule.HoursPlan;
import ringdown.schedule.OfficeHours;

/**
 * The whole office as configured. Each call keeps the value it began with.
 *
 * @param classes in order of priority
 * @param scripts by name, in the order of the file
 * @param targets figures to reach, as written ("lost" to "2%")
 * @param mail the server that takes our e-mail, null: none is sent
 * @param repeats when a change of the rules is proposed
 * @param own weekly hours of numbers and teams that differ from the office's
 * @param voicemail how long messages are kept
 * @param recording whose talks are recorded
 */
public record Office(
        OfficeInfo info,
        List<Account> accounts,
        HoursPlan hours,
        List<HoursOverride> overrides,
        List<Person> people,
        List<Team> teams,
        List<Line> lines,
        List<PortUse> ports,
        List<Trunk> trunks,
        List<PublishedNumber> numbers,
        List<CallerClass> classes,
        Set<PhoneNumber> blocked,
        Map<String, Script> scripts,
        AfterHours afterHours,
        List<DutyShift> duty,
        List<Topic> topics,
        Map<String, String> targets,
        @Nullable Trial trial,
        @Nullable MailServer mail,
        Repeats repeats,
        OwnHours own,
        Voicemail voicemail,
        Recording recording) {

    public Office {
        accounts = List.copyOf(accounts);
        overrides = List.copyOf(overrides);
        people = Roster.of(people);
        teams = List.copyOf(teams);
        lines = List.copyOf(lines);
        ports = List.copyOf(ports);
        trunks = List.copyOf(trunks);
        numbers = List.copyOf(numbers);
        classes = List.copyOf(classes);
        blocked = Collections.unmodifiableSet(new LinkedHashSet<>(blocked));
        scripts = Collections.unmodifiableMap(new LinkedHashMap<>(scripts));
        duty = List.copyOf(duty);
        topics = List.copyOf(topics);
        targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
    }

    public Optional<Person> person(Extension extension) {
        return Roster.of(people).find(extension);
    }

    public Optional<Team> team(String name) {
        return teams.stream().filter(t -> t.name().equals(name)).findFirst();
    }

    public Optional<Line> line(Port port) {
        return lines.stream().filter(l -> l.port().equals(port)).findFirst();
    }

    public Optional<Trunk> trunk(String name) {
        return trunks.stream().filter(t -> t.name().equals(name)).findFirst();
    }

    public Optional<CallerClass> callerClass(String name) {
        return classes.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    public Optional<Account> account(String name) {
        return accounts.stream().filter(a -> a.name().equals(name)).findFirst();
    }

    public Optional<Script> script(String name) {
        return Optional.ofNullable(scripts.get(name));
    }

    /** Whose telephone is a fax machine: the first port of that use that hangs on a person. */
    public Optional<Extension> faxExtension() {
        return ports.stream()
                .filter(port -> port.use() == PortUse.Device.FAX)
                .flatMap(port -> personAt(port.port()).stream())
                .map(Person::extension)
                .findFirst();
    }

    /** Whose telephone hangs on the port. */
    public Optional<Person> personAt(Port port) {
        return people.stream().filter(p -> p.analogPorts().contains(port)).findFirst();
    }

    /** True if the person's last day in the office is over at that moment (SITUATIONS rule 9). */
    public boolean hasLeft(Extension who, Instant at) {
        return person(who)
                .map(person -> person.leftBefore(at.atZone(info.timeZone()).toLocalDate()))
                .orElse(false);
    }

    /** The way to compute with this office's hours. Keep it for as long as you keep the office: it remembers years. */
    public OfficeHours officeHours() {
        return new OfficeHours(hours, info.country(), info.region(), info.timeZone());
    }

    /**
     * The way to compute with the hours of a number: its own week, else that of the line or trunk where it arrives, else the office's.
     *
     * @param place port or trunk's name
     */
    public OfficeHours officeHours(String place, @Nullable PhoneNumber number) {
        return own.of(place, number).map(this::hoursOf).orElseGet(this::officeHours);
    }

    /** Callers of that number, or at that port or trunk, are served at that moment. */
    public boolean isOpen(String place, @Nullable PhoneNumber number, Instant at) {
        return officeHours(place, number).isOpen(at);
    }

    /** True if numbers or teams have hours of their own at that place. */
    public boolean hasOwnHours(String place, @Nullable PhoneNumber number) {
        return own.of(place, number).isPresent();
    }

    /** The way to compute with a team's own hours; empty: whenever somebody rings it. */
    public Optional<OfficeHours> teamHours(String team) {
        return Optional.ofNullable(own.teams().get(team)).map(this::hoursOf);
    }

    /** The hours in which callers are served somewhere: the office's, and those of numbers, lines and trunks of their own. */
    public List<OfficeHours> servingHours() {
        return Stream.concat(
                        Stream.of(officeHours()),
                        Stream.concat(own.places().values().stream(), own.numbers().values().stream())
                                .distinct()
                                .map(this::hoursOf))
                .toList();
    }

    /** Every week of hours that stands in the file, the office's first. */
    public List<OfficeHours> allHours() {
        return Stream.concat(Stream.of(officeHours()), own.weeks().stream().map(this::hoursOf))
                .toList();
    }

    private OfficeHours hoursOf(Map<DayOfWeek, DayHours> week) {
        return new OfficeHours(OwnHours.plan(hours, week), info.country(), info.region(), info.timeZone());
    }

    public DutyRoster dutyRoster() {
        return new DutyRoster(duty, info.timeZone());
    }

    public NumberingPlan numberingPlan() {
        return new NumberingPlan(info.country(), info.areaCode(), info.emergencyNumbers());
    }

    /** What telephones of this office may dial. */
    public DialPlan dialPlan() {
        return new DialPlan(
                numberingPlan(), info.outsidePrefix(), Roster.of(people).extensions());
    }

    /** The same office; secrets that are missing are those of an office before it, by account, extension and trunk. */
    public Office withSecretsOf(Office previous) {
        return withAccounts(accounts.stream()
                        .map(a -> a.password() != null
                                ? a
                                : a.withPassword(previous.account(a.name())
                                        .map(Account::password)
                                        .orElse(null)))
                        .toList())
                .withPeople(people.stream()
                        .map(p -> p.secret() != null
                                ? p
                                : p.withSecret(previous.person(p.extension())
                                        .map(Person::secret)
                                        .orElse(null)))
                        .map(p -> p.pin() != null
                                ? p
                                : p.withPin(previous.person(p.extension())
                                        .map(Person::pin)
                                        .orElse(null)))
                        .toList())
                .withTrunks(trunks.stream()
                        .map(t -> t.secret() != null
                                ? t
                                : t.withSecret(previous.trunk(t.name())
                                        .map(Trunk::secret)
                                        .orElse(null)))
                        .toList())
                .withMail(mail == null ? null : mail.withPasswordOf(previous.mail));
    }

    public Office withAccounts(List<Account> newAccounts) {
        return with(newAccounts, people, lines, trunks, mail);
    }

    public Office withPeople(List<Person> newPeople) {
        return with(accounts, newPeople, lines, trunks, mail);
    }

    public Office withTrunks(List<Trunk> newTrunks) {
        return with(accounts, people, lines, newTrunks, mail);
    }

    Office withMail(@Nullable MailServer newMail) {
        return with(accounts, people, lines, trunks, newMail);
    }

    /** The same office, whose modems at these ports have turned out to carry sound only one way at a time. */
    public Office withOneWay(Set<Port> modems) {
        List<Line> newLines = lines.stream()
                .map(line -> modems.contains(line.port()) ? line.oneWayNow() : line)
                .toList();
        return with(accounts, people, newLines, trunks, mail);
    }

    private Office with(
            List<Account> newAccounts,
            List<Person> newPeople,
            List<Line> newLines,
            List<Trunk> newTrunks,
            @Nullable MailServer newMail) {
        return new Office(
                info,
                newAccounts,
                hours,
                overrides,
                newPeople,
                teams,
                newLines,
                ports,
                newTrunks,
                numbers,
                classes,
                blocked,
                scripts,
                afterHours,
                duty,
                topics,
                targets,
                trial,
                newMail,
                repeats,
                own,
                voicemail,
                recording);
    }
}
