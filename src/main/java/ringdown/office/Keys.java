package ringdown.office;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;

/** Keys and values to be written, in order; what equals its default is left out. One thread. */
final class Keys {
    private final Map<String, Object> keys = new LinkedHashMap<>();

    /** Left out if null. Whatever is no number, truth value, list or map is written as its text. */
    Keys put(String key, @Nullable Object value) {
        if (value != null) {
            keys.put(key, plain(value));
        }
        return this;
    }

    Keys put(String key, @Nullable Object value, @Nullable Object byDefault) {
        return Objects.equals(value, byDefault) ? this : put(key, value);
    }

    /** Left out if empty. */
    Keys list(String key, Collection<?> values) {
        return values.isEmpty()
                ? this
                : put(key, values.stream().map(Keys::plain).toList());
    }

    <T> Keys list(String key, Collection<T> values, Function<T, Keys> each) {
        return list(key, values.stream().map(value -> each.apply(value).keys).toList());
    }

    /** Left out if it has no keys. */
    Keys section(String key, Keys section) {
        return section.keys.isEmpty() ? this : put(key, section.keys);
    }

    Keys written(String key, java.time.@Nullable Duration time, java.time.@Nullable Duration byDefault) {
        return time == null || time.equals(byDefault) || time.isZero() ? this : put(key, Scalars.written(time));
    }

    Map<String, Object> map() {
        return keys;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Extension extension -> extensionOf(extension.digits());
            case Enum<?> word -> Scalars.word(word);
            case Collection<?> list ->
                new ArrayList<>(list.stream().map(Keys::plain).toList());
            case Map<?, ?> map -> map;
            case Number number -> number;
            case Boolean flag -> flag;
            default -> value.toString();
        };
    }

    /** A bare number where the digits survive it. */
    private static Object extensionOf(String digits) {
        return digits.startsWith("0") ? digits : (Object) Integer.valueOf(digits);
    }

    static List<Object> items(Collection<?> values) {
        return values.stream().map(Keys::plain).toList();
    }
}
