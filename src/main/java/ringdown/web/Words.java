package ringdown.web;

import java.util.Locale;

/** Names of enums as the API writes them: DO_NOT_DISTURB is doNotDisturb. */
final class Words {
    private Words() {}

    static String of(Enum<?> value) {
        StringBuilder word = new StringBuilder();
        for (String part : value.name().toLowerCase(Locale.ROOT).split("_")) {
            word.append(word.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return word.toString();
    }
}
