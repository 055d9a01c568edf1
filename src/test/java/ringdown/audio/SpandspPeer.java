package ringdown.audio;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ringdown.Installed;

/**
 * An independent other end: libspandsp behind {@code src/test/peers/spandsp-peer.c}, compiled once per test run.
 * ./ringdown test installs gcc and libspandsp-dev; where they are missing the tests are left out.
 */
public final class SpandspPeer {
    private SpandspPeer() {}

    /** Lets the peer make a sound; {@code args} as in the head of the program, OUT where the file goes. */
    public static short[] make(String... args) {
        return withFile(new short[0], args).sound;
    }

    /** Lets the peer listen to a sound; {@code args} with OUT where the file goes. Gives what it prints. */
    public static String hear(short[] sound, String... args) {
        return withFile(sound, args).text;
    }

    /** Compiled when the first test asks. */
    private static final class Compiled {
        static final Path PROGRAM = file();
        static final String SAID = compile(PROGRAM);
    }

    private record Answer(String text, short[] sound) {}

    private static Answer withFile(short[] sound, String... args) {
        Installed.program("gcc");
        assumeFalse(
                Compiled.SAID.contains("No such file") || Compiled.SAID.contains("cannot find"),
                "libspandsp-dev is not installed");
        if (!Compiled.SAID.isEmpty()) {
            throw new IllegalStateException("the spandsp peer does not compile: " + Compiled.SAID);
        }
        try {
            Path file = Files.createTempFile("ringdown-peer", ".wav");
            try {
                Files.write(file, Wav.bytes(sound));
                List<String> command = new ArrayList<>(List.of(Compiled.PROGRAM.toString()));
                for (String arg : args) {
                    command.add(arg.equals("OUT") ? file.toString() : arg);
                }
                String text = run(command);
                return new Answer(text, Wav.telephone(Files.readAllBytes(file)));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Path file() {
        try {
            Path program = Files.createTempFile("spandsp-peer", "");
            program.toFile().deleteOnExit();
            return program;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** What the compiler says: nothing if all is well. */
    private static String compile(Path program) {
        try {
            return run(List.of(
                    "gcc", "-O1", "-w", "-o", program.toString(), "src/test/peers/spandsp-peer.c", "-lspandsp", "-lm"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
