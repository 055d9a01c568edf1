package ringdown.office;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ringdown.number.Language;
import ringdown.number.NumberingPlan;

/** Reads {@code office:}. */
final class InfoReader {
    /** Where a country has one usual zone, and the language its offices speak, if the file says nothing. */
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("UA", "Europe/Kyiv"),
            Map.entry("RU", "Europe/Moscow"),
            Map.entry("BY", "Europe/Minsk"),
            Map.entry("KZ", "Asia/Almaty"),
            Map.entry("PL", "Europe/Warsaw"),
            Map.entry("DE", "Europe/Berlin"),
            Map.entry("FR", "Europe/Paris"),
            Map.entry("GB", "Europe/London"));

    private static final Map<String, Language> LANGUAGES =
            Map.of("UA", Language.UK, "RU", Language.RU, "BY", Language.RU, "KZ", Language.RU);

    private static final Duration SHORTEST_PARK = Duration.ofSeconds(10);
    private static final Duration LONGEST_PARK = Duration.ofMinutes(30);

    private InfoReader() {}

    /** What could be read; places that failed hold something harmless, since a fault stands. */
    static OfficeInfo read(Section file) {
        var item = file.required("office");
        var section = item == null ? new Section(null, file.self()) : item.section();
        var country = section.requiredAs("country", InfoReader::country);
        var known = country == null ? "UA" : country;
        var name = section.name("name");
        var info = new OfficeInfo(
                name == null ? "" : name,
                known,
                section.as("region", Scalars::region),
                section.as("language", Scalars::language, LANGUAGES.getOrDefault(known, Language.EN)),
                zone(section, known),
                section.as("outsidePrefix", InfoReader::prefix, OfficeInfo.OUTSIDE_PREFIX),
                section.as("areaCode", InfoReader::digits),
                section.as("music", Scalars::music),
                Set.copyOf(section.listOf("emergencyNumbers", InfoReader::digits)),
                section.as("openingRing", Scalars::flag, true),
                section.as("ringsAtOnce", InfoReader::rings, OfficeInfo.RINGS_AT_ONCE),
                testCalls(section.section("testCalls")),
                section.listOf("ownNetworks", Scalars::network),
                section.as("parkFor", InfoReader::parkFor, OfficeInfo.PARK_FOR));
        section.end();
        return info;
    }

    private static Duration parkFor(String text) {
        var time = Scalars.duration(text);
        if (time.compareTo(SHORTEST_PARK) < 0 || time.compareTo(LONGEST_PARK) > 0) {
            throw new IllegalArgumentException("is from 10s to 30m, not " + text);
        }
        return time;
    }

    private static TestCalls testCalls(@Nullable Section section) {
        if (section == null) {
            return TestCalls.USUAL;
        }
        var at = orNever(section, "at", Scalars::hour, TestCalls.USUAL.at());
        var answered = orNever(section, "answered", InfoReader::day, TestCalls.USUAL.answered());
        section.end();
        return new TestCalls(at, answered);
    }

    private static DayOfWeek day(String text) {
        var days = Scalars.days(text);
        if (days.size() != 1) {
            throw new IllegalArgumentException("is one day such as sun, not \"" + text + "\"");
        }
        return days.iterator().next();
    }

    private static <T> @Nullable T orNever(Section section, String key, Function<String, T> make, @Nullable T usual) {
        var item = section.get(key);
        if (item == null) {
            return usual;
        }
        return "never".equals(item.text()) ? null : item.as(make);
    }

    private static int rings(String text) {
        var rings = Scalars.count(text);
        if (rings < 1 || rings > 64) {
            throw new IllegalArgumentException("is from 1 to 64 telephones, not " + text);
        }
        return rings;
    }

    /** {@code deviations:}, when a change of the rules is proposed. */
    static Repeats repeats(Section file) {
        var section = file.section("deviations");
        if (section == null) {
            return Repeats.USUAL;
        }
        var repeats = new Repeats(
                section.as("times", InfoReader::times, Repeats.USUAL.times()),
                section.as("within", Scalars::duration, Repeats.USUAL.within()),
                section.as("trial", Scalars::duration, Repeats.USUAL.trial()));
        section.end();
        return repeats;
    }

    /** {@code recording:}. */
    static Recording recording(Section file) {
        var section = file.section("recording");
        if (section == null) {
            return Recording.NONE;
        }
        var recording = new Recording(
                section.flag("in"),
                section.flag("out"),
                section.as("saysRecorded", Scalars.oneOf(Recording.BOX_ONLY)),
                section.as("keep", Voicemail::time, Recording.NONE.keep()));
        section.end();
        return recording;
    }

    private static int times(String text) {
        var times = Scalars.count(text);
        if (times < 1) {
            throw new IllegalArgumentException("is at least 1");
        }
        return times;
    }

    private static ZoneId zone(Section section, String country) {
        var usual = ZONES.get(country);
        var item = usual == null ? section.required("timeZone") : section.get("timeZone");
        var zone = item == null ? null : item.as(Scalars::zone);
        return zone == null ? ZoneId.of(usual == null ? "UTC" : usual) : zone;
    }

    private static String country(String text) {
        var country = Scalars.country(text);
        if (!NumberingPlan.knows(country)) {
            throw new IllegalArgumentException("has no numbering plan that is known: " + text);
        }
        return country;
    }

    private static String digits(String text) {
        if (!text.matches("[0-9]{1,8}")) {
            throw new IllegalArgumentException("is digits, not \"" + text + "\"");
        }
        return text;
    }

    private static String prefix(@Nullable String text) {
        if (text == null || !text.matches("[0-9]{0,3}|none")) {
            throw new IllegalArgumentException("is at most three digits, or none, not \"" + text + "\"");
        }
        return text.equals("none") ? "" : text;
    }
}
