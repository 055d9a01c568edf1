package ringdown;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Programs of other people that tests need. {@code ./ringdown test} installs them; where that cannot be done the test is left out, and
 * {@code ./ringdown test} says at its end which one and why.
 */
public final class Installed {
    private Installed() {}

    /** Where the program is; leaves the running test out if it is nowhere. */
    public static Path program(String name) {
        Path found = Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(found != null, name + " is not installed");
        return java.util.Objects.requireNonNull(found);
    }

    /** Leaves the running test out if none of these files is there. */
    public static void file(String what, String... places) {
        assumeTrue(Stream.of(places).anyMatch(place -> Files.exists(Path.of(place))), what + " is not installed");
    }
}
