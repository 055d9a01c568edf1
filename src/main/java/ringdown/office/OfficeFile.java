package ringdown.office;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ringdown.number.NumberingPlan;

/** The office file: the whole configuration as YAML (manual: docs/office-file.md). Pure; safe from any thread. */
public final class OfficeFile {
    /** A larger file is not looked at, whichever way it comes. */
    public static final int LARGEST_BYTES = 8 * 1024 * 1024;

    private OfficeFile() {}

    /** Reads all of it or says everything that does not hold. Never throws on what a file contains. */
    public static Reading read(byte[] bytes) {
        var faults = new Faults();
        var root = YamlText.read(bytes, faults);
        if (root == null) {
            return new Reading.Faulty(faults.all());
        }
        var file = new Section(root, new Item(root, "", faults));
        var info = InfoReader.read(file);
        var draft = new Draft(new NumberingPlan(info.country(), info.areaCode(), info.emergencyNumbers()));
        var office = office(file, info, draft);
        var contacts = new ClassesReader(draft).contacts(file);
        ExtensionChecks.check(file, draft.numbers());
        draft.checkUses();
        file.end();
        return faults.none() ? new Reading.Good(office, contacts, Places.of(root)) : new Reading.Faulty(faults.all());
    }

    public static Reading read(String yaml) {
        return read(yaml.getBytes(StandardCharsets.UTF_8));
    }

    /** The file of an office; importing it gives the same value, apart from what was left out. */
    public static String write(Office office, List<ContactEntry> contacts, boolean withSecrets) {
        return OfficeWriter.write(office, contacts, withSecrets);
    }

    private static Office office(Section file, OfficeInfo info, Draft draft) {
        var people = new PeopleReader(draft);
        var lines = new LinesReader(draft);
        var classes = new ClassesReader(draft);
        var scripts = new ScriptsReader(draft);
        var cityLines = lines.lines(file);
        var ports = lines.ports(file);
        var trunks = lines.trunks(file);
        return new Office(
                info,
                people.accounts(file),
                HoursReader.read(file),
                HoursReader.overrides(file),
                people.people(file),
                people.teams(file),
                cityLines,
                ports,
                trunks,
                classes.numbers(file, arrivals(cityLines, trunks)),
                classes.classes(file),
                classes.blocked(file),
                scripts.scripts(file),
                scripts.afterHours(file),
                HoursReader.duty(file, draft),
                classes.topics(file),
                classes.targets(file),
                classes.trial(file),
                MailReader.read(file),
                InfoReader.repeats(file),
                draft.ownHours(), // last, both: what was read before has filled them
                draft.voicemail(file));
    }

    private static Set<String> arrivals(List<Line> lines, List<Trunk> trunks) {
        var places = new HashSet<String>();
        lines.forEach(line -> places.add(line.port().toString()));
        trunks.forEach(trunk -> places.add(trunk.name()));
        return places;
    }
}
