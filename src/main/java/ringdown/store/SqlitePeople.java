package ringdown.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import ringdown.number.Extension;
import ringdown.office.PersonState;
import ringdown.presence.StatesOnDisk;

/** What people said of themselves, and whose turn it is. Safe from any thread. */
final class SqlitePeople implements StatesOnDisk {
    private final House house;

    SqlitePeople(House house) {
        this.house = house;
    }

    @Override
    public Map<Extension, Kept> load() {
        Map<Extension, Kept> states = new HashMap<>();
        house.read(db -> db.createQuery("SELECT extension, state, since FROM people")
                        .map((row, context) -> Map.entry(
                                new Extension(row.getString("extension")),
                                new Kept(PersonState.valueOf(row.getString("state")), Rows.moment(row, "since"))))
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

    @Override
    public Map<Extension, Instant> idleSince() {
        Map<Extension, Instant> since = new HashMap<>();
        house.read(db -> db.createQuery("SELECT extension, since FROM idle_people")
                        .map((row, context) ->
                                Map.entry(new Extension(row.getString("extension")), Rows.moment(row, "since")))
                        .list())
                .forEach(entry -> since.put(entry.getKey(), entry.getValue()));
        return since;
    }

    @Override
    public void idle(Extension person, Instant since) {
        house.queue(
                "idle since",
                db -> db.execute(
                        "INSERT OR REPLACE INTO idle_people (extension, since) VALUES (?, ?)",
                        person.digits(),
                        since.toEpochMilli()));
    }

    @Override
    public Map<String, Extension> lastRung() {
        Map<String, Extension> last = new HashMap<>();
        house.read(db -> db.createQuery("SELECT target, extension FROM rung_in_turn")
                        .map((row, context) ->
                                Map.entry(row.getString("target"), new Extension(row.getString("extension"))))
                        .list())
                .forEach(entry -> last.put(entry.getKey(), entry.getValue()));
        return last;
    }

    @Override
    public void rang(String target, Extension person) {
        house.queue(
                "rung in turn",
                db -> db.execute(
                        "INSERT OR REPLACE INTO rung_in_turn (target, extension) VALUES (?, ?)",
                        target,
                        person.digits()));
    }
}
