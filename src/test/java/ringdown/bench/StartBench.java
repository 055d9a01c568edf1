package ringdown.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ringdown.clock.OfficeClock;

/** From the start of the JVM to the ready line, built and with data present; reference: the same box without the start-up cache. */
record StartBench(OfficeClock clock) {
    private static final int RUNS = 7;
    private static final double WANTED = 3;
    private static final double IDLE_SECONDS = 10;

    void run(Launch launch) throws IOException {
        Path folder = Exchange.folder();
        List<Double> cached = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        List<Double> ratio = new ArrayList<>();
        List<Double> idle = new ArrayList<>();
        launch.box(folder, 50, true, "simulated").close();
        for (int i = 0; i < RUNS; i++) {
            try (Box box = launch.box(folder, 50, true, "simulated")) {
                cached.add(box.secondsToReady);
                cpu.add(box.cpuSeconds());
                if (i < 3) {
                    box.pass(5);
                    idle.add(box.idlePercent(IDLE_SECONDS));
                }
            }
            try (Box box = launch.box(folder, 50, false, "simulated")) {
                plain.add(box.secondsToReady);
            }
            ratio.add(cached.getLast() / plain.getLast());
        }
        Exchange.delete(folder);
        Table table = new Table("start: JVM start to ready line, simulated board, 50 people, data present");
        table.row("with start-up cache", cached, "s", WANTED);
        table.row("  its CPU time", cpu, "s", Double.NaN);
        table.row("without (reference)", plain, "s", Double.NaN);
        table.row("with / without, pair by pair", ratio, "", Double.NaN);
        table.row("idle afterwards, 4 simulated lines", idle, "% core", Double.NaN);
        table.print();
    }
}
