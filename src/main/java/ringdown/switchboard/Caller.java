package ringdown.switchboard;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ringdown.contacts.Contact;
import ringdown.ledger.CallEntry;
import ringdown.ledger.Identity;
import ringdown.number.CallerId;
import ringdown.number.Extension;
import ringdown.number.NumberingPlan;
import ringdown.number.PhoneNumber;
import ringdown.office.CallerClass;
import ringdown.office.Office;
import ringdown.office.PersonState;
import ringdown.routing.Called;
import ringdown.routing.Circumstances;
import ringdown.routing.Enquiry;
import ringdown.routing.LastTalk;
import ringdown.routing.OpenPromise;

/**
 * Who calls, as far as the office knows.
 *
 * @param callerId as received
 * @param number if it is valid in the office's country
 * @param shown E.164, else the digits received; null when hidden or unknown
 * @param contacts everybody with that number
 * @param learnedClass class learned for a number whose contacts have none
 * @param callerClass of the contact, of several the highest (SITUATIONS 8), else the learned one
 */
record Caller(
        CallerId callerId,
        @Nullable PhoneNumber number,
        @Nullable String shown,
        List<Contact> contacts,
        @Nullable String learnedClass,
        @Nullable String callerClass) {

    static Caller of(CallerId callerId, Desk desk, Office office) {
        NumberingPlan plan = office.numberingPlan();
        PhoneNumber number = plan.parse(callerId).orElse(null);
        List<Contact> contacts = contacts(callerId, number, desk);
        String learned = learned(number, contacts, desk);
        return new Caller(
                callerId,
                number,
                plan.shown(callerId),
                contacts,
                learned,
                onCards(contacts, office).orElse(learned));
    }

    private static Optional<String> onCards(List<Contact> contacts, Office office) {
        List<String> order = office.classes().stream().map(CallerClass::name).toList();
        return contacts.stream()
                .map(Contact::callerClass)
                .filter(Objects::nonNull)
                .min(Comparator.comparingInt(name -> order.contains(name) ? order.indexOf(name) : order.size()));
    }

    /** By number; a line that shows nothing but a name (Bellcore MDMF, a private exchange) is believed if one contact has it. */
    private static List<Contact> contacts(CallerId callerId, @Nullable PhoneNumber number, Desk desk) {
        if (number != null) {
            return desk.contacts().calling(number);
        }
        String name = callerId.name();
        return name == null || callerId.digits() != null
                ? List.of()
                : desk.contacts().callingAs(name).stream().toList();
    }

    /** A class on a card is the office's word; what keys have taught counts where no card says anything. */
    private static @Nullable String learned(@Nullable PhoneNumber number, List<Contact> contacts, Desk desk) {
        if (contacts.stream().anyMatch(contact -> contact.callerClass() != null)) {
            return null;
        }
        Set<PhoneNumber> numbers = new LinkedHashSet<>();
        if (number != null) {
            numbers.add(number);
        }
        if (contacts.size() == 1) {
            numbers.addAll(contacts.getFirst().numbers());
        }
        return desk.learning().classOf(numbers).orElse(null);
    }

    /** Before anything is known of them. */
    static Caller stranger(CallerId callerId) {
        return new Caller(callerId, null, null, List.of(), null, null);
    }

    /** The contact, where the number belongs to exactly one. */
    Optional<Contact> contact() {
        return contacts.size() == 1 ? Optional.of(contacts.getFirst()) : Optional.empty();
    }

    /** Whose card says who answers for the caller: of several who share the number, if all have the same manager (SITUATIONS 8). */
    Optional<Contact> managed() {
        return managed(contacts);
    }

    static Optional<Contact> managed(List<Contact> sharing) {
        boolean same = sharing.stream().map(Contact::manager).distinct().count() == 1;
        return same ? Optional.of(sharing.getFirst()) : Optional.empty();
    }

    @Nullable
    String contactId() {
        return contact().map(Contact::id).orElse(null);
    }

    boolean hidden() {
        return callerId.presentation() == CallerId.Presentation.HIDDEN;
    }

    Identity identity() {
        String name = contact().map(Contact::name).orElse(callerId.name());
        return new Identity(
                shown, name, hidden(), contactId(), contact().map(Contact::name).orElse(null), callerClass());
    }

    /** What a telephone shows: the contact's name where it is known. */
    CallerId display() {
        String name = contact().map(Contact::name).orElse(callerId.name());
        return new CallerId(shown, name, shown == null ? callerId.presentation() : CallerId.Presentation.SHOWN);
    }

    Enquiry enquiry(Desk desk, Office office, Called called, Instant at) {
        return new Enquiry(
                office,
                called,
                callerId,
                number,
                contacts,
                learnedClass,
                lastTalk(desk),
                promise(desk),
                at,
                circumstances(desk));
    }

    /** What was set by hand, at this moment. */
    static Circumstances circumstances(Desk desk) {
        return new Circumstances(
                desk.overrides().active().orElse(null), desk.clock().trusted(), onLeave(desk));
    }

    private static Set<Extension> onLeave(Desk desk) {
        return desk.presence().snapshot().people().entrySet().stream()
                .filter(person -> person.getValue().state() == PersonState.ON_LEAVE)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private @Nullable LastTalk lastTalk(Desk desk) {
        return desk.ledger()
                .lastTalk(contactId(), shown)
                .map(s -> new LastTalk(new Extension(s.extension()), s.at()))
                .orElse(null);
    }

    private @Nullable OpenPromise promise(Desk desk) {
        return desk.ledger()
                .owed(contactId(), shown)
                .map(p -> new OpenPromise(
                        p.id(),
                        p.owner() == null ? null : new Extension(p.owner()),
                        p.dueAt(),
                        p.calls().size(),
                        lastOf(p.calls(), desk)))
                .orElse(null);
    }

    /** A third call shows by the two before it. */
    private static List<Instant> lastOf(List<String> calls, Desk desk) {
        return calls.subList(Math.max(0, calls.size() - 2), calls.size()).stream()
                .flatMap(id -> desk.ledger().call(id).stream())
                .map(CallEntry::startedAt)
                .toList();
    }
}
