package ringdown.ledger;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ringdown.clock.OfficeClock;
import ringdown.contacts.ClassLearning;
import ringdown.contacts.Contact;
import ringdown.contacts.ContactBook;
import ringdown.contacts.Contacts;
import ringdown.number.PhoneNumber;
import ringdown.office.CurrentOffice;

/**
 * Strangers become contacts, and two cards one: whatever the ledger has of them goes along, so that nothing is told twice and nothing
 * is owed twice (SITUATIONS 8). Safe from any thread.
 */
public final class Acquaintance {
    private final CurrentOffice office;
    private final Ledger ledger;
    private final Contacts contacts;
    private final ClassLearning learning;
    private final OfficeClock clock;
    private final CardClasses classes;

    public Acquaintance(
            CurrentOffice office, Ledger ledger, Contacts contacts, ClassLearning learning, OfficeClock clock) {
        this.clock = clock;
        this.classes = new CardClasses(office, ledger, contacts, learning);
        this.office = office;
        this.ledger = ledger;
        this.contacts = contacts;
        this.learning = learning;
    }

    /** The caller of the call as a new contact: with the number, and with the name and class that are known of it. */
    public Contact draft(CallEntry call) {
        Optional<PhoneNumber> number = Classing.number(call);
        String name = call.callerName() != null && !call.callerName().isBlank()
                ? call.callerName()
                : number.map(office.get().numberingPlan()::written).orElse("");
        String learned = number.flatMap(learning::classOf).orElse(null);
        boolean lasting = learned != null && office.get().callerClass(learned).isPresent();
        return new Contact(
                "",
                name,
                null,
                number.stream().toList(),
                lasting ? learned : null,
                null,
                List.of(),
                null,
                null,
                null,
                true);
    }

    /** The contact of the call; a new one unless its number has one. Empty: nothing is known that a card could hold. */
    public Optional<Contact> acquaint(CallEntry call, String by) {
        Optional<PhoneNumber> number = Classing.number(call);
        Optional<Contact> known = number.flatMap(n -> contacts.find(n).stream().findFirst());
        if (known.isPresent() || number.isEmpty()) {
            return known;
        }
        return Optional.of(acquaint(call, draft(call), by));
    }

    /** Writes the new contact and gives them the call and whatever their numbers have left so far. */
    public Contact acquaint(CallEntry call, Contact draft, String by) {
        Contact contact = contacts.add(draft);
        ledger.belongsTo(call.id(), contact.id(), contact.name());
        adopt(contact, Set.copyOf(contact.numbers()));
        classes.refused(Set.of(contact.id()), by, clock.now());
        return contact;
    }

    /** The caller of the call is this contact, with one more number. */
    public Contact isAlso(CallEntry call, Contact contact, String by) {
        Set<PhoneNumber> numbers = new LinkedHashSet<>(contact.numbers());
        Classing.number(call).ifPresent(numbers::add);
        Contact now = contact.withNumbers(List.copyOf(numbers));
        contacts.update(now);
        ledger.belongsTo(call.id(), now.id(), now.name());
        adopt(now, Set.copyOf(now.numbers()));
        classes.refused(Set.of(now.id()), by, clock.now());
        return now;
    }

    /** Both cards are one party: {@code gone} becomes part of {@code kept}. Empty if one of them is gone already. */
    public Optional<Contact> join(Contact kept, Contact gone, String by) {
        Contact joined = ContactBook.joined(kept, gone);
        if (!contacts.join(joined, gone.id())) {
            return Optional.empty();
        }
        ledger.joined(gone.id(), joined.id(), joined.name());
        adopt(joined, Set.copyOf(joined.numbers()));
        classes.refused(Set.of(joined.id()), by, clock.now());
        return Optional.of(joined);
    }

    /** The card has another class than before, by that account: what is owed to them becomes what that class is owed (SITUATIONS 5). */
    public void reclassed(Contact was, Contact card, String by) {
        classes.changed(was, card, by, clock.now());
    }

    /** These cards have been written, by that account: the same as {@link #adoptOwed()}, and nothing is owed to whom a rule refuses by them. */
    public void written(Set<String> contactIds, String by) {
        adoptOwed();
        classes.refused(contactIds, by, clock.now());
    }

    /** Cards have been written or deleted: what is owed to a number that is exactly one contact's now is owed to that contact. */
    public void adoptOwed() {
        ledger.owed().stream()
                .filter(promise -> promise.contactId() == null)
                .map(Promise::number)
                .filter(number -> number != null && number.matches("\\+[1-9][0-9]{2,14}"))
                .distinct()
                .forEach(number -> {
                    List<Contact> whose = contacts.find(new PhoneNumber(number));
                    if (whose.size() == 1) {
                        ledger.adopt(
                                number, whose.getFirst().id(), whose.getFirst().name());
                    }
                });
    }

    /** What the numbers of a contact have left in the ledger is theirs, unless somebody else has the number too. */
    public void adopt(Contact contact, Set<PhoneNumber> numbers) {
        for (PhoneNumber number : numbers) {
            if (contacts.find(number).size() == 1) {
                ledger.adopt(number.e164(), contact.id(), contact.name());
            }
        }
    }
}
