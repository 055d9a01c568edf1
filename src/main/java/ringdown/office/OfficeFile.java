package ringdown.office;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ringdown.number.NumberingPlan;

/** The office file: the whole configuration as YAML (manual: docs/office-file.md). Pure; safe from any thread. */
public final class OfficeFile {
    static final int LARGEST_MB = 20;

    /** A larger file is not looked at, whichever way it comes; there is room for 130,000 contacts. */
    public static final int LARGEST_BYTES = LARGEST_MB * 1024 * 1024;

    private OfficeFile() {}

    /** Reads all of it or says everything that does not hold. Never throws on what a file contains. */
    public static Reading read(byte[] bytes) {
        var faults = new Faults();
        var read = YamlText.read(bytes, faults);
        if (read == null) {
            return new Reading.Faulty(faults.all(), null);
        }
        var root = read.root();
        var file = new Section(root, new Item(root, "", faults));
        var info = InfoReader.read(file);
        var draft = new Draft(new NumberingPlan(info.country(), info.areaCode(), info.emergencyNumbers()));
        var office = office(file, info, draft);
        draft.allDeclared();
        var contacts = contacts(file, read, draft, faults);
        ExtensionChecks.check(file, draft.numbers());
        draft.checkUses();
        file.end();
        return faults.none()
                ? new Reading.Good(office, contacts, Places.of(root))
                : new Reading.Faulty(faults.all(), office);
    }

    public static Reading read(String yaml) {
        return read(yaml.getBytes(StandardCharsets.UTF_8));
    }

    /** The file of an office; importing it gives the same value, apart from what was left out. */
    public static String write(Office office, List<ContactEntry> contacts, boolean withSecrets) {
        return OfficeWriter.write(office, contacts, withSecrets);
    }

    private static List<ContactEntry> contacts(Section file, YamlText.Read read, Draft draft, Faults faults) {
        var reader = new ClassesReader(draft);
        var contacts = new ArrayList<>(reader.contacts(file.items("contacts")));
        read.contacts().get().forEach(list -> {
            var items = new ArrayList<Item>();
            for (var node : list.getValue()) {
                items.add(new Item(node, "contacts[" + (contacts.size() + items.size()) + "]", faults));
            }
            contacts.addAll(reader.contacts(items));
        });
        return contacts;
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
                draft.voicemail(file),
                InfoReader.recording(file));
    }

    private static Set<String> arrivals(List<Line> lines, List<Trunk> trunks) {
        var places = new HashSet<String>();
        lines.forEach(line -> places.add(line.port().toString()));
        trunks.forEach(trunk -> places.add(trunk.name()));
        return places;
    }
}
