package ringdown.office;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One level of keys during and after the greeting.
 *
 * @param keys key ("0" to "9", "*", "#") to choice
 * @param otherwise silence, a wrong key or a pulse telephone
 * @param after how long silence may last
 */
public record Menu(Map<String, Choice> keys, Choice otherwise, Duration after) {

    /** What a key does. */
    public sealed interface Choice {
        /** Rings. */
        record Ring(RingTarget target) implements Choice {
            @Override
            public String toString() {
                return target.toString();
            }
        }

        /** Goes on with another script. */
        record GoTo(String script) implements Choice {
            @Override
            public String toString() {
                return "script " + script;
            }
        }

        /** Takes a message. */
        record Message() implements Choice {
            @Override
            public String toString() {
                return "message";
            }
        }
    }

    public Menu {
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }
}
