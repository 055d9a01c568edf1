package ringdown.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ringdown.clock.OfficeClock;

/** A program under test as a process: from its start to the first line it prints, and what the system knows of it. */
final class Box implements AutoCloseable {
    private final Process process;
    private final OfficeClock clock;
    final InetSocketAddress sip;
    final String firstLine;
    final double secondsToReady;

    private Box(Process process, InetSocketAddress sip, OfficeClock clock, String firstLine, double seconds) {
        this.process = process;
        this.sip = sip;
        this.clock = clock;
        this.firstLine = firstLine;
        this.secondsToReady = seconds;
    }

    /** Returns when it is ready. */
    static Box start(List<String> command, Path log, InetSocketAddress sip, OfficeClock clock) throws IOException {
        long begin = clock.nanos();
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        BufferedReader out = process.inputReader();
        String line = out.readLine();
        if (line == null) {
            throw new IOException("it did not start: " + Files.readString(log));
        }
        return new Box(process, sip, clock, line, (clock.nanos() - begin) / 1e9);
    }

    /** User and system time so far, of all threads that ever were; the kernel counts in steps of 10 ms. */
    double cpuSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
    }

    /** A line of /proc/PID/status in MB: VmRSS, RssAnon, RssFile. */
    double megabytes(String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToDouble(line -> Integer.parseInt(line.replaceAll("\\D", "")) / 1024.0)
                .findFirst()
                .orElseThrow();
    }

    /** Percent of one core over that time while nobody asks anything of it. */
    double idlePercent(double seconds) throws IOException {
        double before = cpuSeconds();
        long begin = clock.nanos();
        pass(seconds);
        return 100 * (cpuSeconds() - before) / ((clock.nanos() - begin) / 1e9);
    }

    void pass(double seconds) {
        long end = clock.nanos() + (long) (seconds * 1e9);
        while (end - clock.nanos() > 0) {
            java.util.concurrent.locks.LockSupport.parkNanos(end - clock.nanos());
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
