package ringdown.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.ledger.CallEntry;
import ringdown.ledger.PromiseDraft;
import ringdown.number.Extension;
import ringdown.number.PhoneNumber;
import ringdown.office.CallerClass;
import ringdown.office.Office;

/** The promise to a caller who reached nobody and to whom none had been made: the box died meanwhile, or did not live. */
public final class InterruptedPromise {
    private final PromiseMaker maker;
    private final Office office;

    /** For calls of that office. */
    public InterruptedPromise(Office office) {
        this.maker = new PromiseMaker(office);
        this.office = office;
    }

    /** Reckoned from the moment at which the box is back: nobody could have called back before. */
    public PromiseDraft draft(CallEntry call, Instant now) {
        CallerClass callerClass = Optional.ofNullable(call.callerClass())
                .flatMap(office::callerClass)
                .orElse(null);
        Owing owing = new Owing(
                office,
                Entrance.hours(office, call.via(), call.called()),
                callerClass,
                call.contactId() != null,
                number(call.callerNumber()));
        String responsible = callerClass == null ? null : callerClass.responsible();
        String owner = maker.owner(Optional.empty(), responsible, now)
                .map(Extension::digits)
                .orElse(null);
        return maker.draft(
                owing, call.callerNumber(), call.contactId(), owner, now, owing.times(now), null, Duration.ofDays(1));
    }

    private @Nullable PhoneNumber number(@Nullable String written) {
        return written == null ? null : office.numberingPlan().parse(written).orElse(null);
    }
}
