package ringdown.office;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;

/** Reads {@code scripts:} and {@code afterHours:}. */
final class ScriptsReader {
    private static final Duration MENU_SILENCE = Duration.ofSeconds(5);
    private static final Map<String, Strategy> STRATEGIES =
            Arrays.stream(Strategy.values()).collect(Collectors.toMap(Strategy::words, s -> s));

    private final Draft draft;

    ScriptsReader(Draft draft) {
        this.draft = draft;
    }

    Map<String, Script> scripts(Section file) {
        var scripts = new LinkedHashMap<String, Script>();
        var section = file.section("scripts");
        if (section != null) {
            section.entries().forEach((name, item) -> {
                draft.declare(Draft.Kind.SCRIPT, name, item);
                scripts.put(name, script(name, item.section()));
            });
        }
        return scripts;
    }

    private Script script(String name, Section one) {
        var script = new Script(
                name,
                greeting(one.text("greeting")),
                stages(one),
                otherwise(one.get("otherwise")),
                menu(one),
                one.flag("always"),
                one.flag("askRating"),
                draft.responsible(one),
                one.as("answerWithin", Scalars::duration),
                one.as("record", Scalars::flag),
                one.as("saysRecorded", Scalars.oneOf(Recording.WORDS)));
        one.end();
        return script;
    }

