package ringdown.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import ringdown.number.Extension;
import ringdown.office.CallerClass;
import ringdown.office.Line;
import ringdown.office.Office;
import ringdown.office.RingTarget;
import ringdown.office.Script;
import ringdown.office.Stage;
import ringdown.office.Team;
import ringdown.schedule.DutyShift;
import ringdown.schedule.HoursOverride;
import ringdown.schedule.HoursPlan;

/** An office with one thing changed. Pure; each verb gives the next value. */
record Rewrite(
        HoursPlan hours,
        List<HoursOverride> overrides,
        List<Team> teams,
        List<Line> lines,
        List<CallerClass> classes,
        Map<String, Script> scripts,
        List<DutyShift> duty) {

    static Rewrite of(Office office) {
        return new Rewrite(
                office.hours(),
                office.overrides(),
                office.teams(),
                office.lines(),
                office.classes(),
                office.scripts(),
                office.duty());
    }

    /** Everything else as in that office. */
    Office in(Office office) {
        return new Office(
                office.info(),
                office.accounts(),
                hours,
                overrides,
                office.people(),
                teams,
                lines,
                office.ports(),
                office.trunks(),
                office.numbers(),
                classes,
                office.blocked(),
                scripts,
                office.afterHours(),
                duty,
                office.topics(),
                office.targets(),
                office.trial(),
                office.mail(),
                office.repeats(),
                office.own(),
                office.voicemail(),
                office.recording());
    }

    private static <T> List<T> changed(List<T> all, UnaryOperator<T> how) {
        return all.stream().map(how).toList();
    }

    Rewrite hours(HoursPlan other) {
        return new Rewrite(other, overrides, teams, lines, classes, scripts, duty);
    }

    Rewrite override(HoursOverride other) {
        var now = changed(overrides, one -> one.name().equals(other.name()) ? other : one);
        return new Rewrite(hours, now, teams, lines, classes, scripts, duty);
    }

    Rewrite addToTeam(Extension person, String team) {
        var now = changed(teams, one -> one.name().equals(team) ? with(one, person) : one);
        return new Rewrite(hours, overrides, now, lines, classes, scripts, duty);
    }

    private static Team with(Team team, Extension person) {
        List<Extension> members = new ArrayList<>(team.members());
        members.add(person);
        return new Team(team.name(), members, team.head(), team.level(), team.shows());
    }

    Rewrite line(Line other) {
        var now = changed(lines, one -> one.port().equals(other.port()) ? other : one);
        return new Rewrite(hours, overrides, teams, now, classes, scripts, duty);
    }

    Rewrite callerClass(CallerClass other) {
        var now = changed(classes, one -> one.name().equals(other.name()) ? other : one);
        return new Rewrite(hours, overrides, teams, lines, now, scripts, duty);
    }

    Rewrite duty(List<DutyShift> other) {
        return new Rewrite(hours, overrides, teams, lines, classes, scripts, other);
    }

    /** With that script, in place of one of its name. */
    Rewrite script(Script other) {
        Map<String, Script> now = new LinkedHashMap<>(scripts);
        now.put(other.name(), other);
        return new Rewrite(hours, overrides, teams, lines, classes, now, duty);
    }

    /** The stage in that place of the script is another. */
    Rewrite stage(Script script, int place, Stage other) {
        List<Stage> stages = new ArrayList<>(script.stages());
        stages.set(place, other);
        Map<String, Script> now = new LinkedHashMap<>(scripts);
        now.put(
                script.name(),
                new Script(
                        script.name(),
                        script.greeting(),
                        stages,
                        script.otherwise(),
                        script.menu(),
                        script.always(),
                        script.askRating(),
                        script.responsible(),
                        script.answerWithin(),
                        script.record(),
                        script.saysRecorded()));
        return new Rewrite(hours, overrides, teams, lines, classes, now, duty);
    }

    /** The stage for another time. */
    static Stage lasting(Stage stage, java.time.Duration time) {
        return switch (stage) {
            case Stage.Ring ring ->
                new Stage.Ring(
                        ring.target(), ring.orElse(), time, ring.strategy(), ring.within(), ring.byKey(), ring.skill());
            case Stage.Queue queue ->
                new Stage.Queue(queue.target(), time, queue.say(), queue.every(), queue.callBackKey(), queue.music());
        };
    }

    /** The stage with another target. */
    static Stage ringing(Stage stage, RingTarget target) {
        return switch (stage) {
            case Stage.Ring ring ->
                new Stage.Ring(
                        target, ring.orElse(), ring.time(), ring.strategy(), ring.within(), ring.byKey(), ring.skill());
            case Stage.Queue queue ->
                new Stage.Queue(target, queue.time(), queue.say(), queue.every(), queue.callBackKey(), queue.music());
        };
    }
}
