package ringdown.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import ringdown.clock.OfficeClock;

/** Resident memory with 50 registered telephones, and what calls add to it. */
record MemoryBench(OfficeClock clock) {
    private static final int RUNS = 3;
    private static final int PHONES = 50;
    private static final int CALLS = 500;
    private static final double WANTED = 200;

    void run(Launch launch) throws IOException {
        List<Double> registered = new ArrayList<>();
        List<Double> anonymous = new ArrayList<>();
        List<Double> afterCalls = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            try (Exchange exchange = new Exchange(launch, PHONES, List.of(), clock)) {
                exchange.box.pass(3);
                registered.add(exchange.box.megabytes("VmRSS"));
                anonymous.add(exchange.box.megabytes("RssAnon"));
                for (int i = 0; i < CALLS; i++) {
                    exchange.callAndHangUp(i % (PHONES / 2));
                }
                afterCalls.add(exchange.box.megabytes("VmRSS"));
            }
        }
        Table table = new Table("memory: resident, no board");
        table.row(PHONES + " telephones registered", registered, "MB", WANTED);
        table.row("  of it not backed by files", anonymous, "MB", Double.NaN);
        table.row("after " + CALLS + " calls more", afterCalls, "MB", WANTED);
        table.print();
    }
}
