package ringdown.audio.callerid;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an exchange said about a caller.
 *
 * @param number digits as received, null when none came
 * @param numberAbsence why there is no number, null when there is one or no reason came
 * @param name as received, null when none came
 * @param nameAbsence why there is no name
 * @param when month, day, hour, minute as MMDDhhmm, null when none came
 * @param redirecting the number that diverted the call here, null when none came
 * @param more everything else that was said, in the order of its codes
 */
public record CallerIdMessage(
        @Nullable String number,
        @Nullable Absence numberAbsence,
        @Nullable String name,
        @Nullable Absence nameAbsence,
        @Nullable String when,
        @Nullable String redirecting,
        Map<CallerIdParameter, String> more) {

    public CallerIdMessage {
        more.forEach((parameter, value) -> {
            if (!parameter.takes(value)) {
                throw new IllegalArgumentException("\"" + value + "\" is no " + parameter);
            }
        });
        more = more.isEmpty() ? Map.of() : java.util.Collections.unmodifiableMap(new EnumMap<>(more));
    }

    /** Who and when, and nothing more. */
    public CallerIdMessage(
            @Nullable String number,
            @Nullable Absence numberAbsence,
            @Nullable String name,
            @Nullable Absence nameAbsence,
            @Nullable String when,
            @Nullable String redirecting) {
        this(number, numberAbsence, name, nameAbsence, when, redirecting, Map.of());
    }

    /** A number and perhaps a name. */
    public static CallerIdMessage of(@Nullable String number, @Nullable String name) {
        return new CallerIdMessage(number, null, name, null, null, null);
    }

    /** No number, for this reason. */
    public static CallerIdMessage absent(Absence why) {
        return new CallerIdMessage(null, why, null, null, null, null);
    }

    /** The same with the exchange's date and time, MMDDhhmm. */
    public CallerIdMessage at(String monthDayHourMinute) {
        return new CallerIdMessage(number, numberAbsence, name, nameAbsence, monthDayHourMinute, redirecting, more);
    }

    /** The same, and this. */
    public CallerIdMessage with(CallerIdParameter parameter, String value) {
        Map<CallerIdParameter, String> all = new EnumMap<>(CallerIdParameter.class);
        all.putAll(more);
        all.put(parameter, value);
        return new CallerIdMessage(number, numberAbsence, name, nameAbsence, when, redirecting, all);
    }

    /** The number, if one came. */
    public Optional<String> numberIfAny() {
        return Optional.ofNullable(number);
    }
}
