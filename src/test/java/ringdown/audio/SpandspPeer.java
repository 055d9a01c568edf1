package ringdown.audio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An independent other end: libspandsp behind {@code src/test/peers/spandsp-peer.c}, compiled once per test run.
 * ./ringdown test installs gcc and libspandsp-dev; where they are missing the tests fail.
 */
public final class SpandspPeer {
    private static final Path PROGRAM = compile();

    private SpandspPeer() {}

    /** Lets the peer make a sound; {@code args} as in the head of the program, OUT where the file goes. */
    public static short[] make(String... args) {
        return withFile(new short[0], args).sound;
    }

    /** Lets the peer listen to a sound; {@code args} with OUT where the file goes. Gives what it prints. */
    public static String hear(short[] sound, String... args) {
        return withFile(sound, args).text;
    }

    private record Answer(String text, short[] sound) {}

    private static Answer withFile(short[] sound, String... args) {
        try {
            Path file = Files.createTempFile("ringdown-peer", ".wav");
            try {
                Files.write(file, Wav.bytes(sound));
                List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
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

    private static Path compile() {
        try {
            Path program = Files.createTempFile("spandsp-peer", "");
            program.toFile().deleteOnExit();
            String said = run(List.of(
                    "gcc", "-O1", "-w", "-o", program.toString(), "src/test/peers/spandsp-peer.c", "-lspandsp", "-lm"));
            if (!said.isEmpty() || Files.size(program) == 0) {
                throw new IllegalStateException("the spandsp peer does not compile: " + said);
            }
            return program;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
