package ringdown.routing.year;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;
import ringdown.office.Office;
import ringdown.office.Person;

/** Whether whoever is named as responsible, or their heirs, still works whenever a promise may be made. */
final class Owners {
    private final Office office;
    private final Spans spans;
    private final Findings findings;

    Owners(Office office, Spans spans, Findings findings) {
        this.office = office;
        this.spans = spans;
        this.findings = findings;
    }

    void run() {
        for (var i = 0; i < office.classes().size(); i++) {
            responsible(office.classes().get(i).responsible(), "classes[" + i + "].responsible");
        }
        office.scripts()
                .values()
                .forEach(script -> responsible(script.responsible(), "scripts." + script.name() + ".responsible"));
        var trial = office.trial();
        if (trial != null) {
            gone(List.of(trial.responsible()))
                    .filter(last -> last.isBefore(trial.to()))
                    .ifPresent(last ->
                            findings.warn("trial.responsible", "has left before the trial is over", spans.after(last)));
        }
    }

    private void responsible(@Nullable String name, String field) {
        if (name == null) {
            return;
        }
        var people = office.team(name)
                .map(team -> Stream.concat(team.members().stream(), Stream.ofNullable(team.head()))
                        .toList())
                .orElseGet(() -> office.people().stream()
                        .map(Person::extension)
                        .filter(extension -> extension.digits().equals(name))
                        .toList());
        gone(people)
                .filter(last -> spans.first(span -> span.date().isAfter(last)).isPresent())
                .ifPresent(last -> findings.fault(
                        field, name + " has left and nobody inherits: promises have no owner", spans.after(last)));
    }

    /** The last day of that person and of all who inherit; empty: somebody of them stays. */
    static Optional<LocalDate> lastDay(Office office, Extension extension) {
        var seen = new HashSet<Extension>();
        LocalDate last = null;
        var at = office.person(extension);
        while (at.isPresent() && seen.add(at.get().extension())) {
            var left = at.get().left();
            if (left == null) {
                return Optional.empty();
            }
            last = last == null || left.isAfter(last) ? left : last;
            at = Optional.ofNullable(at.get().successor()).flatMap(office::person);
        }
        return Optional.ofNullable(last);
    }

    /** The last day of the last of them; empty: somebody stays, or somebody inherits. */
    private Optional<LocalDate> gone(List<Extension> people) {
        var last = people.stream().map(one -> lastDay(office, one)).toList();
        return last.isEmpty() || last.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : last.stream().flatMap(Optional::stream).max(LocalDate::compareTo);
    }
}
