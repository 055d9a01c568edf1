package ringdown.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ringdown.contacts.Contact;
import ringdown.contacts.ContactBook;
import ringdown.contacts.Contacts;
import ringdown.contacts.Duplicate;
import ringdown.contacts.NameKey;
import ringdown.ledger.Ids;
import ringdown.number.Extension;
import ringdown.number.PhoneNumber;
import ringdown.office.ContactEntry;

/** Contacts as rows. Safe from any thread. */
final class SqliteContacts implements Contacts {
    /** Contacts in one transaction: a table of 100,000 must not keep a call from being written down. */
    private static final int AT_ONCE = 200;

    private final House house;
    private final Ids ids;

    SqliteContacts(House house, Ids ids) {
        this.house = house;
        this.ids = ids;
    }

    @Override
    public List<Contact> find(PhoneNumber number) {
        return house.read(db -> ContactRows.byNumbers(db, List.of(number)));
    }

    @Override
    public Optional<Contact> get(String id) {
        return house.read(db -> ContactRows.one(db, id));
    }

    @Override
    public List<Contact> all(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : house.read(db -> ContactRows.all(db, ids));
    }

    @Override
    public Map<String, String> names(Collection<String> ids) {
        return ids.isEmpty() ? Map.of() : house.read(db -> ContactRows.names(db, ids));
    }

    @Override
    public Contact add(Contact contact) {
        Contact mine = contact.withId(ids.next());
        return house.write("contact", db -> {
            ContactRows.write(db, mine);
            return mine;
        });
    }

    @Override
    public boolean update(Contact contact) {
        return house.write("contact", db -> {
            if (ContactRows.one(db, contact.id()).isEmpty()) {
                return false;
            }
            ContactRows.write(db, contact);
            return true;
        });
    }

    @Override
    public boolean delete(String id) {
        return house.write("contact deleted", db -> db.execute("DELETE FROM contacts WHERE id = ?", id) > 0);
    }

    @Override
    public Page list(@Nullable String words, int limit, @Nullable String after) {
        List<Contact> found = house.read(db -> ContactRows.page(db, words, limit + 1, after));
        return found.size() <= limit
                ? new Page(found, null)
                : new Page(found.subList(0, limit), found.get(limit - 1).id());
    }

    @Override
    public int merge(List<ContactEntry> entries) {
        ContactBook.Claims claims = new ContactBook.Claims(entries);
        for (int from = 0; from < entries.size(); from += AT_ONCE) {
            List<ContactEntry> some = entries.subList(from, Math.min(entries.size(), from + AT_ONCE));
            house.write("contacts", db -> {
                some.forEach(entry -> merge(db, entry, claims));
                return some;
            });
        }
        return entries.size();
    }

    private void merge(Handle db, ContactEntry entry, ContactBook.Claims claims) {
        List<Contact> sharing = ContactRows.byNumbers(db, new ArrayList<>(entry.numbers()));
        Contact before = ContactBook.meant(entry, sharing, claims).orElse(null);
        Contact merged = ContactBook.merged(before, entry);
        ContactRows.write(db, before == null ? merged.withId(ids.next()) : merged);
    }

    @Override
    public List<Contact> named(String name) {
        String key = NameKey.of(name);
        return key.isEmpty() ? List.of() : house.read(db -> ContactRows.named(db, key));
    }

    @Override
    public List<Contact> sharing(Collection<PhoneNumber> numbers) {
        return house.read(db -> ContactRows.byNumbers(db, List.copyOf(numbers)));
    }

    @Override
    public List<Contact> write(List<Contact> changed) {
        List<Contact> mine = changed.stream()
                .map(contact -> contact.id().isEmpty() ? contact.withId(ids.next()) : contact)
                .toList();
        for (int from = 0; from < mine.size(); from += AT_ONCE) {
            List<Contact> some = mine.subList(from, Math.min(mine.size(), from + AT_ONCE));
            house.write("contacts", db -> {
                ContactRows.write(db, some);
                return some;
            });
        }
        return mine;
    }

    @Override
    public boolean join(Contact joined, String goneId) {
        return house.write("contacts joined", db -> {
            if (ContactRows.one(db, joined.id()).isEmpty()
                    || db.execute("DELETE FROM contacts WHERE id = ?", goneId) == 0) {
                return false;
            }
            ContactRows.write(db, joined);
            return true;
        });
    }

    @Override
    public int handOver(Extension from, Extension to) {
        return house.write("contacts handed over", db -> {
            List<Contact> theirs = ContactRows.of(db, from);
            for (Contact contact : theirs) {
                Contact after = contact.handedOver(from, to);
                ContactRows.write(db, after);
                HandedContactRows.handed(db, from, contact, after);
            }
            return theirs.size();
        });
    }

    @Override
    public int takeBack(Extension who) {
        boolean none = house.read(db -> HandedContactRows.of(db, who).isEmpty());
        return none
                ? 0
                : house.write("contacts taken back", db -> {
                    List<Contact> again = HandedContactRows.of(db, who).stream()
                            .flatMap(handed -> handed.takenBack(db).stream())
                            .toList();
                    again.forEach(contact -> ContactRows.write(db, contact));
                    HandedContactRows.forget(db, who);
                    return again.size();
                });
    }

    @Override
    public List<Duplicate> duplicates(int most) {
        return house.read(db -> DuplicateReads.find(db, most));
    }
}
