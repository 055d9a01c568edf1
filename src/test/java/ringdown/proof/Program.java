package ringdown.proof;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The product as a program, in a jar as it is shipped. A whole run starts hundreds of boxes, which is half of its work: from the few first
 * starts on, a cache of loaded and linked classes (JEP 483, JEP 514) is made beside the proofs, and later starts take two thirds of the
 * time.
 */
final class Program {
    private static final int WORTH_A_CACHE = 4;
    private static final Path FOLDER = Path.of("target", "program");
    private static final Path CACHE = FOLDER.resolve("classes.aot");
    private static final AtomicInteger STARTS = new AtomicInteger();
    private static final String CLASS_PATH = classPath();
    private static volatile boolean cached;

    private Program() {}

    /** The words that start it; its own arguments come after them. */
    static List<String> command() {
        if (STARTS.incrementAndGet() == WORTH_A_CACHE) {
            Thread.ofPlatform().daemon().name("class cache").start(Program::cache);
        }
        return command(cached ? "-XX:AOTCache=" + CACHE.toAbsolutePath() : "-Xshare:auto");
    }

    private static List<String> command(String option) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xlog:disable",
                "-Xlog:all=warning:stderr",
                option,
                "-cp",
                CLASS_PATH,
                "ringdown.Main");
    }

    /** Everything the product needs, nothing of the tests. */
    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .map(entry -> entry.endsWith("classes") ? jar(Path.of(entry)).toString() : entry)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path jar(Path classes) {
        try (Stream<Path> files = Files.walk(classes)) {
            Files.createDirectories(FOLDER);
            Files.deleteIfExists(CACHE);
            Path jar = FOLDER.resolve("ringdown.jar").toAbsolutePath();
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                    Files.copy(file, (OutputStream) out);
                }
            }
            return jar;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** One start whose classes are kept. Without it the proofs only take longer. */
    private static void cache() {
        try {
            Path out = Files.createFile(
                    FOLDER.resolve("training-" + ProcessHandle.current().pid()));
            List<String> command = new ArrayList<>(command("-XX:AOTCacheOutput=" + CACHE.toAbsolutePath()));
            int rtp = Ports.run(10);
            command.addAll(List.of(
                    "run", "--data", FOLDER.resolve(out.getFileName() + "-data").toString()));
            command.addAll(List.of("--http", "0", "--sip", "" + Ports.free(), "--rtp", rtp + "-" + (rtp + 9)));
            command.addAll(List.of("--clock", "2026-11-23T10:00:00+02:00"));
            Process training = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(training::destroyForcibly));
            Until.holds(
                    "ready",
                    Duration.ofSeconds(150),
                    () -> Box.read(out),
                    said -> said.startsWith("ringdown ready") || !training.isAlive());
            training.destroy();
            training.waitFor();
            cached = Files.exists(CACHE);
        } catch (IOException | InterruptedException | AssertionError left) {
            System.err.println("no cache of classes: " + left);
        }
    }
}
