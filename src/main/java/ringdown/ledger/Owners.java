package ringdown.ledger;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;
import ringdown.office.Absence;
import ringdown.office.Office;
import ringdown.office.Person;
import ringdown.office.Team;

/** Whose a promise is as the office stands on a day: the absent have deputies, who left has a successor (SITUATIONS 9). Pure. */
public final class Owners {
    private final Office office;

    public Owners(Office office) {
        this.office = office;
    }

    /**
     * Who acts for that person on the day: themselves when they work, else the successor or the first deputy who does, else the head
     * of their team; empty if nobody of these is there.
     */
    public Optional<Extension> standIn(Extension who, LocalDate day) {
        return standIn(who, day, new LinkedHashSet<>())
                .or(() -> teamOf(who).map(Team::head).filter(head -> works(head, day)));
    }

    private Optional<Extension> standIn(Extension who, LocalDate day, Set<Extension> asked) {
        if (!asked.add(who)) {
            return Optional.empty();
        }
        Optional<Person> person = office.person(who);
        if (person.isEmpty()) {
            return Optional.empty();
        }
        Person found = person.get();
        if (found.leftBefore(day)) {
            return found.successor() == null ? Optional.empty() : standIn(found.successor(), day, asked);
        }
        if (!found.absentOn(day)) {
            return Optional.of(who);
        }
        return found.deputies().stream()
                .flatMap(deputy -> standIn(deputy, day, asked).stream())
                .findFirst();
    }

    /** Who has inherited from that person by the day: themselves while they are employed; empty if nobody does. */
    public Optional<Extension> heir(Extension who, LocalDate day) {
        Set<Extension> asked = new LinkedHashSet<>();
        Optional<Person> heir = office.person(who);
        while (heir.isPresent() && heir.get().leftBefore(day)) {
            Extension next = heir.get().successor();
            heir = next == null || !asked.add(next) ? Optional.empty() : office.person(next);
        }
        return heir.map(Person::extension);
    }

    /** True if the person is of this office and neither absent nor gone on the day. */
    public boolean works(@Nullable Extension who, LocalDate day) {
        return who != null
                && office.person(who)
                        .map(person -> !person.absentOn(day) && !person.leftBefore(day))
                        .orElse(false);
    }

    /** The head of that team, or of that person's team, else of the first one; absent: who stands in for them. */
    public Optional<Extension> head(@Nullable String responsible, LocalDate day) {
        Optional<Team> team = Optional.ofNullable(responsible)
                .flatMap(name -> office.team(name).or(() -> extension(name).flatMap(this::teamOf)))
                .or(() -> office.teams().stream().findFirst());
        return team.map(Team::head).map(head -> standIn(head, day).orElse(head));
    }

    /** Why the person does not act on the day, in plain words; null: they do. */
    public @Nullable String why(Extension who, LocalDate day) {
        Optional<Person> person = office.person(who);
        if (person.isEmpty()) {
            return who + " is not of this office";
        }
        if (person.get().leftBefore(day)) {
            return who + " has left";
        }
        return person.get().absences().stream()
                .filter(absence -> absence.covers(day))
                .findFirst()
                .map(absence -> who + " is absent" + reason(absence))
                .orElse(null);
    }

    private static String reason(Absence absence) {
        return absence.why() == null ? "" : " (" + absence.why() + ")";
    }

    /** Who answers for what that team or person is responsible for: of a team the first who works on the day; empty if nobody does. */
    public Optional<Extension> answering(@Nullable String responsible, LocalDate day) {
        return Optional.ofNullable(responsible)
                .flatMap(name -> extension(name)
                        .filter(who -> office.person(who).isPresent())
                        .flatMap(who -> standIn(who, day))
                        .or(() -> office.team(name).flatMap(team -> speaker(team, day))));
    }

    /** Who speaks for the team on the day: the first member who works, else who stands in for the first, else the head. */
    public Optional<Extension> speaker(Team team, LocalDate day) {
        return team.members().stream()
                .filter(member -> works(member, day))
                .findFirst()
                .or(() -> team.members().stream().findFirst().flatMap(member -> standIn(member, day)))
                .or(() -> Optional.ofNullable(team.head()));
    }

    private Optional<Team> teamOf(Extension who) {
        return office.teams().stream()
                .filter(team -> team.members().contains(who) || who.equals(team.head()))
                .findFirst();
    }

    private static Optional<Extension> extension(String text) {
        return text.matches("[0-9]{1,8}") ? Optional.of(new Extension(text)) : Optional.empty();
    }
}
