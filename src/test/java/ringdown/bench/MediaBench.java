package ringdown.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ringdown.PlainPhone;
import ringdown.clock.OfficeClock;

/** CPU time of bridged calls; reference: a plain relay of the same streams as a process of its own, turn by turn with the box. */
record MediaBench(OfficeClock clock) {
    private static final int RUNS = 3;
    private static final int CALLS = 20;
    private static final int SECONDS = 10;
    private static final double WANTED = 10;

    void run(Launch launch) throws IOException {
        List<Double> box = new ArrayList<>();
        List<Double> relay = new ArrayList<>();
        List<Double> ratio = new ArrayList<>();
        List<Double> lost = new ArrayList<>();
        List<Double> idle = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            try (Streams streams = new Streams(2 * CALLS, clock)) {
                box.add(throughBox(launch, streams, idle));
                lost.add(streams.lostPercent());
            }
            try (Streams streams = new Streams(2 * CALLS, clock)) {
                relay.add(throughRelay(launch, streams));
            }
            ratio.add(box.getLast() / relay.getLast());
        }
        Table table = new Table("media: " + CALLS + " bridged calls, G.711 A-law, 50 packets a second each way, "
                + SECONDS + " s a run");
        table.row("the box", box, "% core", WANTED);
        table.row("  idle before", idle, "% core", Double.NaN);
        table.row("  packets lost", lost, "%", Double.NaN);
        table.row("plain NIO relay (reference)", relay, "% core", Double.NaN);
        table.row("box / relay, pair by pair", ratio, "", Double.NaN);
        table.print();
    }

    private double throughBox(Launch launch, Streams streams, List<Double> idle) throws IOException {
        try (Exchange exchange = new Exchange(launch, 2 * CALLS, streams.ports(), clock)) {
            exchange.box.pass(3);
            idle.add(exchange.box.idlePercent(5));
            InetSocketAddress[] to = new InetSocketAddress[2 * CALLS];
            for (int i = 0; i < CALLS; i++) {
                PlainPhone.Talk talk = exchange.phones.get(i).call("" + (2000 + CALLS + i));
                to[i] = at(talk.soundPort());
                to[CALLS + i] = at(exchange.phones.get(CALLS + i).rung().soundPort());
            }
            return percent(exchange.box, streams, Arrays.asList(to));
        }
    }

    private double throughRelay(Launch launch, Streams streams) throws IOException {
        var command = new ArrayList<>(launch.command(false));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), PlainRelay.class.getName()));
        streams.ports().forEach(port -> command.add(port.toString()));
        var folder = Exchange.folder();
        try (Box relay = Box.start(command, folder.resolve("log"), at(0), clock)) {
            List<InetSocketAddress> to = Arrays.stream(relay.firstLine.split(" "))
                    .map(port -> at(Integer.parseInt(port)))
                    .toList();
            return percent(relay, streams, to);
        } finally {
            Exchange.delete(folder);
        }
    }

    /** Warms up for half the time. */
    private double percent(Box box, Streams streams, List<InetSocketAddress> to) throws IOException {
        streams.send(to, SECONDS / 2);
        double before = box.cpuSeconds();
        long begin = clock.nanos();
        streams.send(to, SECONDS);
        return 100 * (box.cpuSeconds() - before) / ((clock.nanos() - begin) / 1e9);
    }

    private static InetSocketAddress at(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
