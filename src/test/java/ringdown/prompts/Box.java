package ringdown.prompts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import ringdown.Installed;
import ringdown.Patience;

/** A box for tests: a data folder, and a search path that holds just the programs given to it. */
record Box(Path data, Path programs) {
    static Box in(Path folder) throws IOException {
        return new Box(
                Files.createDirectories(folder.resolve("data")), Files.createDirectories(folder.resolve("programs")));
    }

    /** Whose calls wait for a text until it is there. */
    Prompts prompts() {
        return new Prompts(data, synthesizer(), Patience.LONG);
    }

    Synthesizer synthesizer() {
        return new Synthesizer(programs.toString(), data.resolve("scratch"), Patience.LONG);
    }

    /** The real program of this machine. */
    Box with(String program) throws IOException {
        Files.createSymbolicLink(programs.resolve(program), installed(program));
        return this;
    }

    static Path installed(String program) {
        return Installed.program(program);
    }

    /** A program of the test's own, a shell script. */
    Box withScript(String program, String script) throws IOException {
        var file = Files.writeString(programs.resolve(program), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return this;
    }
}
