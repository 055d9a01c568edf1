package ringdown.routing.year;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.contacts.Contact;
import ringdown.number.CallerId;
import ringdown.office.CallerClass;
import ringdown.office.Line;
import ringdown.office.Office;
import ringdown.office.Person;
import ringdown.office.Port;
import ringdown.routing.Called;
import ringdown.routing.Enquiry;

/**
 * A kind of caller that is tried: where they call, of which class, and whether they are a contact with manager and backups.
 *
 * @param callerClass null: of no class yet
 */
record Caller(Called called, @Nullable CallerClass callerClass, List<Contact> contacts) {

    /** One of each kind whose way may differ. */
    static List<Caller> of(Office office) {
        var callers = new ArrayList<Caller>();
        var entrances = entrances(office);
        var usual =
                entrances.stream().filter(called -> !called.hasOwnHours(office)).findFirst();
        for (var called : entrances) {
            callers.add(new Caller(called, null, List.of()));
            for (var callerClass : office.classes()) {
                // A way of the class's own is the same on every line of the same hours.
                if (usual.filter(called::equals).isEmpty()
                        && !called.hasOwnHours(office)
                        && (callerClass.script() != null || callerClass.team() != null)) {
                    continue;
                }
                callers.add(new Caller(called, callerClass, List.of()));
                contact(office, callerClass)
                        .ifPresent(known -> callers.add(new Caller(called, callerClass, List.of(known))));
            }
        }
        return callers;
    }

    /**
     * Lines and trunks on which calls come in, one of each script, and each with hours of its own; an office without any is tried all the
     * same.
     */
    private static List<Called> entrances(Office office) {
        var scripts = new HashSet<Optional<String>>();
        var entrances = new ArrayList<Called>();
        for (var line : office.lines()) {
            var called = new Called.OnLine(line.port());
            var own = called.hasOwnHours(office);
            if (line.direction() != Line.Direction.OUT && (scripts.add(Optional.ofNullable(line.script())) || own)) {
                entrances.add(called);
            }
        }
        for (var trunk : office.trunks()) {
            var numbers = trunk.numbers().stream()
                    .map(number -> new Called.OnTrunk(trunk.name(), number))
                    .toList();
            if (scripts.add(Optional.ofNullable(trunk.script()))) {
                entrances.add(numbers.isEmpty() ? new Called.OnTrunk(trunk.name(), null) : numbers.getFirst());
            }
            numbers.stream().filter(called -> called.hasOwnHours(office)).forEach(entrances::add);
        }
        return entrances.isEmpty()
                ? List.of(new Called.OnLine(new Port(Port.Kind.FXO, 1)))
                : entrances.stream().distinct().toList();
    }

    private static Optional<Contact> contact(Office office, CallerClass callerClass) {
        var people = office.people().stream().map(Person::extension).toList();
        return people.isEmpty()
                ? Optional.empty()
                : Optional.of(new Contact(
                        "tried",
                        "tried",
                        null,
                        List.of(),
                        callerClass.name(),
                        people.getFirst(),
                        people.stream().skip(1).limit(2).toList(),
                        null,
                        null,
                        null,
                        true));
    }

    Enquiry at(Office office, Instant at) {
        var learned = callerClass != null && contacts.isEmpty() ? callerClass.name() : null;
        return new Enquiry(office, called, CallerId.UNKNOWN, null, contacts, learned, null, null, at);
    }

    /** Whether the office owes this caller anything; who is of a class without obligation may be refused. */
    boolean owed() {
        return callerClass == null || !callerClass.owedNothing();
    }
}
