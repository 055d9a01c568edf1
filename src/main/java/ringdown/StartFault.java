package ringdown;

import java.util.List;

/** Why the box does not start, one line a fault, and with which exit code: 2 for options and office files, 3 for what is in use. */
final class StartFault extends Exception {
    private static final long serialVersionUID = 1;

    private final List<String> lines;
    private final int exitCode;

    StartFault(int exitCode, List<String> lines) {
        super(String.join("; ", lines));
        this.exitCode = exitCode;
        this.lines = List.copyOf(lines);
    }

    List<String> lines() {
        return lines;
    }

    int exitCode() {
        return exitCode;
    }
}
