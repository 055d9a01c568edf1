package ringdown.store;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ringdown.contacts.Contact;
import ringdown.number.Extension;

/**
 * What a leaving has changed on one card, so that it can be taken back. {@code after} follows later leavings: whoever inherits from the
 * successor holds the card for the first one too.
 *
 * @param contactId the card
 * @param before who was responsible before it
 * @param after who is, as long as nobody has changed it by hand
 */
record HandedContactRows(String contactId, Responsible before, Responsible after) {
    /** Manager, and backups with a space between, as they stand in a row. */
    record Responsible(@Nullable String manager, String backups) {
        static Responsible of(Contact contact) {
            Extension manager = contact.manager();
            return new Responsible(
                    manager == null ? null : manager.digits(),
                    contact.backups().stream().map(Extension::digits).collect(Collectors.joining(" ")));
        }

        @Nullable
        Extension first() {
            return manager == null ? null : new Extension(manager);
        }

        List<Extension> others() {
            return backups.isEmpty()
                    ? List.of()
                    : List.of(backups.split(" ")).stream().map(Extension::new).toList();
        }
    }

    static void handed(Handle db, Extension who, Contact before, Contact after) {
        Responsible was = Responsible.of(before);
        Responsible is = Responsible.of(after);
        db.execute(
                "UPDATE handed_contacts SET manager_after = ? WHERE contact_id = ? AND manager_after IS ?",
                is.manager(),
                before.id(),
                was.manager());
        db.execute(
                "UPDATE handed_contacts SET backups_after = ? WHERE contact_id = ? AND backups_after = ?",
                is.backups(),
                before.id(),
                was.backups());
        db.execute(
                "INSERT OR REPLACE INTO handed_contacts"
                        + " (person, contact_id, manager_before, backups_before, manager_after, backups_after)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                who.digits(),
                before.id(),
                was.manager(),
                was.backups(),
                is.manager(),
                is.backups());
    }

    static List<HandedContactRows> of(Handle db, Extension who) {
        return db.createQuery("SELECT * FROM handed_contacts WHERE person = :who ORDER BY contact_id")
                .bind("who", who.digits())
                .map((row, context) -> new HandedContactRows(
                        row.getString("contact_id"),
                        new Responsible(row.getString("manager_before"), row.getString("backups_before")),
                        new Responsible(row.getString("manager_after"), row.getString("backups_after"))))
                .list();
    }

    static void forget(Handle db, Extension who) {
        db.execute("DELETE FROM handed_contacts WHERE person = ?", who.digits());
    }

    /** The card with what nobody has changed meanwhile as it was before; empty if there is nothing to take back. */
    Optional<Contact> takenBack(Handle db) {
        return ContactRows.one(db, contactId).flatMap(now -> {
            Responsible stands = Responsible.of(now);
            boolean manager = Objects.equals(stands.manager(), after.manager());
            boolean backups = stands.backups().equals(after.backups());
            Contact again = now.withResponsible(
                    manager ? before.first() : now.manager(), backups ? before.others() : now.backups());
            return again.equals(now) ? Optional.empty() : Optional.of(again);
        });
    }
}