    private static Greeting greeting(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new Greeting.None();
        }
        return text.equals("personal") ? new Greeting.Personal() : new Greeting.Text(text);
    }

    private List<Stage> stages(Section one) {
        var stages = new ArrayList<Stage>();
        for (var item : one.items("stages")) {
            var section = item.section();
            if (section.has("ring") && section.has("queue")) {
                item.fault("either rings or queues");
            }
            var stage = section.has("queue") ? queue(section) : ring(section);
            section.end();
            if (stage != null) {
                stages.add(stage);
            }
        }
        return stages;
    }

    private @Nullable Stage ring(Section one) {
        var target = one.required("ring") == null ? null : target(one.get("ring"));
        var stage = new Stage.Ring(
                target == null ? new RingTarget.Head() : target,
                target(one.get("else")),
                one.as("for", Scalars::duration, Stage.DEFAULT_TIME),
                one.as("strategy", Scalars.oneOf(STRATEGIES), Strategy.TOGETHER),
                one.as("within", Scalars::duration),
                true,
                skill(one));
        return target == null ? null : stage;
    }

    private @Nullable String skill(Section one) {
        var item = one.get("skill");
        var skill = item == null ? null : item.text();
        if (item != null && skill != null) {
            draft.use(Draft.Kind.SKILL, skill, item);
        }
        return skill;
    }

    private @Nullable Stage queue(Section one) {
        var target = target(one.get("queue"));
        var stage = new Stage.Queue(
                target == null ? new RingTarget.Head() : target,
                one.as("for", Scalars::duration, Duration.ofSeconds(90)),
                one.listOf("say", Scalars.oneOf(Map.of("place", "place", "wait", "wait"))),
                one.as("every", Scalars::duration),
                one.as("callBackKey", Scalars::key),
                one.as("music", Scalars::music));
        return target == null ? null : stage;
    }

    /** Null where there is none, or it is wrong and has its fault. */
    private @Nullable RingTarget target(@Nullable Item item) {
        if (item == null) {
            return null;
        }
        var text = item.text();
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "manager" -> new RingTarget.Manager();
            case "backups" -> new RingTarget.Backups();
            case "last spoken" -> new RingTarget.LastSpoken();
            case "head" -> new RingTarget.Head();
            case "duty" -> new RingTarget.Duty();
            default -> named(text, item);
        };
    }

    private @Nullable RingTarget named(String text, Item item) {
        if (text.matches("level [1-3]")) {
            draft.use(Draft.Kind.LEVEL, text.substring(6), item);
            return new RingTarget.OfLevel(Integer.parseInt(text.substring(6)));
        }
        if (text.startsWith("team ")) {
            var team = text.substring(5).strip();
            draft.use(Draft.Kind.TEAM, team, item);
            return new RingTarget.OfTeam(team);
        }
        if (text.matches("[0-9]{1,6}")) {
            draft.use(Draft.Kind.PERSON, text, item);
            return new RingTarget.OfPerson(new Extension(text));
        }
        if (text.matches("[+0-9][-0-9 ()]+")) {
            var number = item.as(draft::phone);
            return number == null ? null : new RingTarget.OutsideNumber(number);
        }
        item.fault(
                "is manager, backups, last spoken, head, duty, team NAME, level 1 to 3, an extension or a number, not \""
                        + text + "\"");
        return null;
    }

    private Otherwise otherwise(@Nullable Item item) {
        var text = item == null ? "message" : item.text();
        if (item == null || text == null) {
            return new Otherwise.Message();
        }
        if (text.startsWith("script ")) {
            var name = text.substring(7).strip();
            draft.use(Draft.Kind.SCRIPT, name, item);
            return new Otherwise.GoTo(name);
        }
        var words = Map.<String, Otherwise>of(
                "message",
                new Otherwise.Message(),
                "promise",
                new Otherwise.Promise(),
                "refuse",
                new Otherwise.Refuse());
        var otherwise = words.get(text);
        if (otherwise == null) {
            item.fault("is message, promise, script NAME or refuse, not \"" + text + "\"");
            return new Otherwise.Message();
        }
        return otherwise;
    }

    private @Nullable Menu menu(Section script) {
        var section = script.section("menu");
        if (section == null) {
            return null;
        }
        var otherwise = choice(section.required("otherwise"));
        var after = section.as("after", Scalars::duration, MENU_SILENCE);
        var keys = new LinkedHashMap<String, Menu.Choice>();
        section.entries().forEach((key, item) -> {
            if (!key.equals("otherwise") && !key.equals("after")) {
                putKey(keys, key, item);
            }
        });
        return new Menu(keys, otherwise == null ? new Menu.Choice.Message() : otherwise, after);
    }

    private void putKey(Map<String, Menu.Choice> keys, String key, Item item) {
        if (!key.matches("[0-9*#]")) {
            item.fault("a key is 0 to 9, * or #, not \"" + key + "\"");
            return;
        }
        var choice = choice(item);
        if (choice != null) {
            keys.put(key, choice);
        }
    }

    private Menu.@Nullable Choice choice(@Nullable Item item) {
        var text = item == null ? null : item.text();
        if (item == null || text == null) {
            return null;
        }
        if (text.equals("message")) {
            return new Menu.Choice.Message();
        }
        if (text.startsWith("script ")) {
            var name = text.substring(7).strip();
            draft.use(Draft.Kind.SCRIPT, name, item);
            return new Menu.Choice.GoTo(name);
        }
        var target = target(item);
        return target == null ? null : new Menu.Choice.Ring(target);
    }

    AfterHours afterHours(Section file) {
        var section = file.section("afterHours");
        if (section == null) {
            return AfterHours.STANDARD;
        }
        var modes = new LinkedHashMap<String, AfterHours.Mode>();
        var written = section.section("modes");
        if (written != null) {
            written.entries().forEach((name, item) -> {
                draft.declare(Draft.Kind.MODE, name, item);
                modes.put(name, mode(item.section()));
            });
        }
        var after = new AfterHours(section.text("greeting"), draft.person(section, "duty"), when(section), modes);
        section.end();
        return after;
    }

    private Map<String, String> when(Section section) {
        var when = new LinkedHashMap<String, String>();
        var written = section.section("when");
        if (written != null) {
            var before = new HashMap<DayOfWeek, String>();
            written.entries().forEach((days, item) -> {
                if (!days.equals("holidays")) {
                    item.make(() -> Scalars.days(days).forEach(day -> once(day, days, before, item)));
                }
                var mode = item.text();
                if (mode != null) {
                    draft.use(Draft.Kind.MODE, mode, item);
                    when.put(days, mode);
                }
            });
        }
        return when;
    }

    private static void once(DayOfWeek day, String days, Map<DayOfWeek, String> before, Item item) {
        var other = before.putIfAbsent(day, days);
        if (other != null) {
            item.fault("\"" + Scalars.day(day) + "\" has its mode by \"" + other + "\" already");
        }
    }

    private AfterHours.Mode mode(Section one) {
        var mode = new AfterHours.Mode(
                one.text("greeting"),
                target(one.get("ring")),
                one.as("for", Scalars::duration, Stage.DEFAULT_TIME),
                one.as("takeBy", Scalars.oneOf(Map.of("key", "key"))),
                draft.named(one, "otherwise", Draft.Kind.MODE),
                one.as("urgentKey", Scalars::key),
                target(one.get("urgent")),
                one.as("record", Scalars::flag));
        one.end();
        return mode;
    }
}
