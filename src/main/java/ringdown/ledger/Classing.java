package ringdown.ledger;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.contacts.ClassLearning;
import ringdown.contacts.Contact;
import ringdown.contacts.Contacts;
import ringdown.number.Extension;
import ringdown.number.PhoneNumber;
import ringdown.office.CallerClass;
import ringdown.office.CallerClass.Obligation;
import ringdown.office.CurrentOffice;

/**
 * A person says what kind of caller that was: the call gets the class, its number learns it, and what is owed becomes what
 * such a caller is owed. Who has a class on their card keeps it: one key must not turn a client into somebody else. A wrong number says something
 * of the call and nothing of the caller, so it is never learned. Safe from any thread.
 */
public final class Classing {
    /** So many closed promises are looked through, newest first. */
    private static final int LOOKED_THROUGH = 500;

    private final CurrentOffice office;
    private final Ledger ledger;
    private final Contacts contacts;
    private final ClassLearning learning;
    private final OfficeClock clock;

    /** Statements about that ledger's calls. */
    public Classing(CurrentOffice office, Ledger ledger, Contacts contacts, ClassLearning learning, OfficeClock clock) {
        this.office = office;
        this.ledger = ledger;
        this.contacts = contacts;
        this.learning = learning;
        this.clock = clock;
    }

    /** One key of a telephone, during the talk or after it. The call as it stands then; empty without such a class or such a talk. */
    public Optional<CallEntry> byKey(Extension who, String key) {
        Optional<CallerClass> meant =
                office.get().classes().stream().filter(c -> key.equals(c.key())).findFirst();
        return meant.isEmpty()
                ? Optional.empty()
                : lastTalk(who).flatMap(call -> say(call, meant.get().name(), who.digits()));
    }

    /** The talk with somebody outside that this person is in, else the last one they had. */
    public Optional<CallEntry> lastTalk(Extension who) {
        return new RecentTalk(ledger, who).before(clock.now());
    }

    /**
     * What a person says of a call.
     *
     * @param callerClass a class of the office; null: what was said of this call is taken back
     * @param by an extension or an account
     */
    public Optional<CallEntry> say(CallEntry call, @Nullable String callerClass, String by) {
        Optional<CallEntry> now = ledger.describe(call.id(), callerClass == null ? "" : callerClass, null, null, null);
        if (now.isPresent()) {
            Optional<CallerClass> said = Optional.ofNullable(callerClass).flatMap(office.get()::callerClass);
            learn(now.get(), said, by);
            if (!hasOwnClass(now.get())) {
                if (said.isEmpty() || !said.get().owedNothing()) {
                    owedAgain(call, by);
                }
                boolean managed = parties(now.get()).stream().anyMatch(contact -> contact.manager() != null);
                owed(now.get())
                        .ifPresent(promise -> new Reclassed(office.get(), ledger, promise, managed)
                                .as(said.orElse(null), by, clock.now()));
            }
        }
        return now;
    }

    /** What a number has learned is taken back: whatever was closed by it is owed again. */
    public void undone(String callId, String by) {
        ledger.call(callId).ifPresent(call -> owedAgain(call, by));
    }

    /** A key pressed in error must lose no caller: what was closed since that call, because its class is owed nothing, is owed again. */
    private void owedAgain(CallEntry call, String by) {
        boolean nothing = Optional.ofNullable(call.callerClass())
                .flatMap(office.get()::callerClass)
                .filter(CallerClass::owedNothing)
                .isPresent();
        if (nothing) {
            ledger.promises(Promise.State.CLOSED.word(), LOOKED_THROUGH, null).items().stream()
                    .filter(promise -> isOf(call, promise))
                    .findFirst()
                    .ifPresent(promise -> ledger.reopen(promise.id(), by));
        }
    }

    private static boolean isOf(CallEntry call, Promise promise) {
        String number = number(call).map(PhoneNumber::e164).orElse(null);
        boolean same = promise.calls().contains(call.id())
                || (number != null && number.equals(promise.number()))
                || (call.contactId() != null && call.contactId().equals(promise.contactId()));
        return same && Reclassed.hasClosed(promise, call.startedAt());
    }

    private void learn(CallEntry call, Optional<CallerClass> said, String by) {
        Optional<PhoneNumber> number = number(call);
        if (said.isEmpty() || number.isEmpty() || !learnable(said.get()) || hasOwnClass(call)) {
            learning.forgetCall(call.id(), by, clock.now());
        } else {
            learning.classed(new ClassLearning.Classed(number.get(), said.get().name(), call.id(), by, clock.now()));
        }
    }

    /** Whoever dialled wrongly today may be a client tomorrow. */
    private static boolean learnable(CallerClass said) {
        return said.obligation() != Obligation.NONE || said.refuse();
    }

    private boolean hasOwnClass(CallEntry call) {
        return parties(call).stream().anyMatch(contact -> contact.callerClass() != null);
    }

    private List<Contact> parties(CallEntry call) {
        String contactId = call.contactId();
        if (contactId != null) {
            return contacts.get(contactId).map(contacts::withinFirm).stream().toList();
        }
        return number(call).map(contacts::calling).orElse(List.of());
    }

    /** What the call opened or joined, else what is owed to its party. */
    private Optional<Promise> owed(CallEntry call) {
        return Optional.ofNullable(call.promiseId())
                .flatMap(ledger::promiseById)
                .filter(promise -> promise.state().owed())
                .or(() -> ledger.owed(
                        call.contactId(), number(call).map(PhoneNumber::e164).orElse(null)));
    }

    /** Of whoever is outside; empty when hidden, or no number that can be called. */
    static Optional<PhoneNumber> number(CallEntry call) {
        String digits = call.direction() == Direction.OUT ? call.called() : call.callerNumber();
        return call.hidden()
                        || call.direction() == Direction.INTERNAL
                        || digits == null
                        || !digits.matches("\\+[1-9][0-9]{2,14}")
                ? Optional.empty()
                : Optional.of(new PhoneNumber(digits));
    }
}
