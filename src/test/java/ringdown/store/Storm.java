package ringdown.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import ringdown.ledger.CallEntry;
import ringdown.ledger.Direction;
import ringdown.ledger.Ending;
import ringdown.ledger.Identity;
import ringdown.ledger.Outcome;
import ringdown.ledger.Promise;
import ringdown.ledger.PromiseChange;
import ringdown.ledger.PromiseDraft;

/**
 * A process of its own in which calls rain: strangers, contacts and hidden numbers on many lines, who hang up, wait, talk, are called back.
 * Says on standard output what the ledger has acknowledged, until somebody kills it; having said the most that it may, it waits for that.
 * Arguments: folder, seed, first moment, calls, most lines.
 */
final class Storm {
    /** Lines that it may still say. */
    private static final AtomicInteger LEFT_TO_SAY = new AtomicInteger();

    private final Box box;
    private final Random random;
    private final List<String> open = new ArrayList<>();
    private int left;

    private Storm(Box box, long seed, int calls) {
        this.box = box;
        this.random = new Random(seed);
        this.left = calls;
    }

    public static void main(String[] args) throws Exception {
        Box box = Box.ready(Path.of(args[0]), Instant.parse(args[2]));
        LEFT_TO_SAY.set(Integer.parseInt(args[4]));
        say("ready");
        Storm storm = new Storm(box, Long.parseLong(args[1]), Integer.parseInt(args[3]));
        while (storm.left > 0 || !storm.open.isEmpty()) {
            storm.step();
        }
        say("over");
        box.close();
    }

    private static void say(String what) {
        System.out.println(what);
        System.out.flush();
        while (LEFT_TO_SAY.decrementAndGet() <= 0) {
            LockSupport.park();
        }
    }

    /** A disk that took longer than a call waits has not acknowledged anything yet: the box says so by its alarm. */
    private void acknowledged(String what) {
        while (!box.alarms.list(true).isEmpty()) {
            box.written();
        }
        say(what);
    }

    private void step() {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> rings();
            case 3, 4 -> ends();
            case 5 -> promises();
            case 6 -> people();
            default -> {
                box.clock.moveTo(box.clock.now().plusSeconds(random.nextInt(300)));
                box.ledger.breakOverdue(box.clock.now());
                say("now " + box.clock.now());
            }
        }
    }

    private void rings() {
        if (left == 0 || open.size() > 30) {
            return;
        }
        left--;
        int party = random.nextInt(60);
        Direction direction = random.nextInt(5) == 0 ? Direction.OUT : Direction.IN;
        String number = party == 0 ? null : "+3806711%05d".formatted(party);
        String call = box.rings(direction, direction == Direction.IN ? "fxo:" + random.nextInt(9) : "201", number);
        if (direction == Direction.OUT || party % 4 == 1) {
            String contact = party % 4 == 1 ? "c" + party / 8 : null;
            box.ledger.identified(call, new Identity(number, null, number == null, contact, contact, null));
        }
        open.add(call);
        acknowledged("opened " + call + " " + direction);
    }

    private void ends() {
        if (open.isEmpty()) {
            return;
        }
        String id = open.remove(random.nextInt(open.size()));
        CallEntry call = box.ledger.call(id).orElseThrow();
        Outcome[] ends = {Outcome.GAVE_UP, Outcome.GAVE_UP, Outcome.MESSAGE, Outcome.TALKED, Outcome.REFUSED};
        Outcome outcome = ends[random.nextInt(ends.length)];
        if (call.direction() == Direction.OUT && outcome != Outcome.TALKED) {
            outcome = random.nextBoolean() ? Outcome.BUSY : Outcome.NOT_ANSWERED;
        }
        boolean settled = random.nextInt(6) > 0;
        double talk = outcome == Outcome.TALKED ? random.nextInt(60) : 0;
        PromiseDraft draft = random.nextInt(8) == 0 ? null : draft(call.callerNumber(), call.contactId());
        box.ledger.close(
                id,
                new Ending(
                        outcome,
                        box.clock.now(),
                        talk > 0 ? "201" : null,
                        3,
                        talk,
                        0,
                        0,
                        settled,
                        random.nextInt(4) > 0,
                        null,
                        null,
                        draft));
        acknowledged("closed " + id + " " + outcome);
    }

    private void promises() {
        if (!open.isEmpty()) {
            CallEntry call =
                    box.ledger.call(open.get(random.nextInt(open.size()))).orElseThrow();
            if (call.direction() == Direction.IN) {
                Promise promise = box.ledger.promise(call.id(), draft(call.callerNumber(), call.contactId()));
                acknowledged("promised " + call.id() + " " + promise.id());
            }
        }
    }

    private void people() {
        List<Promise> owed = box.ledger.owed();
        if (owed.isEmpty()) {
            return;
        }
        String id = owed.get(random.nextInt(owed.size())).id();
        Instant now = box.clock.now();
        switch (random.nextInt(4)) {
            case 0 -> {
                box.ledger.settle(id, true, "sms", "201", now, null);
                acknowledged("settled " + id);
            }
            case 1 -> box.ledger.change(id, new PromiseChange.Tried(), "201");
            case 2 -> box.ledger.change(id, new PromiseChange.OwnerMoved("202", "ill"), "box");
            default -> box.ledger.postpone(id, now.plusSeconds(900), now.plusSeconds(1800), "201");
        }
    }

    private PromiseDraft draft(@Nullable String number, @Nullable String contact) {
        Instant now = box.clock.now();
        return new PromiseDraft(number, contact, "201", now, now, now.plus(Duration.ofHours(1)), null);
    }
}
