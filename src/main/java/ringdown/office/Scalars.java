package ringdown.office;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ringdown.number.Extension;
import ringdown.number.Language;

/** How single values are written in the file. Each throws IllegalArgumentException with words for the installer. */
final class Scalars {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*(ms|s|m|min|h|d)?");
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Pattern KEY = Pattern.compile("[0-9*#]");
    private static final Pattern REGION = Pattern.compile("[A-Z0-9]{1,3}");
    private static final Pattern MUSIC = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern DIALLED = Pattern.compile("[0-9*#]{1,20}");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:_\\[\\]-]{1,253}");

    /** No time of an office is longer; nothing that is computed with it can overflow. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private Scalars() {}

    static boolean flag(String text) {
        return switch (text) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw new IllegalArgumentException("is true or false, not \"" + text + "\"");
        };
    }

    /** "15s", "30m", "1h", "2d"; a bare number counts seconds. More than 0. */
    static Duration duration(String text) {
        var match = DURATION.matcher(text);
        if (!match.matches() || Long.parseLong(match.group(1)) == 0) {
            throw new IllegalArgumentException("is a time such as 15s, 30m, 1h or 2d, not \"" + text + "\"");
        }
        var time = duration(Long.parseLong(match.group(1)), match.group(2) == null ? "s" : match.group(2));
        if (time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("is at most " + LONGEST.toDays() + "d, not \"" + text + "\"");
        }
        return time;
    }

    private static Duration duration(long count, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(count);
            case "m", "min" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(count);
            default -> Duration.ofSeconds(count);
        };
    }

    static String written(Duration time) {
        if (time.toMillis() % 1000 != 0) {
            return time.toMillis() + "ms";
        }
        var seconds = time.toSeconds();
        if (seconds % 86400 == 0) {
            return seconds / 86400 + "d";
        }
        return seconds % 3600 == 0 ? seconds / 3600 + "h" : seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    static LocalDate date(String text) {
        return time(text, one -> ours(LocalDate.parse(one)), "is a date such as 2026-12-31, not \"");
    }

    static LocalDateTime moment(String text) {
        return time(
                text,
                one -> {
                    var moment = LocalDateTime.parse(one);
                    ours(moment.toLocalDate());
                    return moment;
                },
                "is a moment such as 2026-11-21T14:00, not \"");
    }

    /** No office plans for another century; a slip of the finger would. */
    private static LocalDate ours(LocalDate date) {
        if (date.getYear() < 1970 || date.getYear() > 2199) {
            throw new DateTimeException(date.toString());
        }
        return date;
    }

    static LocalTime hour(String text) {
        return time(text, LocalTime::parse, "is an hour such as 14:00, not \"");
    }

    private static <T> T time(String text, Function<String, T> parse, String complaint) {
        try {
            return parse.apply(text);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(complaint + text + "\"", wrong);
        }
    }

    static ZoneId zone(String text) {
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw new IllegalArgumentException("is a time zone such as Europe/Kyiv, not \"" + text + "\"");
        }
        return ZoneId.of(text);
    }

    static String country(String text) {
        if (!Set.of(Locale.getISOCountries()).contains(text)) {
            throw new IllegalArgumentException(
                    "is a country's two letters such as UA (ISO 3166), not \"" + text + "\"");
        }
        return text;
    }

    static String region(String text) {
        return shaped(text, REGION, "is a region's code without its country (ISO 3166-2), not \"");
    }

    static String host(String text) {
        return shaped(text, HOST, "is a name or an address, not \"");
    }

    /** Not half of the world: what is let in there is nobody's network. */
    static Network network(String text) {
        Network network = Network.parse(text);
        if (network.bits() < 8) {
            throw new IllegalArgumentException("is too wide, /8 at most: \"" + text + "\"");
        }
        return network;
    }

    static String music(String text) {
        return shaped(text, MUSIC, "is the name of a piece in a-z, 0-9 and -, not \"");
    }

    static String key(String text) {
        return shaped(text, KEY, "is one key of a telephone, 0 to 9, * or #, not \"");
    }

    private static String shaped(String text, Pattern pattern, String complaint) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(complaint + text + "\"");
        }
        return text;
    }

    static Language language(String text) {
        return Language.ofCode(text)
                .orElseThrow(() -> new IllegalArgumentException("is uk, ru or en, not \"" + text + "\""));
    }

    static Extension extension(String text) {
        if (!text.matches("[0-9]{1,8}")) {
            throw new IllegalArgumentException("an extension is 1 to 8 digits, not \"" + text + "\"");
        }
        return new Extension(text);
    }

    static int count(String text) {
        if (!text.matches("[0-9]{1,6}")) {
            throw new IllegalArgumentException("is a number, not \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }

    /** Of support: 1 takes and dispatches, 2 and 3 solve. */
    static int level(String text) {
        if (!text.matches("[1-3]")) {
            throw new IllegalArgumentException("is a level from 1 to 3, not \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }

    /** What a line dials before or between: digits and the two other keys. */
    static String dialled(String text) {
        return shaped(text, DIALLED, "is what a telephone can dial, digits, * and #, not \"");
    }

    static String address(String text) {
        return shaped(text, ADDRESS, "is an address such as office@example.org, not \"");
    }

    static int udpPort(String text) {
        var port = count(text);
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("is a port from 1 to 65535, not " + text);
        }
        return port;
    }

    static double decibels(String text) {
        if (!text.matches("-?[0-9]{1,2}(\\.[0-9]{1,2})?")) {
            throw new IllegalArgumentException("is a number of decibels such as -3, not \"" + text + "\"");
        }
        var gain = Double.parseDouble(text);
        if (gain < -15 || gain > 12) {
            throw new IllegalArgumentException("is from -15 to 12 dB, not " + text);
        }
        return gain;
    }

    static Port port(String text, Port.Kind kind) {
        var example = kind == Port.Kind.FXO ? "fxo:1" : "fxs:1";
        return Port.of(text)
                .filter(port -> port.kind() == kind)
                .orElseThrow(
                        () -> new IllegalArgumentException("is a port such as " + example + ", not \"" + text + "\""));
    }

    /** "mon", "mon-fri", "sat, sun"; a span may go over Sunday. */
    static Set<DayOfWeek> days(String text) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var part : text.toLowerCase(Locale.ROOT).split(",", -1)) {
            var ends = part.strip().split("-", -1);
            var from = DAYS.indexOf(ends[0].strip());
            var to = DAYS.indexOf(ends[ends.length - 1].strip());
            if (from < 0 || to < 0 || ends.length > 2) {
                throw new IllegalArgumentException("days are written mon, mon-fri or sat-sun, not \"" + text + "\"");
            }
            for (var day = from; ; day = (day + 1) % 7) {
                days.add(DayOfWeek.of(day + 1));
                if (day == to) {
                    break;
                }
            }
        }
        return days;
    }

    static String day(DayOfWeek day) {
        return DAYS.get(day.getValue() - 1);
    }

    /** One of some words. */
    static <T> Function<String, T> oneOf(Map<String, T> words) {
        return text -> {
            var value = words.get(text);
            if (value == null) {
                var all = words.keySet().stream().sorted().collect(Collectors.joining(", "));
                throw new IllegalArgumentException("is one of " + all + ", not \"" + text + "\"");
            }
            return value;
        };
    }

    /** One of an enum, written as {@link #word}. */
    static <E extends Enum<E>> Function<String, E> oneOf(Class<E> type) {
        return oneOf(Arrays.stream(type.getEnumConstants()).collect(Collectors.toMap(Scalars::word, e -> e)));
    }

    /** CALL_BACK is written callBack. */
    static String word(Enum<?> value) {
        var words = value.name().toLowerCase(Locale.ROOT).split("_", -1);
        var text = new StringBuilder(words[0]);
        for (var i = 1; i < words.length; i++) {
            text.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return text.toString();
    }
}
