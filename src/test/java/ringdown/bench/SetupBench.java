package ringdown.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import ringdown.clock.OfficeClock;

/** Call set-up telephone to telephone: the INVITE that proves itself goes in, the INVITE to the other telephone comes out. */
record SetupBench(OfficeClock clock) {
    private static final int RUNS = 3;
    private static final int PHONES = 50;
    private static final int COLD = 50;
    private static final int WARM_UP = 500;
    private static final int CALLS = 500;
    private static final double WANTED = 20;

    void run(Launch launch) throws IOException {
        List<Double> first = new ArrayList<>();
        List<List<Double>> cold = new ArrayList<>();
        List<List<Double>> warm = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        List<Double> echo = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            try (Exchange exchange = new Exchange(launch, PHONES, List.of(), clock)) {
                List<Double> early = calls(exchange, COLD);
                first.add(early.getFirst());
                cold.add(early);
                calls(exchange, WARM_UP);
                double before = exchange.box.cpuSeconds();
                warm.add(calls(exchange, CALLS));
                cpu.add(1000 * (exchange.box.cpuSeconds() - before) / CALLS);
                echo.add(1000 * Loopback.p50(CALLS, clock));
            }
        }
        Table table = new Table(
                "setup: INVITE in to INVITE out, one call after another, ledger entry on disk before, seen from outside");
        table.row("the very first call", first, "ms", Double.NaN);
        table.row("first " + COLD + " calls, p50", percentiles(cold, 50), "ms", Double.NaN);
        table.row("first " + COLD + " calls, p95", percentiles(cold, 95), "ms", WANTED);
        table.row("after " + WARM_UP + " more, " + CALLS + " calls, p50", percentiles(warm, 50), "ms", Double.NaN);
        table.row("after " + WARM_UP + " more, " + CALLS + " calls, p95", percentiles(warm, 95), "ms", WANTED);
        table.row("  CPU time of the box for a call, all of it", cpu, "ms", Double.NaN);
        table.row("a datagram there and back, p50 (reference)", echo, "ms", Double.NaN);
        table.print();
    }

    private static List<Double> calls(Exchange exchange, int count) throws IOException {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            millis.add(1000 * exchange.callAndHangUp(i % (PHONES / 2)));
        }
        return millis;
    }

    private static List<Double> percentiles(List<List<Double>> runs, double percent) {
        return runs.stream().map(run -> Table.percentile(run, percent)).toList();
    }
}
