package ringdown.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Coverage-guided search (Jazzer) for octets that SIP or SDP cannot be read from as they should be. What it finds stands in
 * {@code target/fuzz} and goes on into {@code src/test/resources/ringdown/sip/finds}, where FuzzFindsTest reads it.
 */
final class FuzzBench {
    private static final String VERSION = "0.30.0";
    private static final Path FOLDER = Path.of("target", "fuzz");
    private static final List<String> TARGETS = List.of("SipFuzz", "SdpFuzz");

    private FuzzBench() {}

    /** RINGDOWN_FUZZ_SECONDS for each target, 60 if nothing is said. */
    static void run(Launch launch) throws IOException {
        String seconds = System.getenv().getOrDefault("RINGDOWN_FUZZ_SECONDS", "60");
        Files.createDirectories(FOLDER);
        if (!fetched()) {
            System.out.println("fuzz: left out, Jazzer " + VERSION + " cannot be had from the Maven repository");
            return;
        }
        for (String target : TARGETS) {
            Path corpus = Files.createDirectories(FOLDER.resolve(target + "-corpus"));
            seeds(corpus);
            System.out.println("fuzz: " + target + " for " + seconds + " s");
            int code = run(command(launch, target, corpus, seconds), FOLDER.resolve(target + ".log"));
            Files.readAllLines(FOLDER.resolve(target + ".log"), StandardCharsets.ISO_8859_1).stream()
                    .filter(line -> line.contains("Exception") || line.matches("#\\d+\\s+DONE.*|.*\tat ringdown.*"))
                    .limit(12)
                    .forEach(System.out::println);
            System.out.println("fuzz: " + target + (code == 0 ? " found nothing" : " FOUND: see " + FOLDER));
        }
    }

    private static boolean fetched() throws IOException {
        for (String artifact : List.of("jazzer", "jazzer-api")) {
            if (!Files.exists(FOLDER.resolve(artifact + "-" + VERSION + ".jar"))) {
                String wanted = "-Dartifact=com.code-intelligence:" + artifact + ":" + VERSION;
                run(
                        List.of("mvn", "-q", "-B", "dependency:copy", wanted, "-DoutputDirectory=" + FOLDER),
                        FOLDER.resolve("fetch.log"));
            }
        }
        return Files.exists(FOLDER.resolve("jazzer-" + VERSION + ".jar"));
    }

    /** The messages of the RFCs, and sentences of which most are made. */
    private static void seeds(Path corpus) throws IOException {
        Path texts = Path.of("src", "test", "resources", "ringdown", "sip", "torture");
        try (Stream<Path> files = Files.list(texts)) {
            for (Path file : files.toList()) {
                int n = 0;
                for (String part : Files.readString(file).split("(?m)^=== .*\n")) {
                    Files.writeString(corpus.resolve(file.getFileName() + "-" + n++), part.replace("\n", "\r\n"));
                }
            }
        }
    }

    private static List<String> command(Launch launch, String target, Path corpus, String seconds) {
        List<String> command =
                new ArrayList<>(List.of(launch.java(), "-Xmx512m", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", FOLDER + "/*:" + System.getProperty("java.class.path")));
        command.add("com.code_intelligence.jazzer.Jazzer");
        command.add("--target_class=ringdown.sip." + target);
        command.add("--instrumentation_includes=ringdown.sip.**:gov.nist.**");
        command.addAll(List.of("-max_total_time=" + seconds, "-rss_limit_mb=3000", "-artifact_prefix=" + FOLDER + "/"));
        command.add("--reproducer_path=" + FOLDER);
        command.add(corpus.toString());
        return command;
    }

    private static int run(List<String> command, Path log) throws IOException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
