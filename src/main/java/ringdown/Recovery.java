package ringdown;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tinylog.Logger;
import ringdown.clock.OfficeClock;
import ringdown.ledger.CallEntry;
import ringdown.ledger.PromiseDraft;
import ringdown.office.Line;
import ringdown.office.Office;
import ringdown.office.Trunk;
import ringdown.store.Store;
import ringdown.switchboard.InterruptedPromise;

/** What a start does about the end before it: calls that were open end as interrupted, lines were deaf since the last evidence. */
final class Recovery {
    private Recovery() {}

    static void run(Store store, Office office, OfficeClock clock) {
        InterruptedPromise promise = new InterruptedPromise(office, store.contacts());
        List<CallEntry> interrupted = store.recover(ways(office), call -> draft(promise, call, clock.now()));
        interrupted.forEach(call -> Logger.info("call {} was interrupted", call.id()));
    }

    private static PromiseDraft draft(InterruptedPromise promise, CallEntry call, Instant now) {
        return promise.draft(call, now);
    }

    private static List<String> ways(Office office) {
        List<String> ways = new ArrayList<>();
        office.lines().stream().map(Line::port).forEach(port -> ways.add(port.toString()));
        office.trunks().stream().map(Trunk::name).forEach(ways::add);
        return ways;
    }
}
