package ringdown.quality;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;
import ringdown.office.Office;
import ringdown.office.Person;
import ringdown.office.Script;
import ringdown.office.Team;
import ringdown.schedule.DutyShift;

/** Who answers: members of teams, and who has duty. Pure. */
final class TeamChanges {
    private final Office office;

    TeamChanges(Office office) {
        this.office = office;
    }

    /** Somebody more in the first team that the script rings: whoever is in the fewest teams and has a telephone. */
    Optional<RuleChange> moreHands(Script script) {
        return StageChanges.firstTeam(script)
                .flatMap(target -> office.team(target.name()))
                .flatMap(team -> office.people().stream()
                        .filter(person -> !person.phones().isEmpty() && person.left() == null)
                        .map(Person::extension)
                        .filter(who -> !team.members().contains(who))
                        .min(Comparator.comparingInt(this::teams))
                        .flatMap(who -> joins(who, team)));
    }

    private int teams(Extension who) {
        return (int) office.teams().stream()
                .filter(team -> team.members().contains(who))
                .count();
    }

    Optional<RuleChange> joins(Extension who, Team team) {
        return team.members().contains(who)
                ? Optional.empty()
                : Optional.of(RuleChange.of(
                        office,
                        RuleChange.Word.ADD_TO_TEAM,
                        Rewrite.of(office).addToTeam(who, team.name()),
                        "person",
                        who.digits(),
                        "team",
                        team.name()));
    }

    /** Who does not lift keeps no duty: the reserve takes the shifts to come. */
    Optional<RuleChange> otherDuty(String name, Instant now) {
        LocalDateTime local = now.atZone(office.info().timeZone()).toLocalDateTime();
        List<DutyShift> then = office.duty().stream()
                .map(shift -> shift.person().digits().equals(name)
                                && shift.reserve() != null
                                && shift.to().isAfter(local)
                        ? new DutyShift(shift.from(), shift.to(), shift.reserve(), shift.person())
                        : shift)
                .toList();
        String to = then.stream()
                .filter(shift -> !office.duty().contains(shift))
                .map(shift -> shift.person().digits())
                .findFirst()
                .orElse(null);
        return to == null
                ? Optional.empty()
                : Optional.of(RuleChange.of(
                        office, RuleChange.Word.OTHER_DUTY, Rewrite.of(office).duty(then), "person", name, "to", to));
    }

    Optional<Extension> person(@Nullable String who) {
        return who != null && who.matches("[0-9]{1,8}")
                ? office.person(new Extension(who)).map(Person::extension)
                : Optional.empty();
    }

    Optional<Team> teamOf(Extension who) {
        return office.teams().stream()
                .filter(team -> team.members().contains(who))
                .findFirst();
    }
}
