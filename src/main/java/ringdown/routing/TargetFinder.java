package ringdown.routing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;
import ringdown.office.Office;
import ringdown.office.Person;
import ringdown.office.RingTarget;
import ringdown.office.Team;

/** Which people a target means for this caller, whether or not they can answer. */
final class TargetFinder {
    private final Enquiry enquiry;
    private final Office office;
    private final Party party;
    private final @Nullable String lastTeam;
    private final @Nullable String responsible;

    /**
     * @param team of the target, null: none
     * @param reserve rung if none of the people can be
     * @param skipped why nobody is meant, null if somebody is
     */
    record Found(
            List<Extension> people,
            @Nullable String team,
            @Nullable Extension reserve,
            @Nullable String skipped) {
        static Found of(List<Extension> people) {
            return new Found(people, null, null, null);
        }

        static Found nobody(String why) {
            return new Found(List.of(), null, null, why);
        }
    }

    TargetFinder(Enquiry enquiry, @Nullable String lastTeam, @Nullable String responsible) {
        this.enquiry = enquiry;
        this.office = enquiry.office();
        this.party = Party.of(enquiry);
        this.lastTeam = lastTeam;
        this.responsible = responsible;
    }

    Found find(RingTarget target, @Nullable Duration within) {
        return switch (target) {
            case RingTarget.Manager manager -> manager(within);
            case RingTarget.Backups backups ->
                party.backups().isEmpty() ? Found.nobody("no backups") : Found.of(List.copyOf(party.backupSet()));
            case RingTarget.LastSpoken spoken ->
                party.manager() == null ? lastSpoken(within) : Found.nobody("the caller has a manager");
            case RingTarget.Owner owner -> owner();
            case RingTarget.Head head -> head();
            case RingTarget.Duty duty -> duty();
            case RingTarget.OfTeam team -> team(team.name());
            case RingTarget.OfLevel level -> level(level.level());
            case RingTarget.OfPerson person -> Found.of(List.of(person.extension()));
            case RingTarget.Mobiles mobiles -> Found.nobody("mobiles");
            case RingTarget.OutsideNumber outside -> Found.nobody("a number outside");
        };
    }

    private static Found one(@Nullable Extension person, String why) {
        return person == null ? Found.nobody(why) : Found.of(List.of(person));
    }

    /** Of several with different managers it is whoever talked last on the number they share (SITUATIONS rule 8). */
    private Found manager(@Nullable Duration within) {
        if (Party.disagree(enquiry.contacts())) {
            return lastSpoken(within);
        }
        return one(party.manager(), "no manager");
    }

    /** Who owes the call with the deputies; where nobody does in person, the manager, else the team. */
    private Found owner() {
        var promise = enquiry.promise();
        var owner = promise == null || promise.owner() == null ? party.manager() : promise.owner();
        var known = owner == null ? Optional.<Person>empty() : office.person(owner);
        if (known.isPresent()) {
            var people = new ArrayList<Extension>(List.of(known.get().extension()));
            people.addAll(known.get().deputies());
            return Found.of(people);
        }
        return byName(responsible)
                .or(() -> byName(lastTeam))
                .or(() -> office.teams().stream().findFirst())
                .map(team -> team(team.name()))
                .orElseGet(() -> Found.nobody("nobody owes the call"));
    }

    private Found lastSpoken(@Nullable Duration within) {
        var talk = enquiry.lastTalk();
        if (talk == null) {
            return Found.nobody("nobody was spoken to");
        }
        var tooOld = within != null && talk.at().isBefore(enquiry.at().minus(within));
        return tooOld ? Found.nobody("the last talk is too long ago") : Found.of(List.of(talk.person()));
    }

    private Found team(String name) {
        return office.team(name)
                .map(team ->
                        new Found(team.members(), name, null, team.members().isEmpty() ? "team is empty" : null))
                .orElseGet(() -> Found.nobody("no team " + name));
    }

    /** An office without teams is one. */
    private Found level(int level) {
        if (office.teams().isEmpty()) {
            return Found.of(office.people().stream().map(Person::extension).toList());
        }
        var all = office.teams().stream().filter(t -> t.level() == level).toList();
        var serving = all.stream().filter(t -> enquiry.serves(t.name())).toList();
        var teams = serving.isEmpty() ? all : serving;
        if (teams.isEmpty()) {
            return Found.nobody("no team of level " + level);
        }
        var people =
                teams.stream().flatMap(t -> t.members().stream()).distinct().toList();
        return new Found(people, teams.getFirst().name(), null, people.isEmpty() ? "teams are empty" : null);
    }

    /** Of the responsible team, else of the last team rung, else of the manager's first team, else of the first team. */
    private Found head() {
        if (responsible != null && office.team(responsible).isEmpty()) {
            return office.people().stream()
                    .map(person -> person.extension())
                    .filter(extension -> extension.digits().equals(responsible))
                    .findFirst()
                    .map(extension -> Found.of(List.of(extension)))
                    .orElseGet(() -> Found.nobody("nobody responsible"));
        }
        return byName(responsible)
                .or(() -> byName(lastTeam))
                .or(this::managersTeam)
                .or(() -> office.teams().stream().findFirst())
                .map(team -> one(team.head(), "team " + team.name() + " has no head"))
                .orElseGet(() -> Found.nobody("no team"));
    }

    private Optional<Team> byName(@Nullable String name) {
        return name == null ? Optional.empty() : office.team(name);
    }

    private Optional<Team> managersTeam() {
        var manager = party.manager();
        return manager == null
                ? Optional.empty()
                : office.teams().stream()
                        .filter(t -> t.members().contains(manager))
                        .findFirst();
    }

    private Found duty() {
        var shift = office.dutyRoster().at(enquiry.at());
        if (shift.isPresent()) {
            return new Found(List.of(shift.get().person()), null, shift.get().reserve(), null);
        }
        return one(office.afterHours().duty(), "nobody has duty");
    }
}
