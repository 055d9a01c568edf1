package ringdown.office;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes scripts and after hours. */
final class ScriptsWriter {

    Keys scripts(Map<String, Script> scripts) {
        var keys = new Keys();
        scripts.forEach((name, script) -> keys.put(name, script(script).map()));
        return keys;
    }

    private static Keys script(Script script) {
        return new Keys()
                .put("responsible", script.responsible())
                .put("greeting", greeting(script.greeting()))
                .put("always", script.always(), false)
                .put("askRating", script.askRating(), false)
                .written("answerWithin", script.answerWithin(), null)
                .put("record", script.record())
                .put("saysRecorded", says(script.saysRecorded()))
                .section("menu", menu(script.menu()))
                .list("stages", script.stages(), ScriptsWriter::stage)
                .put("otherwise", script.otherwise());
    }

    static @Nullable String says(Recording.@Nullable Says who) {
        return who == null ? null : who.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String greeting(Greeting greeting) {
        return switch (greeting) {
            case Greeting.None none -> null;
            case Greeting.Personal personal -> "personal";
            case Greeting.Text text -> text.words();
        };
    }

    private static Keys menu(@Nullable Menu menu) {
        var keys = new Keys();
        if (menu != null) {
            menu.keys().forEach(keys::put);
            keys.put("otherwise", menu.otherwise()).written("after", menu.after(), null);
        }
        return keys;
    }

    private static Keys stage(Stage stage) {
        return switch (stage) {
            case Stage.Ring ring ->
                new Keys()
                        .put("ring", ring.target())
                        .put("else", ring.orElse())
                        .written("within", ring.within(), null)
                        .written("for", ring.time(), null)
                        .put(
                                "strategy",
                                ring.strategy() == Strategy.TOGETHER
                                        ? null
                                        : ring.strategy().words())
                        .put("skill", ring.skill());
            case Stage.Queue queue ->
                new Keys()
                        .put("queue", queue.target())
                        .written("for", queue.time(), null)
                        .list("say", queue.say())
                        .written("every", queue.every(), null)
                        .put("callBackKey", queue.callBackKey())
                        .put("music", queue.music());
        };
    }

    Keys afterHours(AfterHours after) {
        var modes = new Keys();
        after.modes().forEach((name, mode) -> modes.put(name, mode(mode).map()));
        return new Keys()
                .put("greeting", after.greeting())
                .put("duty", after.duty())
                .put("when", after.when().isEmpty() ? null : after.when())
                .section("modes", modes);
    }

    private static Keys mode(AfterHours.Mode mode) {
        return new Keys()
                .put("greeting", mode.greeting())
                .put("ring", mode.ring())
                .written("for", mode.time(), mode.ring() == null ? Stage.DEFAULT_TIME : null)
                .put("takeBy", mode.takeBy())
                .put("otherwise", mode.otherwise())
                .put("urgentKey", mode.urgentKey())
                .put("urgent", mode.urgent())
                .put("record", mode.record());
    }
}
