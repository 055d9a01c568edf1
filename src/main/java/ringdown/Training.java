package ringdown;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A short run of the whole box on scratch data, so that the JVM can write its AOT cache (JEP 483, 514): starts, lets things settle,
 * stops in order.
 */
final class Training {
    private static final long SETTLE_NANOS = 3_000_000_000L;

    private Training() {}

    /** Returns the exit code. */
    static int run(List<String> arguments) throws StartFault, IOException {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("--http", "0", "--sip", freePort(), "--rtp", "40000-40099"));
        OptionReader reader = new OptionReader(all, Map.of());
        Optional<Options> options = reader.read();
        if (options.isEmpty()) {
            reader.faults().forEach(System.err::println);
            return 2;
        }
        try (Appliance box = Appliance.start(options.get(), System.err::println)) {
            LockSupport.parkNanos(SETTLE_NANOS);
            return box.readyLine().isEmpty() ? 1 : 0;
        }
    }

    /** A box may be running on the usual one. */
    private static String freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(any.getLocalPort());
        }
    }
}
