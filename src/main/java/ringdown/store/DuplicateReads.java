package ringdown.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import ringdown.contacts.Contact;
import ringdown.contacts.Duplicate;

/** Which cards may be one party. Stateless; runs inside a read transaction. */
final class DuplicateReads {
    private static final String BY_NUMBER = """
            SELECT number AS what, group_concat(contact_id, ' ') AS ids FROM contact_numbers GROUP BY number
            HAVING count(DISTINCT contact_id) > 1 ORDER BY number LIMIT :most""";
    private static final String BY_NAME = """
            SELECT same AS what, group_concat(id, ' ') AS ids FROM contacts WHERE same <> '' GROUP BY same
            HAVING count(*) > 1 ORDER BY same LIMIT :most""";

    private record Group(Duplicate.Why why, String what, List<String> ids) {}

    private DuplicateReads() {}

    static List<Duplicate> find(Handle db, int most) {
        List<Group> groups = new ArrayList<>(groups(db, Duplicate.Why.NUMBER, BY_NUMBER, most));
        groups.addAll(groups(db, Duplicate.Why.NAME, BY_NAME, most));
        Map<String, Contact> cards =
                ContactRows.all(
                                db,
                                groups.stream()
                                        .flatMap(g -> g.ids().stream())
                                        .distinct()
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(Contact::id, Function.identity()));
        return groups.stream()
                .map(g -> new Duplicate(
                        g.why(), g.what(), g.ids().stream().map(cards::get).toList()))
                .filter(found -> !found.isOneFirm())
                .limit(most)
                .toList();
    }

    private static List<Group> groups(Handle db, Duplicate.Why why, String sql, int most) {
        return db.createQuery(sql)
                .bind("most", most)
                .map((row, context) -> new Group(
                        why,
                        row.getString("what"),
                        List.of(row.getString("ids").split(" ")).stream()
                                .distinct()
                                .sorted()
                                .toList()))
                .list();
    }
}
