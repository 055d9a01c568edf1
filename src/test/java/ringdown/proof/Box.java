package ringdown.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The product as a process of its own, driven only through what CONTRACT.md names. */
final class Box implements AutoCloseable {
    private static final Pattern READY =
            Pattern.compile("ringdown ready web=(http://\\S+) sip=127\\.0\\.0\\.1:(\\d+) board=(\\S+)");
    private static final int RTP_PORTS = 100;

    final Path folder;
    final Path officeFile;
    final int rtp = Ports.run(RTP_PORTS);
    private final List<String> prefix = new ArrayList<>();
    private Process process;
    private final List<String> boards = new ArrayList<>();
    private String clock;
    private int sip;
    private int web;
    private Api api;

    private Box(Office office, String clock) {
        this.clock = clock;
        try {
            folder = Files.createTempDirectory("ringdown-proof");
            officeFile = Files.writeString(folder.resolve("office.yaml"), office.yaml());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** A box with that office whose clock starts at that moment. */
    static Box of(Office office, String clock) {
        return new Box(office, clock);
    }

    /** A box that runs. */
    static Box running(Office office, String clock) {
        return of(office, clock).start();
    }

    /** Words before the java command, a shell that sets limits for instance. */
    Box behind(String... words) {
        prefix.addAll(Arrays.asList(words));
        return this;
    }

    /** With these boards instead of the simulated one; the clock is the machine's, nothing else keeps time with copper. */
    Box board(String... names) {
        boards.addAll(Arrays.asList(names));
        return this;
    }

    Path data() {
        return folder.resolve("data");
    }

    Box start() {
        sip = sip == 0 ? Ports.free() : sip;
        List<String> options = new ArrayList<>(List.of(
                "run",
                "--data",
                data().toString(),
                "--office",
                officeFile.toString(),
                "--http",
                "0",
                "--sip",
                "" + sip,
                "--rtp",
                rtp + "-" + (rtp + RTP_PORTS - 1)));
        boards.forEach(board -> options.addAll(List.of("--board", board)));
        options.addAll(boards.isEmpty() ? List.of("--clock", clock) : List.of());
        process = launch(folder.resolve("out"), folder.resolve("err"), options.toArray(String[]::new));
        try {
            ready();
        } catch (AssertionError | RuntimeException notReady) {
            dies(); // nobody has the box yet who could close it
            throw notReady;
        }
        return this;
    }

    private void ready() {
        String line = Until.holds(
                "ready", Duration.ofSeconds(150), this::output, out -> out.contains("\n") || !process.isAlive());
        Matcher ready = READY.matcher(line.strip());
        if (!ready.matches()) {
            throw new AssertionError("not ready: " + line + errors());
        }
        web = java.net.URI.create(ready.group(1)).getPort();
        api = new Api(ready.group(1)).login("installer", "change-me-now");
    }

    /** After a crash: the clock goes on from that moment. */
    Box again(String now) {
        clock = now;
        return start();
    }

    /** Runs the program with these words; errors are added to their file. */
    Process launch(Path out, Path err, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(Program.command());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(err.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("RINGDOWN_"));
        try {
            return builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Api api() {
        return api;
    }

    /** The same, for somebody else of the office. */
    Api as(String name, String password) {
        return new Api("http://127.0.0.1:" + web).login(name, password);
    }

    /** The port of the web. */
    int web() {
        return web;
    }

    int sip() {
        return sip;
    }

    Process process() {
        return process;
    }

    String output() {
        return read(folder.resolve("out"));
    }

    String errors() {
        return read(folder.resolve("err"));
    }

    static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Line line(int n) {
        return new Line(this, n);
    }

    Handset telephone(int n) {
        return new Handset(this, n);
    }

    void clockReads(String moment) {
        api.post("/api/simulator/clock", java.util.Map.of("now", moment));
    }

    /** Calls of that number, newest first. */
    List<JsonNode> callsOf(String number) {
        return api.list("/api/calls?caller=" + Api.escape(number));
    }

    JsonNode call(String id) {
        return api.get("/api/calls/" + id);
    }

    /** The newest call of that number, once it has ended. */
    JsonNode endedCall(String number) {
        return Until.holds(
                        "the call of " + number + " ends",
                        () -> callsOf(number),
                        calls -> !calls.isEmpty()
                                && !List.of("ringing", "talking")
                                        .contains(
                                                calls.getFirst().path("outcome").asString()))
                .getFirst();
    }

    /** Promises to that number in that state. */
    List<JsonNode> promises(String number, String state) {
        return api.list("/api/promises?state=" + state).stream()
                .filter(p -> number.equals(p.path("number").asString(null)))
                .toList();
    }

    JsonNode balance() {
        return api.get("/api/ledger/balance?from=2026-01-01&to=2028-01-01");
    }

    boolean registered(String extension) {
        return person(extension).path("registered").asBoolean();
    }

    JsonNode person(String extension) {
        return api.list("/api/people").stream()
                .filter(p -> p.path("extension").asString().equals(extension))
                .findFirst()
                .orElseThrow();
    }

    /** SIGTERM; gives the exit code. */
    int stop() {
        process.destroy();
        return exit();
    }

    /** SIGKILL. */
    void dies() {
        process.destroyForcibly();
        exit();
    }

    int exit() {
        return exit(process);
    }

    static int exit(Process process) {
        try {
            if (!process.waitFor(Until.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("it does not end");
            }
            return process.exitValue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            dies();
        }
        if (Boolean.getBoolean("proof.keep")) {
            System.err.println("kept: " + folder);
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
