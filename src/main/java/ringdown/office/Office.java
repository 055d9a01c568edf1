package ringdown.office;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;
import ringdown.number.PhoneNumber;
import ringdown.schedule.DutyShift;
import ringdown.schedule.HoursOverride;
import ringdown.schedule.HoursPlan;

/**
 * The whole office as configured. Each call keeps the value it began with.
 *
 * @param classes in order of priority
 * @param scripts by name, in the order of the file
 * @param targets figures to reach, as written ("lost" to "2%")
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
        @Nullable Trial trial) {
    public Office {
        accounts = List.copyOf(accounts);
        overrides = List.copyOf(overrides);
        people = List.copyOf(people);
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
        return people.stream().filter(p -> p.extension().equals(extension)).findFirst();
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

    /** Whose telephone hangs on the port. */
    public Optional<Person> personAt(Port port) {
        return people.stream().filter(p -> p.analogPorts().contains(port)).findFirst();
    }
}
