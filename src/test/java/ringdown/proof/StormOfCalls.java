package ringdown.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Callers on copper and over a trunk, people who lift, refuse, ignore or dial out, all at random, until the box is gone or the callers
 * have had enough. Remembers whom the box has told that it rings.
 */
final class StormOfCalls {
    private final Box box;
    private final Trunk provider;
    private final List<SwiftPhone> phones;
    private final Map<String, AtomicInteger> reached = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> made = new ConcurrentHashMap<>();
    private volatile boolean over;

    StormOfCalls(Box box, Trunk provider, List<SwiftPhone> phones) {
        this.box = box;
        this.provider = provider;
        this.phones = phones;
    }

    /** Calls of each number of which the box has said that it rings or answers. */
    int reached(String number) {
        return reached.getOrDefault(number, new AtomicInteger()).get();
    }

    int made(String number) {
        return made.getOrDefault(number, new AtomicInteger()).get();
    }

    int made() {
        return made.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    List<String> numbers() {
        return List.copyOf(made.keySet());
    }

    /** One stretch of it: {@code calls} over the trunk, or fewer if {@code plug} (the box dies) is over first. */
    void rages(long seed, int calls, Runnable plug) {
        over = false;
        AtomicInteger left = new AtomicInteger(calls);
        List<Thread> all = new ArrayList<>();
        Random random = new Random(seed);
        for (int i = 0; i < 6; i++) {
            Random own = new Random(random.nextLong());
            all.add(Thread.ofPlatform().start(() -> callers(own, left)));
        }
        for (int n = 1; n <= 2; n++) {
            Random own = new Random(random.nextLong());
            Line line = box.line(n);
            all.add(Thread.ofPlatform().start(() -> onCopper(line, own)));
        }
        for (SwiftPhone phone : phones) {
            Random own = new Random(random.nextLong());
            all.add(Thread.ofPlatform().start(() -> person(phone, own)));
        }
        Random own = new Random(random.nextLong());
        all.add(Thread.ofPlatform().start(() -> abroad(own)));
        try {
            plug.run();
        } finally {
            over = true;
        }
        all.forEach(StormOfCalls::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void millis(Random random, int most) {
        LockSupport.parkNanos(1_000_000L * random.nextInt(most));
    }

    private void callers(Random random, AtomicInteger left) {
        while (!over && left.decrementAndGet() >= 0) {
            String number = random.nextInt(12) == 0 ? "+380501112233" : "+38067146%04d".formatted(random.nextInt(60));
            made.computeIfAbsent(number, any -> new AtomicInteger()).incrementAndGet();
            SipCall call = provider.calls(Trunk.Shown.as(number), random.nextBoolean() ? "0441230004" : "0441230003");
            millis(random, 900);
            call.hangsUp();
            for (int i = 0; i < 40 && !call.over() && !over; i++) {
                LockSupport.parkNanos(50_000_000);
            }
            if (call.reached()) {
                reached.computeIfAbsent(number, any -> new AtomicInteger()).incrementAndGet();
            }
            call.close();
        }
    }

    private void onCopper(Line line, Random random) {
        try {
            while (!over) {
                String number = "+38067147%04d".formatted(random.nextInt(10_000));
                line.rings(number, "etsi-before-ring");
                made.computeIfAbsent(number, any -> new AtomicInteger()).incrementAndGet();
                millis(random, 2500);
                line.hangsUp(random.nextBoolean() ? "busyTone" : "loopBreak");
                millis(random, 500);
            }
        } catch (RuntimeException | AssertionError died) {
            // with the box its lines are gone
        }
    }

    private void person(SwiftPhone phone, Random random) {
        while (!over) {
            SipCall call = phone.isRungNow();
            if (call == null) {
                if (random.nextInt(60) == 0) {
                    SipCall out = phone.dials("0671480000");
                    millis(random, 700);
                    out.hangsUp();
                }
                LockSupport.parkNanos(20_000_000);
                continue;
            }
            millis(random, 200);
            switch (random.nextInt(6)) {
                case 0 -> call.refuses(486);
                case 1 -> millis(random, 300); // does not hear it
                default -> {
                    call.lifts();
                    millis(random, 500);
                    call.hangsUp();
                }
            }
        }
    }

    /** Whoever the office calls. */
    private void abroad(Random random) {
        while (!over) {
            SipCall call = provider.isCalledNow();
            if (call == null) {
                LockSupport.parkNanos(20_000_000);
            } else if (random.nextBoolean()) {
                call.lifts();
                millis(random, 400);
                call.hangsUp();
            } else {
                call.refuses(486);
            }
        }
    }
}
