package ringdown.office;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;
import ringdown.number.NumberingPlan;
import ringdown.number.PhoneNumber;
import ringdown.schedule.DayHours;

/**
 * What is known while a file is read: names that were declared, and places that use a name. Names are looked up at the end, so that the
 * order of the file does not matter. One thread.
 */
final class Draft {
    enum Kind {
        PERSON("nobody has extension "),
        TEAM("there is no team "),
        LEVEL("there is no team of level "),
        SKILL("nobody has the skill "),
        SCRIPT("there is no script "),
        CALLER_CLASS("there is no class "),
        MODE("there is no mode ");

        private final String complaint;

        Kind(String complaint) {
            this.complaint = complaint;
        }
    }

    private record Name(Kind kind, String name) {}

    private record Use(List<Kind> kinds, String name, Item at) {}

    private final NumberingPlan numbers;
    private final Map<Name, Integer> declared = new HashMap<>();
    private final List<Use> uses = new ArrayList<>();
    private final Map<String, Map<DayOfWeek, DayHours>> placeHours = new HashMap<>();
    private final Map<PhoneNumber, Map<DayOfWeek, DayHours>> numberHours = new HashMap<>();
    private final Map<String, Map<DayOfWeek, DayHours>> teamHours = new HashMap<>();
    private final Map<String, Duration> keeps = new HashMap<>();
    private boolean allDeclared;
    private final Set<String> shared = new HashSet<>();

    Draft(NumberingPlan numbers) {
        this.numbers = numbers;
    }

    /** {@code hours:} of a line or a trunk. */
    void placeHours(@Nullable String place, Section section) {
        hours(place, section, placeHours);
    }

    /** {@code hours:} of a number in print. */
    void numberHours(@Nullable PhoneNumber number, Section section) {
        hours(number, section, numberHours);
    }

    /** {@code hours:} of a team. */
    void teamHours(@Nullable String team, Section section) {
        hours(team, section, teamHours);
    }

    private static <K> void hours(@Nullable K key, Section section, Map<K, Map<DayOfWeek, DayHours>> all) {
        var week = HoursReader.own(section);
        if (key != null && week != null) {
            all.put(key, week);
        }
    }

    OwnHours ownHours() {
        return new OwnHours(placeHours, numberHours, teamHours);
    }

    /** {@code keepMessages:} of a person or a team. */
    void keeps(@Nullable String mailbox, Section section) {
        var time = section.as("keepMessages", Voicemail::time);
        if (mailbox != null && time != null) {
            keeps.put(mailbox, time);
        }
    }

    /** {@code sharedBox:} of a team. */
    void shares(@Nullable String team, Section section) {
        if (section.flag("sharedBox") && team != null) {
            shared.add(team);
        }
    }

    /** {@code voicemail:}, with what single boxes have of their own. */
    Voicemail voicemail(Section file) {
        var section = file.section("voicemail");
        if (section == null) {
            return new Voicemail(Voicemail.USUAL.keep(), keeps, shared);
        }
        var keep = section.as("keep", Voicemail::time, Voicemail.USUAL.keep());
        section.end();
        return new Voicemail(keep, keeps, shared);
    }

    NumberingPlan numbers() {
        return numbers;
    }

    /** Whether the name is new; a fault if it is not. */
    boolean declare(Kind kind, String name, Item at) {
        var before = declared.putIfAbsent(new Name(kind, name), at.line());
        if (before != null) {
            at.fault("\"" + name + "\" stands on line " + before + " already");
        }
        return before == null;
    }

    /** A name that several may have. */
    void declareAny(Kind kind, String name, Item at) {
        declared.putIfAbsent(new Name(kind, name), at.line());
    }

    /** Whatever is named from now on is looked up at once: a hundred thousand contacts are not remembered for it. */
    void allDeclared() {
        allDeclared = true;
    }

    void use(Kind kind, String name, Item at) {
        use(new Use(List.of(kind), name, at));
    }

    private void use(Use use) {
        if (allDeclared) {
            check(use);
        } else {
            uses.add(use);
        }
    }

    /** A name that may be of either kind. */
    void useOneOf(Kind first, Kind second, String name, Item at) {
        use(new Use(List.of(first, second), name, at));
    }

    void checkUses() {
        uses.forEach(this::check);
    }

    private void check(Use use) {
        if (use.kinds.stream().noneMatch(kind -> declared.containsKey(new Name(kind, use.name)))) {
            use.at.fault(use.kinds.getFirst().complaint + use.name);
        }
    }

    /** A person somewhere in the file; null if missing or wrong. */
    @Nullable
    Extension person(Section section, String key) {
        var item = section.get(key);
        return item == null ? null : person(item);
    }

    @Nullable
    Extension person(Item item) {
        var extension = item.as(Scalars::extension);
        if (extension != null) {
            use(Kind.PERSON, extension.digits(), item);
        }
        return extension;
    }

    /** Each once. */
    List<Extension> persons(Section section, String key) {
        var seen = new HashSet<Extension>();
        return each(section, key, item -> {
            var who = person(item);
            if (who != null && !seen.add(who)) {
                item.fault(who + " stands in the list twice");
            }
            return who;
        });
    }

    @Nullable
    String named(Section section, String key, Kind kind) {
        var item = section.get(key);
        var name = item == null ? null : item.text();
        if (item != null && name != null) {
            use(kind, name, item);
        }
        return name;
    }

    List<String> teams(Section section, String key) {
        return each(section, key, item -> {
            var name = item.text();
            if (item != null && name != null) {
                use(Kind.TEAM, name, item);
            }
            return name;
        });
    }

    /** A team's name or a person's extension. */
    @Nullable
    String responsible(Section section) {
        var item = section.get("responsible");
        var name = item == null ? null : item.text();
        if (item != null && name != null) {
            useOneOf(Kind.TEAM, Kind.PERSON, name, item);
        }
        return name;
    }

    @Nullable
    PhoneNumber phone(Section section, String key) {
        return section.as(key, this::phone);
    }

    PhoneNumber phone(String text) {
        return numbers.parseLeniently(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "is no telephone number in " + numbers.country() + ": \"" + text + "\""));
    }

    private static <T> List<T> each(Section section, String key, Function<Item, @Nullable T> make) {
        var made = new ArrayList<T>();
        for (var item : section.items(key)) {
            var one = make.apply(item);
            if (one != null) {
                made.add(one);
            }
        }
        return made;
    }
}
