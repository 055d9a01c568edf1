package ringdown.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringdown.ledger.Balance;
import ringdown.ledger.CallEntry;
import ringdown.ledger.CallQuery;
import ringdown.ledger.Direction;
import ringdown.ledger.Ending;
import ringdown.ledger.Outcome;
import ringdown.ledger.Promise;
import ringdown.ledger.PromiseDraft;

/** Thousands of seeded random calls, talks, statements and postponements: the ledger adds up over any period at any moment. */
class BalanceTest {
    private static final int STEPS = 2500;

    @TempDir
    Path dir;

    private final Random random = new Random(20261122);
    private final List<String> open = new ArrayList<>();
    private final Map<String, Integer> who = new HashMap<>();

    @Test
    void addsUpOverAnyPeriodAtAnyMoment() throws StoreFault {
        Box box = Box.ready(dir, Box.MONDAY);
        for (int step = 0; step < STEPS; step++) {
            step(box);
            if (step % 50 == 0) {
                check(box, Box.MONDAY.plusSeconds(random.nextInt(400_000)));
                check(box, Instant.EPOCH);
            }
            if (step % 900 == 899) {
                Instant now = box.clock.now();
                open.forEach(who::remove);
                open.clear();
                box.close();
                box = Box.ready(dir, now);
                check(box, Instant.EPOCH);
            }
        }
        onePromiseForEachParty(box);
        box.close();
    }

    private void step(Box box) {
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> rings(box);
            case 3, 4, 5, 6 -> ends(box);
            case 7 -> speaks(box);
            case 8 -> states(box);
            default -> {
                box.clock.moveTo(box.clock.now().plusSeconds(random.nextInt(1200)));
                box.ledger.breakOverdue(box.clock.now());
            }
        }
    }

    private void rings(Box box) {
        int party = random.nextInt(12);
        Direction direction = Direction.values()[random.nextInt(5) % 3 == 0 ? 0 : random.nextInt(3)];
        String call = box.rings(direction, direction == Direction.IN ? "fxo:1" : "202", number(party));
        if (direction != Direction.INTERNAL && party % 3 == 0) {
            box.belongsTo(call, number(party), "c" + party % 6);
        }
        open.add(call);
        who.put(call, party);
    }

    private void ends(Box box) {
        if (open.isEmpty()) {
            return;
        }
        String call = open.remove(random.nextInt(open.size()));
        Outcome[] ends = {
            Outcome.TALKED, Outcome.TALKED, Outcome.GAVE_UP, Outcome.MESSAGE, Outcome.REFUSED, Outcome.FAILED
        };
        Outcome outcome = ends[random.nextInt(ends.length)];
        boolean settled = random.nextInt(5) > 0;
        PromiseDraft draft = random.nextInt(4) == 0 ? null : draft(box, call);
        box.ledger.close(
                call,
                new Ending(
                        outcome,
                        box.clock.now(),
                        "201",
                        1,
                        random.nextInt(40),
                        0,
                        0,
                        settled,
                        random.nextBoolean(),
                        null,
                        null,
                        draft));
    }

    private void speaks(Box box) {
        if (!open.isEmpty()) {
            String call = open.get(random.nextInt(open.size()));
            if (box.ledger.call(call).orElseThrow().direction() == Direction.IN) {
                box.ledger.promise(call, draft(box, call));
            }
        }
    }

    private void states(Box box) {
        List<Promise> owed = box.ledger.promises("owed", 500, null).items();
        if (owed.isEmpty()) {
            return;
        }
        String id = owed.get(random.nextInt(owed.size())).id();
        Instant now = box.clock.now();
        switch (random.nextInt(4)) {
            case 0 -> box.ledger.settle(id, true, "sms", "201", now, null);
            case 1 -> box.ledger.settle(id, false, "wrongNumber", "201", now, null);
            case 2 -> box.ledger.attempted(id, now);
            default -> box.ledger.postpone(id, now.plusSeconds(600), now.plusSeconds(900), "201");
        }
    }

    private PromiseDraft draft(Box box, String call) {
        CallEntry entry = box.ledger.call(call).orElseThrow();
        Instant now = box.clock.now();
        return new PromiseDraft(
                entry.callerNumber(), entry.contactId(), "201", now, now, now.plus(Duration.ofHours(1)), null);
    }

    private static String number(int party) {
        return "+3805011122" + (10 + party);
    }

    private void check(Box box, Instant from) {
        box.written();
        Instant to =
                from.equals(Instant.EPOCH) ? box.clock.now().plusSeconds(1) : from.plusSeconds(random.nextInt(90_000));
        Balance balance = box.ledger.balance(from, to, box.clock.now());
        assertThat(balance.balanced()).as("%s", balance).isTrue();
        assertThat(balance.promises().callsCovered()).isGreaterThanOrEqualTo(balance.promised());
        if (from.equals(Instant.EPOCH)) {
            assertThat(balance.in()).isEqualTo(countedOneByOne(box));
            assertThat(balance.promises().waiting() + balance.promises().overdue())
                    .isEqualTo(box.ledger.promises("owed", 500, null).items().size());
        }
    }

    private static int countedOneByOne(Box box) {
        int in = 0;
        String after = null;
        do {
            var page = box.ledger.calls(new CallQuery(null, null, null, null, null, null, null, 200, after));
            for (CallEntry call : page.items()) {
                in += call.direction() == Direction.IN ? 1 : 0;
                boolean owing = switch (call.outcome()) {
                    case MESSAGE, GAVE_UP, INTERRUPTED -> call.direction() == Direction.IN;
                    case TALKED -> call.direction() == Direction.IN && Boolean.FALSE.equals(call.settled());
                    default -> false;
                };
                assertThat(call.promiseId() != null || !owing).as("%s", call).isTrue();
            }
            after = page.next();
        } while (after != null);
        return in;
    }

    private static void onePromiseForEachParty(Box box) {
        List<Promise> owed = box.ledger.promises("owed", 500, null).items();
        assertThat(owed.stream().map(p -> p.contactId() == null ? p.number() : p.contactId()))
                .doesNotHaveDuplicates();
    }
}
