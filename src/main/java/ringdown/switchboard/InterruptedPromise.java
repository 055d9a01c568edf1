package ringdown.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.contacts.Contact;
import ringdown.contacts.Contacts;
import ringdown.ledger.CallEntry;
import ringdown.ledger.Outcome;
import ringdown.ledger.PromiseDraft;
import ringdown.number.Extension;
import ringdown.number.PhoneNumber;
import ringdown.office.CallerClass;
import ringdown.office.Office;
import ringdown.routing.Answerable;

/** The promise to a caller who reached nobody and to whom none had been made: the box died meanwhile, or did not live. */
public final class InterruptedPromise {
    private final PromiseMaker maker;
    private final Office office;
    private final Contacts contacts;

    /** For calls of that office. */
    public InterruptedPromise(Office office, Contacts contacts) {
        this.maker = new PromiseMaker(office);
        this.office = office;
        this.contacts = contacts;
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
        String responsible = Answerable.of(office, Entrance.of(call.via(), call.called()), callerClass)
                .orElse(null);
        String owner = sender(call)
                .or(() ->
                        maker.owner(contact(call), responsible, owing.times(now).dueAt()))
                .map(Extension::digits)
                .orElse(null);
        return maker.draft(
                owing, call.callerNumber(), call.contactId(), owner, now, owing.times(now), null, Duration.ofDays(1));
    }

    /** Who had put the caller where they waited when the box died, parked or in an unanswered transfer (SITUATIONS 1). */
    private Optional<Extension> sender(CallEntry call) {
        return Optional.ofNullable(call.answeredBy())
                .filter(who -> call.outcome() == Outcome.RINGING && who.matches("[0-9]{1,8}"))
                .map(Extension::new)
                .filter(who -> office.person(who).isPresent());
    }

    /** Whose manager owes it: what the firm's card says counts for its people too. */
    private Optional<Contact> contact(CallEntry call) {
        PhoneNumber number = number(call.callerNumber());
        List<Contact> calling = number == null ? List.of() : contacts.calling(number);
        return Caller.managed(calling)
                .or(() -> Optional.ofNullable(call.contactId()).flatMap(contacts::get));
    }

    private @Nullable PhoneNumber number(@Nullable String written) {
        return written == null ? null : office.numberingPlan().parse(written).orElse(null);
    }
}
