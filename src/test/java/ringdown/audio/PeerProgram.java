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

/** A program of {@code src/test/peers} that needs libspandsp, compiled once; where the library is missing its tests are left out. */
record PeerProgram(Path file, String complaint) {
    static PeerProgram of(String name, String... libraries) {
        try {
            Path file = Files.createTempFile(name, "");
            file.toFile().deleteOnExit();
            List<String> command = new ArrayList<>(
                    List.of("gcc", "-O2", "-w", "-o", file.toString(), "src/test/peers/" + name + ".c"));
            command.addAll(List.of(libraries));
            return new PeerProgram(file, output(command));
        } catch (IOException missing) {
            return new PeerProgram(Path.of(name), "No such file: " + missing);
        }
    }

    /** The words that start it. */
    List<String> command(String... args) {
        Installed.program("gcc");
        assumeFalse(
                complaint.contains("No such file") || complaint.contains("cannot find"),
                "libspandsp-dev is not installed");
        if (!complaint.isEmpty()) {
            throw new IllegalStateException("the spandsp peer does not compile: " + complaint);
        }
        List<String> command = new ArrayList<>(List.of(file.toString()));
        command.addAll(List.of(args));
        return command;
    }

    /** Runs it to its end; what it prints. */
    String run(String... args) {
        try {
            return output(command(args));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String output(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
