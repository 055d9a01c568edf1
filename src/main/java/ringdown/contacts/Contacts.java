package ringdown.contacts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;
import ringdown.number.PhoneNumber;
import ringdown.office.ContactEntry;

/** The office's contacts. Durable when a method returns; safe from any thread. */
public interface Contacts {

    /** Everybody with this number, oldest first: husband and wife, a firm's switchboard. */
    List<Contact> find(PhoneNumber number);

    /** Everybody whose name is the same when quotes, letter case, legal form and order of words are left aside ({@link NameKey}). */
    List<Contact> named(String name);

    /** Everybody who may be calling from this number, with what their firm's card adds to their own. */
    default List<Contact> calling(PhoneNumber number) {
        return find(number).stream().map(this::withinFirm).toList();
    }

    /** The one contact of that name, for a line that shows a name without a number; empty if there are several. */
    default Optional<Contact> callingAs(String name) {
        var same = named(name);
        return same.size() == 1 ? Optional.of(withinFirm(same.getFirst())) : Optional.empty();
    }

    /** The contact with what the card of their firm says where theirs says nothing. */
    default Contact withinFirm(Contact contact) {
        var company = contact.company();
        return company == null
                ? contact
                : named(company).stream()
                        .filter(firm -> firm.company() == null && !firm.id().equals(contact.id()))
                        .findFirst()
                        .map(contact::within)
                        .orElse(contact);
    }

    Optional<Contact> get(String id);

    /** Many at once; an id that is none's is left out. */
    List<Contact> all(Collection<String> ids);

    /** The present names of contacts by their ids; an id that is none's is left out. */
    Map<String, String> names(Collection<String> ids);

    /**
     * What somebody is called now who was called so then: by the name on the card, where there still is one.
     *
     * @param id null: a stranger
     */
    default @Nullable String present(@Nullable String id, @Nullable String nameThen) {
        return id == null ? nameThen : names(List.of(id)).getOrDefault(id, nameThen);
    }

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

    /** Adds or updates by number, never deletes ({@link ContactBook#merged}); some at a time as {@link #write}. Returns how many were written. */
    int merge(List<ContactEntry> entries);

    /** Everybody who has one of these numbers, oldest first. */
    List<Contact> sharing(Collection<PhoneNumber> numbers);

    /**
     * Those without an id are new, the others are written over. Many are written some at a time, since calls are written in between; after a
     * crash in the middle the first ones stand. Returns them as written.
     */
    List<Contact> write(List<Contact> changed);

    /** Writes the joined card and takes the other one away, both or neither. False if one of them is gone. */
    boolean join(Contact joined, String goneId);

    /**
     * Whoever had {@code from} as manager or among the backups has {@code to} instead; it is remembered, for {@link #takeBack}. Returns how
     * many cards were written.
     */
    int handOver(Extension from, Extension to);

    /**
     * Whose leaving was taken back has again what {@link #handOver} took from them, but for the cards whose manager or backups somebody has
     * changed since then: these stay as they are. Returns how many cards were written.
     */
    int takeBack(Extension who);

    /** Cards that may be the same party, at most so many groups: the same number, the same name. */
    List<Duplicate> duplicates(int most);

    /** Some contacts and where the next page begins, null at the end. */
    record Page(List<Contact> items, @Nullable String next) {
        public Page {
            items = List.copyOf(items);
        }
    }
}
