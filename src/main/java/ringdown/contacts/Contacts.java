package ringdown.contacts;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.number.PhoneNumber;
import ringdown.office.ContactEntry;

/** The office's contacts. Durable when a method returns; safe from any thread. */
public interface Contacts {

    /** Everybody with this number, oldest first: husband and wife, a firm's switchboard. */
    List<Contact> find(PhoneNumber number);

    Optional<Contact> get(String id);

    /** Writes a new contact; its id is replaced by a fresh one. Returns it as written. */
    Contact add(Contact contact);

    /** Writes over the contact of the same id. Returns false if there is none. */
    boolean update(Contact contact);

    /** Returns false if there was none. */
    boolean delete(String id);

    /**
     * Newest first.
     *
     * @param words found in name, spoken name, company or number; null: everybody
     * @param limit at most so many
     * @param after the {@code next} of the page before, null: the first page
     */
    Page list(@Nullable String words, int limit, @Nullable String after);

    /** Adds or updates by number, never deletes; all or nothing ({@link ContactBook#merged}). Returns how many were written. */
    int merge(List<ContactEntry> entries);

    /** Some contacts and where the next page begins, null at the end. */
    record Page(List<Contact> items, @Nullable String next) {
        public Page {
            items = List.copyOf(items);
        }
    }
}
