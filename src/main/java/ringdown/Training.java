package ringdown;

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
    static int run(List<String> arguments) throws StartFault {
        OptionReader reader = new OptionReader(arguments, Map.of());
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
}
