package ringdown.contacts.addressbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.contacts.Contact;
import ringdown.contacts.ContactBook;
import ringdown.contacts.NameKey;
import ringdown.contacts.addressbook.ImportReport.Result;
import ringdown.number.PhoneNumber;
import ringdown.office.ContactEntry;

/**
 * What the rows of a file do to the contacts, one after the other. Who has one of the numbers and the same name is meant; another
 * name on a known number is somebody else who shares it. What a row says goes before what the card says, what it leaves out stays;
 * of several rows about one contact the first says it and the others only add, so that a second import changes nothing. Pure.
 */
final class ImportPlan {
    /** A contact as it stands while the file is read. */
    private static final class Slot {
        private final @Nullable Contact before;
        private Contact now;
        private boolean touched;

        Slot(@Nullable Contact before, Contact now) {
            this.before = before;
            this.now = now;
        }
    }

    private final Map<PhoneNumber, List<Slot>> byNumber = new HashMap<>();
    private final Map<String, Slot> byId = new HashMap<>();
    private final List<Slot> slots = new ArrayList<>();

    /** Item and slot belong together: the id of a new contact is known only when it is written. */
    private record Done(ImportReport.Item item, @Nullable Slot slot) {}

    private final List<Done> done = new ArrayList<>();

    ImportPlan(List<Contact> existing) {
        existing.forEach(contact -> keep(new Slot(contact, contact)));
    }

    private void keep(Slot slot) {
        slots.add(slot);
        if (!slot.now.id().isEmpty()) {
            byId.put(slot.now.id(), slot);
        }
        slot.now.numbers().forEach(number -> index(number, slot));
    }

    private void index(PhoneNumber number, Slot slot) {
        List<Slot> all = byNumber.computeIfAbsent(number, any -> new ArrayList<>());
        if (!all.contains(slot)) {
            all.add(slot);
        }
    }

    void fault(long line, @Nullable String name, @Nullable String reason) {
        done.add(new Done(
                new ImportReport.Item(line, Result.FAULT, name, List.of(), null, null, List.of(), reason), null));
    }

    void take(Card card) {
        ContactEntry entry = card.entry();
        if (entry == null) {
            fault(card.line(), null, card.reason());
            return;
        }
        Optional<Slot> meant = meant(card, entry);
        if (meant.isEmpty()) {
            add(card, entry);
        } else {
            change(meant.get(), card, entry);
        }
    }

    private Optional<Slot> meant(Card card, ContactEntry entry) {
        Slot exported = card.id() == null ? null : byId.get(card.id());
        if (exported != null) {
            return Optional.of(exported);
        }
        List<Slot> sharing = sharing(entry);
        if (!card.named()) {
            return sharing.stream().findFirst();
        }
        String key = NameKey.of(entry.name());
        return sharing.stream()
                .filter(slot -> NameKey.of(slot.now.name()).equals(key))
                .findFirst();
    }

    private List<Slot> sharing(ContactEntry entry) {
        return entry.numbers().stream()
                .flatMap(number -> byNumber.getOrDefault(number, List.of()).stream())
                .distinct()
                .toList();
    }

    private void add(Card card, ContactEntry entry) {
        Slot slot = new Slot(null, ContactBook.merged(null, entry));
        List<Slot> others = sharing(entry);
        String shared = others.isEmpty()
                ? null
                : "shares its number with " + others.getFirst().now.name();
        slot.touched = true;
        keep(slot);
        report(card, slot, Result.NEW, List.of(), joined(shared, card.reason()));
    }

    private void change(Slot slot, Card card, ContactEntry entry) {
        Contact was = slot.now;
        slot.now = slot.touched ? filled(was, entry) : said(was, card, entry);
        slot.touched = true;
        slot.now.numbers().forEach(number -> index(number, slot));
        List<String> changes = changes(was, slot.now);
        report(card, slot, changes.isEmpty() ? Result.DUPLICATE : Result.UPDATED, changes, card.reason());
    }

    /** The file's word goes before the card's; notes and numbers add up. */
    private static Contact said(Contact was, Card card, ContactEntry entry) {
        Contact now = ContactBook.merged(was, entry);
        boolean sameName = !card.named() || NameKey.of(was.name()).equals(NameKey.of(entry.name()));
        return new Contact(
                was.id(),
                sameName ? was.name() : now.name(),
                now.spoken(),
                now.numbers(),
                now.callerClass(),
                now.manager(),
                now.backups(),
                now.greeting(),
                now.language(),
                now.company(),
                now.sayName(),
                ContactBook.notes(was.note(), entry.note()));
    }

    private static Contact filled(Contact was, ContactEntry entry) {
        Contact other = ContactBook.merged(null, entry).withName(was.name());
        return ContactBook.joined(was, other);
    }

    private static List<String> changes(Contact was, Contact now) {
        Map<String, Boolean> fields = new LinkedHashMap<>();
        fields.put("name", was.name().equals(now.name()));
        fields.put("spoken", Objects.equals(was.spoken(), now.spoken()));
        fields.put("numbers", was.numbers().equals(now.numbers()));
        fields.put("class", Objects.equals(was.callerClass(), now.callerClass()));
        fields.put("manager", Objects.equals(was.manager(), now.manager()));
        fields.put("backups", was.backups().equals(now.backups()));
        fields.put("greeting", Objects.equals(was.greeting(), now.greeting()));
        fields.put("language", was.language() == now.language());
        fields.put("company", Objects.equals(was.company(), now.company()));
        fields.put("sayName", was.sayName() == now.sayName());
        fields.put("note", Objects.equals(was.note(), now.note()));
        return fields.entrySet().stream()
                .filter(field -> !field.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static @Nullable String joined(@Nullable String one, @Nullable String other) {
        return one == null ? other : other == null ? one : one + "; " + other;
    }

    private void report(Card card, Slot slot, Result result, List<String> changes, @Nullable String reason) {
        List<PhoneNumber> numbers = Objects.requireNonNull(card.entry()).numbers();
        String id = slot.now.id().isEmpty() ? null : slot.now.id();
        done.add(new Done(
                new ImportReport.Item(
                        card.line(), result, slot.now.name(), numbers, slot.now.callerClass(), id, changes, reason),
                slot));
    }

    /** Cards to be written: new ones have no id. */
    List<Contact> changed() {
        return changedSlots().stream().map(slot -> slot.now).toList();
    }

    private List<Slot> changedSlots() {
        return slots.stream().filter(slot -> !slot.now.equals(slot.before)).toList();
    }

    /** The cards as they were written, in the order of {@link #changed}. */
    void written(List<Contact> cards) {
        List<Slot> changed = changedSlots();
        for (int i = 0; i < changed.size(); i++) {
            changed.get(i).now = cards.get(i);
        }
    }

    List<ImportReport.Item> items() {
        return done.stream().map(ImportPlan::item).toList();
    }

    private static ImportReport.Item item(Done done) {
        ImportReport.Item item = done.item();
        if (done.slot() == null || done.slot().now.id().isEmpty()) {
            return item;
        }
        return new ImportReport.Item(
                item.line(),
                item.result(),
                item.name(),
                item.numbers(),
                item.callerClass(),
                done.slot().now.id(),
                item.changes(),
                item.reason());
    }
}
