package ringdown.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ringdown.clock.BoxClock;

/** {@code ./ringdown bench [name …]}: start, setup, memory, media, channel, machines, routing, ledger, year, fuzz; without a name all of them. Started by the launcher, which says how a box is run. */
public final class Bench {
    private Bench() {}

    /** One benchmark; prints its table itself. */
    interface Work {
        void run(Launch launch) throws IOException;
    }

    /** Exit code 0 when all ran, whatever the figures; 2 for a wrong name. */
    public static void main(String[] names) throws IOException {
        Map<String, Work> all = new LinkedHashMap<>();
        try (BoxClock clock = new BoxClock(() -> true)) {
            all.put("start", new StartBench(clock)::run);
            all.put("setup", new SetupBench(clock)::run);
            all.put("memory", new MemoryBench(clock)::run);
            all.put("media", new MediaBench(clock)::run);
            all.put("channel", new ChannelBench()::run);
            all.put("machines", new MachinesBench()::run);
            all.put("routing", new RoutingBench(clock)::run);
            all.put("ledger", new LedgerBench(clock)::run);
            all.put("year", new YearBench(clock)::run);
            all.put("fuzz", FuzzBench::run);
            List<String> wanted = new ArrayList<>(names.length == 0 ? all.keySet() : List.of(names));
            wanted.removeAll(all.keySet());
            if (!wanted.isEmpty()) {
                System.err.println(wanted + ": there is no such benchmark; there are " + all.keySet());
                System.exit(2);
            }
            Launch launch = Launch.here(clock);
            System.out.println(machine());
            for (String name : names.length == 0 ? all.keySet() : List.of(names)) {
                System.out.println();
                java.util.Objects.requireNonNull(all.get(name)).run(launch);
            }
        }
        System.exit(0);
    }

    private static String machine() throws IOException {
        String processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.replaceAll("^.*: ", ""))
                .findFirst()
                .orElse("unknown processor");
        String load = Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
        return "%d cores of %s, JDK %s, load average before: %s (what else runs here disturbs times; CPU figures less)"
                .formatted(Runtime.getRuntime().availableProcessors(), processor, Runtime.version(), load);
    }
}
