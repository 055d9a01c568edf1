package ringdown;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringdown.clock.BoxClock;

/**
 * A short run of the whole box on scratch data, so that the JVM can write its AOT cache with classes and method profiles (JEP 483, 514,
 * 515): starts, rehearses a few calls, stops in order.
 */
final class Training {
    private static final int FAILED = 1;
    private static final int WRONG = 2;

    private Training() {}

    /** Returns the exit code. The cache is worth having even if the rehearsal did not go through. */
    static int run(List<String> arguments) throws StartFault, IOException {
        Path office = Files.createTempFile("rehearsal", ".yaml");
        try {
            Files.writeString(office, Rehearsal.OFFICE);
            return run(arguments, office);
        } finally {
            Files.deleteIfExists(office);
        }
    }

    private static int run(List<String> arguments, Path office) throws StartFault, IOException {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("--http", freePort(), "--sip", freePort(), "--rtp", "40000-40099"));
        all.addAll(List.of("--office", office.toString(), "--clock", "2026-11-23T10:00:00+02:00"));
        OptionReader reader = new OptionReader(all, Map.of());
        Optional<Options> options = reader.read();
        if (options.isEmpty()) {
            reader.faults().forEach(System.err::println);
            return WRONG;
        }
        Options chosen = options.get();
        try (Appliance box = Appliance.start(chosen, System.err::println);
                BoxClock clock = new BoxClock(() -> true)) {
            new Rehearsal(chosen.bind(), chosen.sip(), chosen.http(), clock).run();
            return 0;
        } catch (IOException broken) {
            System.err.println("the rehearsal did not go through: " + broken.getMessage());
            return FAILED;
        }
    }

    /** A box may be running on the usual one. */
    private static String freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return Integer.toString(any.getLocalPort());
        }
    }
}
