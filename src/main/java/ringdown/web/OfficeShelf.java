package ringdown.web;

import java.util.List;
import java.util.Optional;
import ringdown.office.ContactEntry;
import ringdown.office.Office;

/** The office file on disk. Implemented by the store; safe from any thread. */
public interface OfficeShelf {
    /** What is kept; empty in a new data folder. */
    Optional<Kept> load();

    /**
     * Keeps the office, its accounts' hashes and the contacts of the file in one transaction; durable when it returns.
     *
     * @return what is kept now, with its new version
     */
    Kept save(Office office, List<ContactEntry> contacts, List<StoredAccount> accounts);

    /** An office and its version, which grows with each change. */
    record Kept(Office office, long version) {}
}
