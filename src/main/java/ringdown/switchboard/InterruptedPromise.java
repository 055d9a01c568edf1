package ringdown.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import ringdown.ledger.CallEntry;
import ringdown.ledger.PromiseDraft;
import ringdown.office.Office;
import ringdown.schedule.PromiseTimes;

/** The promise to a caller whose call was open when the box died, and to whom none had been made yet. */
public final class InterruptedPromise {
    private final PromiseMaker maker;
    private final Office office;
    private final Duration usual;

    /** {@code usual}: working time to call back within, for a caller of no class. */
    public InterruptedPromise(Office office, Duration usual) {
        this.maker = new PromiseMaker(office);
        this.office = office;
        this.usual = usual;
    }

    /** Reckoned from the moment at which the box is back: nobody could have called back before. */
    public PromiseDraft draft(CallEntry call, Instant now) {
        Duration within = Optional.ofNullable(call.callerClass())
                .flatMap(office::callerClass)
                .map(c -> c.callBackWithin())
                .orElse(usual);
        PromiseTimes times = maker.times(now, within);
        return maker.draft(call.callerNumber(), call.contactId(), Optional.empty(), null, now, times, null);
    }
}
