package ringdown.prompts;

import java.util.Locale;

/** How an hour stands in the sentence: з дев'ятої, до десятої, о дев'ятій; from nine, to ten, by ten, at nine. */
enum Side {
    FROM,
    TO,
    BY,
    AT;

    String soundName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
