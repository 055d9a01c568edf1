package ringdown.proof;

import java.nio.file.Path;
import java.util.List;

/** Starts that are meant to fail, and what they say. */
final class Faults {
    private Faults() {}

    record Said(int code, String output, String errors) {
        /** What a person reads, without the log. */
        List<String> lines() {
            return errors.lines().filter(line -> !line.isBlank()).toList();
        }
    }

    static Said of(Box box, String... arguments) {
        return of(box.folder.resolve("fault"), box, arguments);
    }

    /** Runs the program to its end, its output in files of that name. */
    static Said of(Path name, Box box, String... arguments) {
        Path out = Path.of(name + ".out");
        Path err = Path.of(name + ".err");
        Process process = box.launch(out, err, arguments);
        int code = Box.exit(process);
        return new Said(code, Box.read(out), Box.read(err));
    }

    static String rtp() {
        int from = Ports.run(20);
        return from + "-" + (from + 19);
    }
}
