package ringdown.office;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose talks are recorded, who tells the caller so, and how long recordings are kept. A call is never recorded unless its caller has
 * been told (SITUATIONS 19).
 *
 * @param in scripts that say nothing else record
 * @param out calls of the office to the outside are recorded; the box tells whoever lifts
 * @param says in scripts that say nothing else; null: their own words
 */
public record Recording(boolean in, boolean out, @Nullable Says says, Duration keep) {
    /** Nothing is recorded. */
    public static final Recording NONE = new Recording(false, false, null, Duration.ofDays(90));

    /** Who tells the caller. */
    public enum Says {
        /** The box, before anybody rings. */
        BOX,
        /** The greeting. */
        GREETING,
        /** Nobody: the year-proof refuses such a script. */
        NOBODY
    }

    /** In a script. */
    static final Map<String, Says> WORDS = Map.of("box", Says.BOX, "greeting", Says.GREETING);

    /** For all scripts: no two greetings are alike, so each must say it itself. */
    static final Map<String, Says> BOX_ONLY = Map.of("box", Says.BOX);

    private static final String TALK = "розмов|разговор|дзвін|дзвон|звонок|звонк|call|conversation";
    private static final String RECORDS =
            "запису(є|ют|ва)|записыва|запис(ано|ана|ан)\\b|запис(ь|и)? (розмов|разговор|дзвін|звонк)|record(ed|ing)";
    private static final Pattern TELLS = Pattern.compile(
            "(?=[^.!?…]*(" + TALK + "))[^.!?…]*(" + RECORDS + ")",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern DENIES = Pattern.compile(
            "\\b(не|not|never|ніколи|никогда)\\s+(буд\\w+\\s+|be\\s+)?(" + RECORDS + ")",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    /** The talks of that script are recorded. */
    public boolean records(Script script) {
        return script.record() == null ? in : script.record();
    }

    /** Anything may be recorded. */
    public boolean any(Stream<Script> scripts) {
        return in || out || scripts.anyMatch(this::records);
    }

    /** Who tells its callers: what the script says of it, else its own words where they do, else the office's rule. */
    public Says says(Script script) {
        if (script.saysRecorded() == Says.BOX) {
            return Says.BOX;
        }
        if (script.greeting() instanceof Greeting.Text text
                && (script.saysRecorded() == Says.GREETING || tells(text.words()))) {
            return Says.GREETING;
        }
        return script.saysRecorded() == null && says == Says.BOX ? Says.BOX : Says.NOBODY;
    }

    /** One of its sentences says that the talk is recorded: "Розмова записується.", in uk, ru or en. */
    public static boolean tells(String words) {
        return Stream.of(words.split("[.!?…]")).anyMatch(sentence -> tellsIn(sentence));
    }

    private static boolean tellsIn(String sentence) {
        return TELLS.matcher(sentence).find() && !DENIES.matcher(sentence).find();
    }
}
