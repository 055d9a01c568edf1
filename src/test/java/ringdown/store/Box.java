package ringdown.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.Patience;
import ringdown.clock.BoxClock;
import ringdown.clock.OfficeClock;
import ringdown.ledger.CallEntry;
import ringdown.ledger.CallOpened;
import ringdown.ledger.Direction;
import ringdown.ledger.Ending;
import ringdown.ledger.Identity;
import ringdown.ledger.Ledger;
import ringdown.ledger.Outcome;
import ringdown.ledger.PromiseDraft;
import ringdown.notice.Alarms;
import ringdown.notice.Notices;

/** A box with only its memory, on a real folder, for tests. */
final class Box implements AutoCloseable {
    static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    static final String LILY = "+380501112233";

    final BoxClock clock;
    final Notices notices = new Notices();
    final Alarms alarms = new Alarms(notices);
    final Store store;
    final Ledger ledger;

    Box(Path dir, Instant start) throws StoreFault {
        clock = new BoxClock(() -> true, start);
        store = Store.open(dir, clock, notices, alarms, Patience.LONG);
        ledger = store.ledger();
    }

    /** Whose calls wait no longer for the disk than those of a box that runs, by a clock of the test's own. */
    Box(Path dir, BoxClock clock, OfficeClock seen) throws StoreFault {
        this.clock = clock;
        store = Store.open(dir, seen, notices, alarms);
        ledger = store.ledger();
        store.ready();
    }

    /** As after a start: recovered and ready. */
    static Box ready(Path dir, Instant start) throws StoreFault {
        Box box = new Box(dir, start);
        box.recover();
        box.store.ready();
        return box;
    }

    List<CallEntry> recover() {
        return store.recover(List.of("fxo:1"), call -> draft(call.callerNumber(), call.contactId(), clock.now()));
    }

    String rings(@Nullable String number) {
        return rings(Direction.IN, "fxo:1", number);
    }

    String rings(Direction direction, String via, @Nullable String number) {
        String id = store.ids().next();
        boolean in = direction == Direction.IN;
        ledger.open(new CallOpened(
                id, clock.now(), direction, via, in ? "+380441230001" : number, in ? number : null, null, false, null));
        return id;
    }

    void belongsTo(String call, String number, String contact) {
        ledger.identified(call, new Identity(number, null, false, contact, "ТОВ «Лілія»", "client"));
    }

    static PromiseDraft draft(@Nullable String number, @Nullable String contact, Instant at) {
        return new PromiseDraft(number, contact, "201", at, at, at.plus(Duration.ofHours(1)), null);
    }

    void gaveUp(String call, @Nullable String number) {
        end(call, Outcome.GAVE_UP, 0, false, draft(number, null, clock.now()));
    }

    void talked(String call, double seconds) {
        end(call, Outcome.TALKED, seconds, true, null);
    }

    void end(String call, Outcome outcome, double talk, boolean bothVoices, @Nullable PromiseDraft promise) {
        ledger.close(
                call,
                new Ending(
                        outcome,
                        clock.now(),
                        talk > 0 ? "201" : null,
                        5,
                        talk,
                        0,
                        0,
                        true,
                        bothVoices,
                        null,
                        null,
                        promise));
    }

    /** All that was asked for is on disk, however slow it is. */
    void written() {
        store.contacts().delete("nobody");
    }

    @Override
    public void close() {
        store.close();
        notices.close();
        clock.close();
    }
}
