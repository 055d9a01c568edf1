package ringdown.prompts;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import ringdown.number.Language;

/**
 * Prints every sound that ships, one a line: language, name, place, script. For translators and voice actors; not part
 * of the running box.
 */
public final class ShippedList {
    private ShippedList() {}

    /** Prints the list to standard output. */
    public static void main(String[] arguments) {
        System.out.writeBytes(list().getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }

    static String list() {
        return Arrays.stream(Language.values())
                .flatMap(language -> Catalogue.of(language).stream().map(piece -> line(language, piece) + "\n"))
                .collect(Collectors.joining());
    }

    static String line(Language language, Piece piece) {
        return String.join("\t", language.code(), piece.name(), piece.place().name(), piece.script());
    }
}
