package ringdown.office;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringdown.number.PhoneNumber;

/** Reads {@code classes:}, {@code blocked:}, {@code contacts:}, {@code numbers:}, {@code topics:}, {@code targets:} and {@code trial:}. */
final class ClassesReader {
    private final Draft draft;
    private final Map<String, Integer> keys = new HashMap<>();
    private final Map<String, Integer> topicNames = new HashMap<>();
    private final Map<PhoneNumber, Integer> inPrint = new HashMap<>();

    ClassesReader(Draft draft) {
        this.draft = draft;
    }

    List<CallerClass> classes(Section file) {
        var classes = new ArrayList<CallerClass>();
        for (var item : file.items("classes")) {
            var one = item.section();
            var at = one.required("name");
            var name = at == null ? null : at.name();
            if (at != null && name != null) {
                draft.declare(Draft.Kind.CALLER_CLASS, name, at);
            }
            classes.add(new CallerClass(
                    name == null ? "" : name,
                    key(one),
                    draft.named(one, "script", Draft.Kind.SCRIPT),
                    draft.named(one, "team", Draft.Kind.TEAM),
                    draft.responsible(one),
                    one.as("answerWithin", Scalars::duration),
                    one.as("callBackWithin", Scalars::duration, CallerClass.CALL_BACK_WITHIN),
                    one.as("obligation", Scalars.oneOf(CallerClass.Obligation.class), CallerClass.Obligation.CALL_BACK),
                    one.as("hearWithin", Scalars::duration),
                    one.flag("refuse")));
            one.end();
        }
        return classes;
    }

    private @Nullable String key(Section one) {
        var item = one.get("key");
        var key = item == null ? null : item.as(Scalars::key);
        if (item != null && key != null && keys.putIfAbsent(key, item.line()) != null) {
            item.fault("key " + key + " is another class's already");
        }
        return key;
    }

    Set<PhoneNumber> blocked(Section file) {
        return new LinkedHashSet<>(file.listOf("blocked", draft::phone));
    }

    /** One of each, whether or not it holds. */
    List<ContactEntry> contacts(List<Item> items) {
        var contacts = new ArrayList<ContactEntry>();
        for (var item : items) {
            var one = item.section();
            var name = one.requiredName("name");
            var written = one.required("numbers");
            var numbers = written == null ? List.<PhoneNumber>of() : written.listOf(draft::phone);
            if (written != null && written.isList() && written.items().isEmpty()) {
                written.fault("has no number");
            }
            var entry = new ContactEntry(
                    name == null ? "" : name,
                    one.name("spoken"),
                    numbers,
                    draft.named(one, "class", Draft.Kind.CALLER_CLASS),
                    draft.person(one, "manager"),
                    draft.persons(one, "backups"),
                    one.text("greeting"),
                    one.as("language", Scalars::language),
                    one.name("company"),
                    one.as("sayName", Scalars::flag),
                    one.text("note"));
            one.end();
            contacts.add(entry);
        }
        return contacts;
    }

    List<PublishedNumber> numbers(Section file, Set<String> arrivals) {
        var numbers = new ArrayList<PublishedNumber>();
        for (var item : file.items("numbers")) {
            var one = item.section();
            var number = one.requiredAs("number", draft::phone);
            var arrives = one.as("arrives", text -> {
                if (!text.equals("outside") && !arrivals.contains(text)) {
                    throw new IllegalArgumentException("is a line, a trunk or outside, not \"" + text + "\"");
                }
                return text;
            });
            var printed = one.listOf("printed", text -> text);
            var forwards = forwards(one);
            var retire = one.as("retire", Scalars::date);
            var replaceBy = draft.phone(one, "replaceBy");
            var language = one.as("language", Scalars::language);
            draft.numberHours(number, one);
            one.end();
            if (number != null && inPrint.putIfAbsent(number, item.line()) != null) {
                item.fault(number + " stands on line " + inPrint.get(number) + " already");
            }
            if (number != null) {
                numbers.add(new PublishedNumber(number, printed, arrives, forwards, retire, replaceBy, language));
            }
        }
        return numbers;
    }

    private PublishedNumber.@Nullable Forwarding forwards(Section one) {
        var section = one.section("forwards");
        if (section == null) {
            return null;
        }
        var words = Map.of("busy", "busy", "noAnswer", "noAnswer", "always", "always", "unreachable", "unreachable");
        // Programs that still read YAML 1.1 take the bare word "on" for true, and write that.
        var on = section.listOf(section.has("on") || !section.has("true") ? "on" : "true", Scalars.oneOf(words));
        var to = section.requiredAs("to", draft::phone);
        section.end();
        return to == null ? null : new PublishedNumber.Forwarding(on, to);
    }

    List<Topic> topics(Section file) {
        var topics = new ArrayList<Topic>();
        for (var item : file.items("topics")) {
            var one = item.section();
            var name = one.requiredName("name");
            if (name != null && topicNames.putIfAbsent(name, item.line()) != null) {
                item.fault("topic \"" + name + "\" stands on line " + topicNames.get(name) + " already");
            }
            topics.add(new Topic(
                    name == null ? "" : name,
                    one.as("level", Scalars::level, 1),
                    draft.person(one, "solver"),
                    one.as("answerWithin", Scalars::duration),
                    one.flag("complaint")));
            one.end();
        }
        return topics;
    }

    Map<String, String> targets(Section file) {
        var names = Set.of(
                "answeredIn20s", "lost", "reachedHead", "promisesInTime", "firstCallSolved", "rating", "ratingShare");
        var targets = new LinkedHashMap<String, String>();
        var section = file.section("targets");
        if (section != null) {
            names.stream().sorted().forEach(section::has);
            section.end();
            section.entries().forEach((name, item) -> {
                var value = item.as(name.equals("rating") ? ClassesReader::mark : ClassesReader::share);
                if (value != null) {
                    targets.put(name, value);
                }
            });
        }
        return targets;
    }

    private static String share(String text) {
        return figure(text, "90%", 0, text.endsWith("%") ? 100 : 1);
    }

    /** Callers give 1 to 5. */
    private static String mark(String text) {
        return figure(text, "4.7", 1, text.endsWith("%") ? 0 : 5);
    }

    private static String figure(String text, String example, double least, double most) {
        var number = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
        var value = number.matches("[0-9]{1,3}(\\.[0-9]{1,2})?") ? Double.parseDouble(number) : -1;
        if (value < least || value > most) {
            throw new IllegalArgumentException("is a figure such as " + example + ", not \"" + text + "\"");
        }
        return text;
    }

    @Nullable
    Trial trial(Section file) {
        var section = file.section("trial");
        if (section == null) {
            return null;
        }
        var from = section.requiredAs("from", Scalars::date);
        var to = section.requiredAs("to", Scalars::date);
        var responsible = section.required("responsible") == null ? null : draft.person(section, "responsible");
        section.end();
        if (from == null || to == null || responsible == null) {
            return null;
        }
        if (to.isBefore(from)) {
            section.self().fault("ends on " + to + " before it begins on " + from);
            return null;
        }
        return new Trial(from, to, responsible);
    }
}
