package ringdown.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringdown.contacts.ClassLearning;
import ringdown.contacts.Contact;
import ringdown.contacts.Contacts;
import ringdown.contacts.NameKey;
import ringdown.number.PhoneNumber;
import ringdown.office.CallerClass;
import ringdown.office.CurrentOffice;

/**
 * What the cards say of callers to whom something is owed (SITUATIONS 5): another class on a card is owed what that class is owed, and whom
 * a rule refuses by their card is owed nothing, whichever way the card got its class. Safe from any thread.
 */
final class CardClasses {
    /** A class that is put right later than this was no slip. */
    private static final Duration PUT_RIGHT_WITHIN = Duration.ofDays(1);

    private static final int LOOKED_THROUGH = 50;

    private final CurrentOffice office;
    private final Ledger ledger;
    private final Contacts contacts;
    private final ClassLearning learning;

    CardClasses(CurrentOffice office, Ledger ledger, Contacts contacts, ClassLearning learning) {
        this.office = office;
        this.ledger = ledger;
        this.contacts = contacts;
        this.learning = learning;
    }

    /** Somebody has written another class onto the card, or taken it off: promises and calls that go on follow. */
    void changed(Contact was, Contact card, String by, Instant now) {
        if (owedNothing(was) && !owedNothing(card)) {
            owedAgain(card, by, now);
        }
        List<Promise> owed = ledger.owed();
        List<CallEntry> live = ledger.live();
        Map<String, Contact> concerned = concerned(card, owed, live);
        for (Promise promise : owed) {
            Optional.ofNullable(concerned.get(String.valueOf(promise.contactId())))
                    .ifPresent(contact -> reclassed(promise, contact, by, now));
        }
        for (CallEntry call : live) {
            Optional.ofNullable(concerned.get(String.valueOf(call.contactId())))
                    .flatMap(this::named)
                    .ifPresent(said -> ledger.describe(call.id(), said.name(), null, null, null));
        }
    }

    /** Those of the card's class among whoever is owed something or on the telephone, by their ids. */
    private Map<String, Contact> concerned(Contact card, List<Promise> owed, List<CallEntry> live) {
        Set<String> ids = Stream.concat(
                        owed.stream().map(Promise::contactId), live.stream().map(CallEntry::contactId))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
        return contacts.all(ids).stream()
                .filter(contact -> hasItsClassFrom(card, contact))
                .collect(Collectors.toMap(Contact::id, contact -> contact));
    }

    private boolean owedNothing(Contact card) {
        return named(card).filter(CallerClass::owedNothing).isPresent();
    }

    /** The class was chosen in error: what was closed by it is owed again. */
    private void owedAgain(Contact card, String by, Instant now) {
        PromiseQuery closed = new PromiseQuery(Promise.State.CLOSED.word(), card.id(), Set.of(), LOOKED_THROUGH, null);
        ledger.promises(closed).items().stream()
                .filter(promise -> Reclassed.hasClosed(promise, now.minus(PUT_RIGHT_WITHIN)))
                .findFirst()
                .ifPresent(promise -> ledger.reopen(promise.id(), by));
    }

    /**
     * These cards have been written: what was promised before is not owed to whom all cards of the number refuse. What was agreed in a talk,
     * or promised to somebody of that class all the same (for a bad mark), stays.
     *
     * @param written ids of contacts
     */
    void refused(Set<String> written, String by, Instant now) {
        if (contacts.all(written).stream().noneMatch(this::isRefusedItself)) {
            return; // nearly always: nobody's promises have to be looked at
        }
        for (Promise promise : ledger.owed()) {
            List<Contact> parties = promise.matter().inTalk() ? List.of() : parties(promise);
            if (parties.stream().anyMatch(contact -> concerned(contact, written))
                    && parties.stream().allMatch(contact -> refusedSince(promise, contact))) {
                reclassed(promise, parties.getFirst(), by, now);
            }
        }
    }

    private boolean isRefusedItself(Contact card) {
        return Optional.ofNullable(card.callerClass())
                .flatMap(office.get()::callerClass)
                .filter(CallerClass::owedNothing)
                .isPresent();
    }

    /** Their card, or that of their firm. */
    private boolean concerned(Contact contact, Set<String> written) {
        String firm = contact.company();
        return written.contains(contact.id())
                || (firm != null && contacts.named(firm).stream().anyMatch(card -> written.contains(card.id())));
    }

    private boolean refusedSince(Promise promise, Contact contact) {
        return named(contact)
                .filter(one ->
                        one.owedNothing() && !one.name().equals(promise.matter().callerClass()))
                .isPresent();
    }

    private void reclassed(Promise promise, Contact contact, String by, Instant now) {
        CallerClass said = named(contact).or(() -> learned(promise.number())).orElse(null);
        boolean managed = contacts.withinFirm(contact).manager() != null;
        new Reclassed(office.get(), ledger, promise, managed).as(said, by, now);
    }

    /** The card is theirs, or that of their firm, and they have no class of their own. */
    private static boolean hasItsClassFrom(Contact card, Contact contact) {
        String firm = contact.company();
        return contact.id().equals(card.id())
                || (contact.callerClass() == null
                        && firm != null
                        && NameKey.of(firm).equals(NameKey.of(card.name())));
    }

    private Optional<CallerClass> named(Contact contact) {
        return Optional.ofNullable(contacts.withinFirm(contact).callerClass()).flatMap(office.get()::callerClass);
    }

    private Optional<CallerClass> learned(@Nullable String number) {
        return dialled(number).flatMap(learning::classOf).flatMap(office.get()::callerClass);
    }

    private Optional<Contact> party(@Nullable String contactId) {
        return Optional.ofNullable(contactId).flatMap(contacts::get);
    }

    private List<Contact> parties(Promise promise) {
        return promise.contactId() != null
                ? party(promise.contactId()).stream().toList()
                : dialled(promise.number()).map(contacts::find).orElse(List.of());
    }

    private static Optional<PhoneNumber> dialled(@Nullable String number) {
        return number == null || !number.matches("\\+[1-9][0-9]{2,14}")
                ? Optional.empty()
                : Optional.of(new PhoneNumber(number));
    }
}
