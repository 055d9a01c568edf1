package ringdown.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import ringdown.number.Extension;
import ringdown.office.PersonState;
import ringdown.presence.StatesOnDisk;

/** What people said of themselves. Safe from any thread. */
final class SqlitePeople implements StatesOnDisk {
    private final House house;

    SqlitePeople(House house) {
        this.house = house;
    }

    @Override
    public Map<Extension, PersonState> load() {
        Map<Extension, PersonState> states = new HashMap<>();
        house.read(db -> db.createQuery("SELECT extension, state FROM people")
                        .map((row, context) -> Map.entry(
                                new Extension(row.getString("extension")), PersonState.valueOf(row.getString("state"))))
                        .list())
                .forEach(entry -> states.put(entry.getKey(), entry.getValue()));
        return states;
    }

    @Override
    public void save(Extension person, PersonState state, Instant since) {
        house.writeSoon("state", db -> {
            db.execute("DELETE FROM people WHERE extension = ?", person.digits());
            if (state != PersonState.AVAILABLE) {
                db.execute(
                        "INSERT INTO people (extension, state, since) VALUES (?, ?, ?)",
                        person.digits(),
                        state.name(),
                        since.toEpochMilli());
            }
        });
    }
}
