package ringdown.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import ringdown.contacts.Contact;
import ringdown.contacts.NameKey;
import ringdown.number.Extension;
import ringdown.number.Language;
import ringdown.number.PhoneNumber;

/** A contact to rows and back. Ids sort by when they were given. Stateless. */
final class ContactRows {
    private ContactRows() {}

    static List<Contact> byNumbers(Handle db, List<PhoneNumber> numbers) {
        String list = CallReads.json(numbers.stream().map(PhoneNumber::e164).toList());
        return contacts(
                db,
                "SELECT * FROM contacts WHERE id IN (SELECT contact_id FROM contact_numbers WHERE number IN"
                        + " (SELECT value FROM json_each(:numbers))) ORDER BY id",
                query -> query.bind("numbers", list));
    }

    static List<Contact> named(Handle db, String key) {
        return contacts(db, "SELECT * FROM contacts WHERE same = :same ORDER BY id", query -> query.bind("same", key));
    }

    /** Those with that manager or backup. */
    static List<Contact> of(Handle db, Extension person) {
        return contacts(
                db,
                "SELECT * FROM contacts WHERE manager = :who OR instr(' ' || backups || ' ', ' ' || :who || ' ') > 0",
                query -> query.bind("who", person.digits()));
    }

    static List<Contact> all(Handle db, Collection<String> ids) {
        String list = CallReads.json(ids);
        return contacts(
                db,
                "SELECT * FROM contacts WHERE id IN (SELECT value FROM json_each(:wanted)) ORDER BY id",
                query -> query.bind("wanted", list));
    }

    /** Rows of an older program have no key yet. Runs once at the start, before anything else writes. */
    static void fillKeys(Handle db) {
        Map<String, String> names = new HashMap<>();
        db.createQuery("SELECT id, name FROM contacts WHERE same IS NULL")
                .map((row, context) -> names.put(row.getString("id"), row.getString("name")))
                .list();
        if (!names.isEmpty()) {
            db.useTransaction(tx -> names.forEach(
                    (id, name) -> tx.execute("UPDATE contacts SET same = ? WHERE id = ?", NameKey.of(name), id)));
        }
    }

    static Map<String, String> names(Handle db, Collection<String> ids) {
        Map<String, String> names = new HashMap<>();
        db.createQuery("SELECT id, name FROM contacts WHERE id IN (SELECT value FROM json_each(:ids))")
                .bind("ids", CallReads.json(ids))
                .map((row, context) -> names.put(row.getString("id"), row.getString("name")))
                .list();
        return names;
    }

    static Optional<Contact> one(Handle db, String id) {
        return contacts(db, "SELECT * FROM contacts WHERE id = :id", query -> query.bind("id", id)).stream()
                .findFirst();
    }

    static List<Contact> page(Handle db, @Nullable String words, int limit, @Nullable String after) {
        String sought = words == null || words.isBlank()
                ? null
                : "%" + words.strip().toLowerCase(Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1") + "%";
        return contacts(
                db,
                "SELECT * FROM contacts WHERE (:after IS NULL OR id < :after)"
                        + " AND (:sought IS NULL OR found LIKE :sought ESCAPE '\\') ORDER BY id DESC LIMIT :limit",
                query -> query.bind("after", after).bind("sought", sought).bind("limit", limit));
    }

    private static List<Contact> contacts(Handle db, String sql, UnaryOperator<Query> bound) {
        String ids = CallReads.json(bound.apply(db.createQuery(sql.replace("SELECT *", "SELECT id")))
                .mapTo(String.class)
                .list());
        Map<String, List<PhoneNumber>> numbers = new HashMap<>();
        db.createQuery("""
                SELECT contact_id, number FROM contact_numbers WHERE contact_id IN (SELECT value FROM json_each(:ids))
                ORDER BY contact_id, n""")
                .bind("ids", ids)
                .map((row, context) -> numbers.computeIfAbsent(row.getString("contact_id"), id -> new ArrayList<>())
                        .add(new PhoneNumber(row.getString("number"))))
                .list();
        return bound.apply(db.createQuery(sql))
                .map((row, context) -> contact(row, numbers.getOrDefault(row.getString("id"), List.of())))
                .list();
    }

    private static Contact contact(ResultSet row, List<PhoneNumber> numbers) throws SQLException {
        String manager = row.getString("manager");
        String language = row.getString("language");
        String backups = row.getString("backups");
        return new Contact(
                row.getString("id"),
                row.getString("name"),
                row.getString("spoken"),
                numbers,
                row.getString("class"),
                manager == null ? null : new Extension(manager),
                backups.isEmpty()
                        ? List.of()
                        : Arrays.stream(backups.split(" ")).map(Extension::new).toList(),
                row.getString("greeting"),
                language == null ? null : Language.valueOf(language),
                row.getString("company"),
                row.getBoolean("say_name"),
                row.getString("note"));
    }

    static void write(Handle db, Contact contact) {
        write(db, List.of(contact));
    }

    static void write(Handle db, List<Contact> contacts) {
        PreparedBatch rows = db.prepareBatch("""
                INSERT INTO contacts (id, name, spoken, class, manager, backups, greeting, language, company, say_name, found, note, same)
                VALUES (:id, :name, :spoken, :class, :manager, :backups, :greeting, :language, :company, :sayName, :found, :note, :same)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, spoken = excluded.spoken, class = excluded.class,
                manager = excluded.manager, backups = excluded.backups, greeting = excluded.greeting,
                language = excluded.language, company = excluded.company, say_name = excluded.say_name, found = excluded.found,
                note = excluded.note, same = excluded.same""");
        PreparedBatch old = db.prepareBatch("DELETE FROM contact_numbers WHERE contact_id = ?");
        PreparedBatch numbers = db.prepareBatch("INSERT INTO contact_numbers (contact_id, n, number) VALUES (?, ?, ?)");
        for (Contact contact : contacts) {
            bound(rows, contact).add();
            old.add(contact.id());
            int n = 0;
            for (PhoneNumber number : contact.numbers()) {
                numbers.add(contact.id(), n++, number.e164());
            }
        }
        rows.execute();
        old.execute();
        if (numbers.size() > 0) {
            numbers.execute();
        }
    }

    private static PreparedBatch bound(PreparedBatch row, Contact contact) {
        return row.bind("id", contact.id())
                .bind("name", contact.name())
                .bind("spoken", contact.spoken())
                .bind("class", contact.callerClass())
                .bind(
                        "manager",
                        contact.manager() == null ? null : contact.manager().digits())
                .bind(
                        "backups",
                        contact.backups().stream().map(Extension::digits).collect(Collectors.joining(" ")))
                .bind("greeting", contact.greeting())
                .bind(
                        "language",
                        contact.language() == null ? null : contact.language().name())
                .bind("company", contact.company())
                .bind("sayName", contact.sayName())
                .bind("found", found(contact))
                .bind("note", contact.note())
                .bind("same", NameKey.of(contact.name()));
    }

    private static String found(Contact contact) {
        List<String> words = new ArrayList<>(List.of(contact.name()));
        words.add(contact.spoken() == null ? "" : contact.spoken());
        words.add(contact.company() == null ? "" : contact.company());
        words.add(contact.note() == null ? "" : contact.note());
        contact.numbers().forEach(number -> words.add(number.e164()));
        return String.join("\n", words).toLowerCase(Locale.ROOT);
    }
}
