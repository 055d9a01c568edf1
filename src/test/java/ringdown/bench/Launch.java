package ringdown.bench;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ringdown.clock.OfficeClock;

/**
 * How the launcher runs a box, told by it in system properties, so that the figures are of the same flags.
 *
 * @param java program
 * @param flags for every box
 * @param cache start-up cache
 */
record Launch(String java, List<String> flags, Path cache, OfficeClock clock) {
    static Launch here(OfficeClock clock) {
        String flags = System.getProperty("ringdown.flags", "-XX:+UseSerialGC");
        Path cache = Path.of(System.getProperty("ringdown.aot", "target/ringdown.aot"));
        return new Launch(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                List.of(flags.split(" ")),
                cache.toAbsolutePath(),
                clock);
    }

    List<String> command(boolean cached) {
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(flags);
        if (cached && Files.exists(cache)) {
            command.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:aot*=off"));
        }
        return command;
    }

    /** A box without a board on that data. */
    Box box(Path data, int phones) throws IOException {
        return box(data, phones, true, "none");
    }

    Box box(Path data, int phones, boolean cached, String board) throws IOException {
        return start(data, Exchange.office(phones), cached, board, List.of());
    }

    /** A box with the simulated board whose clock stands at that moment. */
    Box box(Path data, String office, Instant now) throws IOException {
        return start(data, office, true, "simulated", List.of("--clock", now.toString()));
    }

    private Box start(Path data, String office, boolean cached, String board, List<String> more) throws IOException {
        int sip = freePort();
        List<String> command = command(cached);
        command.addAll(List.of("-jar", "target/ringdown.jar", "run"));
        command.addAll(List.of("--data", data.resolve("state").toString(), "--board", board));
        command.addAll(List.of("--http", "0", "--sip", Integer.toString(sip), "--rtp", range(sip)));
        command.addAll(more);
        if (!Files.exists(data.resolve("state"))) {
            Files.createDirectories(data.resolve("state"));
            Files.writeString(data.resolve("office.yaml"), office);
            command.addAll(List.of("--office", data.resolve("office.yaml").toString()));
        }
        return Box.start(
                command, data.resolve("log"), new InetSocketAddress(InetAddress.getLoopbackAddress(), sip), clock);
    }

    /** 400 ports below those that the system gives out; which ones follows from a port that is ours alone. */
    private static String range(int own) {
        int from = 12_000 + own % 50 * 400;
        return from + "-" + (from + 399);
    }

    private static int freePort() throws IOException {
        try (DatagramSocket any = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return any.getLocalPort();
        }
    }
}
