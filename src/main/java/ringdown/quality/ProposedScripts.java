package ringdown.quality;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringdown.number.Extension;
import ringdown.office.CallerClass;
import ringdown.office.Greeting;
import ringdown.office.Office;
import ringdown.office.OfficeFile;
import ringdown.office.Otherwise;
import ringdown.office.RingTarget;
import ringdown.office.Script;
import ringdown.office.Stage;
import ringdown.office.Strategy;
import ringdown.office.Team;

/** What the talks of a trial period teach: whoever took a class's calls gets them first from now on. Pure. */
final class ProposedScripts {
    private static final int ENOUGH = 3;
    private static final Duration TEAM = Duration.ofSeconds(20);

    private final Office office;

    ProposedScripts(Office office) {
        this.office = office;
    }

    /** For each class without a way of its own that was talked to often enough. */
    List<ProposedScript> of(List<CallFact> talks) {
        return office.classes().stream()
                .filter(one -> one.script() == null && one.team() == null && !one.refuse())
                .flatMap(one -> of(one, talks).stream())
                .toList();
    }

    private Optional<ProposedScript> of(CallerClass callerClass, List<CallFact> talks) {
        List<CallFact> theirs = talks.stream()
                .filter(call -> callerClass.name().equals(call.callerClass()))
                .toList();
        return theirs.size() < ENOUGH
                ? Optional.empty()
                : team(theirs)
                        .map(team -> new ProposedScript(
                                callerClass.name(), team.name(), theirs.size(), diff(callerClass, team)));
    }

    /** Of those whose members took most of them. */
    private Optional<Team> team(List<CallFact> talks) {
        Map<Team, Integer> counts = new LinkedHashMap<>();
        for (CallFact talk : talks) {
            String who = talk.answeredBy();
            if (who != null && who.matches("[0-9]{1,8}")) {
                office.teams().stream()
                        .filter(team -> team.members().contains(new Extension(who)))
                        .forEach(team -> counts.merge(team, 1, Integer::sum));
            }
        }
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private FileDiff diff(CallerClass callerClass, Team team) {
        String name = office.script(callerClass.name()).isEmpty() ? callerClass.name() : callerClass.name() + "-calls";
        Office after = Rewrite.of(office)
                .script(script(name, team))
                .callerClass(served(callerClass, name))
                .in(office);
        return FileDiff.of(OfficeFile.write(office, List.of(), false), OfficeFile.write(after, List.of(), false));
    }

    /** Greeted as everybody is. */
    private Script script(String name, Team team) {
        Greeting greeting = office.scripts().values().stream()
                .findFirst()
                .map(Script::greeting)
                .orElseGet(Greeting.None::new);
        List<Stage> stages = List.of(
                new Stage.Ring(new RingTarget.OfTeam(team.name()), null, TEAM, Strategy.TOGETHER, null),
                new Stage.Ring(new RingTarget.Head(), null, TEAM, Strategy.TOGETHER, null));
        return new Script(
                name, greeting, stages, new Otherwise.Message(), null, false, false, team.name(), null, null, null);
    }

    private static CallerClass served(CallerClass one, String script) {
        return new CallerClass(
                one.name(),
                one.key(),
                script,
                one.team(),
                one.responsible(),
                one.answerWithin(),
                one.callBackWithin(),
                one.obligation(),
                one.hearWithin(),
                one.refuse());
    }
}
