package ringdown;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.tinylog.Logger;

/**
 * The program: reads options, starts the box, waits for the signal to stop. Exit codes: 0 stopped in order, 2 wrong options or office file,
 * 3 in use, 70 a fault of the program itself.
 */
public final class Main {
    private static final int WRONG = 2;
    /** EX_SOFTWARE of sysexits.h. */
    private static final int BUG = 70;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    private Main() {}

    /** {@code run} and {@code train} are the commands; the launcher explains them. */
    public static void main(String[] arguments) throws Exception {
        System.exit(ending(new Main(), Arrays.asList(arguments)));
    }

    /** A thread that a part has left behind must not keep a program alive that serves nobody: the service would not start it again. */
    private static int ending(Main main, List<String> arguments) throws Exception {
        try {
            return main.command(arguments);
        } catch (RuntimeException | Error bug) {
            Logger.error(bug, "the box could not start");
            main.err.println("the box could not start: " + bug);
            return BUG;
        }
    }

    private int command(List<String> arguments) throws Exception {
        String command = arguments.isEmpty() ? "run" : arguments.getFirst();
        List<String> rest = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
        if (rest.contains("--help")) {
            err.println(HELP);
            return 0;
        }
        return switch (command) {
            case "run" -> run(rest);
            case "train" -> Training.run(rest);
            default -> {
                err.println(command + ": there is no such command");
                yield WRONG;
            }
        };
    }

    private int run(List<String> arguments) throws InterruptedException {
        OptionReader reader = new OptionReader(arguments, System.getenv());
        Optional<Options> options = reader.read();
        if (options.isEmpty()) {
            reader.faults().forEach(err::println);
            return WRONG;
        }
        try {
            Appliance box = Appliance.start(options.get(), err::println);
            stopOnSignal(box);
            out.println(box.readyLine());
        } catch (StartFault fault) {
            fault.lines().forEach(err::println);
            return fault.exitCode();
        }
        new CountDownLatch(1).await();
        return 0;
    }

    /** The JVM would exit with 143 after SIGTERM; a box that has stopped in order exits with 0. */
    private static void stopOnSignal(Appliance box) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            box.close();
            Runtime.getRuntime().halt(0);
        }));
    }

    private static final String HELP = """
            usage: ./ringdown run [options]         (each also as an environment variable, RINGDOWN_HTTP for --http)
              --data DIR        all state: database, recordings, messages, prompts   (./data)
              --office FILE     office file for an empty DIR                         (the demo office)
              --board NAME      simulated, oak, oak8x, modem:DEVICE (repeatable), none (simulated)
              --bind ADDR       address for SIP, RTP and web                         (127.0.0.1)
              --http PORT       web                                                  (8080)
              --sip PORT        SIP, UDP and TCP                                     (5060)
              --rtp FROM-TO     sound                                                (10000-10999)
              --clock INSTANT   wall time to start at, 2026-11-21T15:30:00+02:00     (the real time)""";
}
