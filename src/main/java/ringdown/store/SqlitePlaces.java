package ringdown.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import ringdown.number.Extension;
import ringdown.switchboard.Place;
import ringdown.switchboard.PlacesOnDisk;

/** Places of those who wait. Safe from any thread. */
final class SqlitePlaces implements PlacesOnDisk {
    private final House house;

    SqlitePlaces(House house) {
        this.house = house;
    }

    @Override
    public List<Place> load() {
        return house.read(db -> db.createQuery("SELECT * FROM queue_places ORDER BY since, id")
                .map((row, context) -> new Place(
                        row.getString("id"),
                        row.getString("target"),
                        row.getString("call_id"),
                        row.getString("promise_id"),
                        Instant.ofEpochMilli(row.getLong("since")),
                        row.getInt("class_rank"),
                        row.getBoolean("first"),
                        row.getInt("overtaken"),
                        people(row.getString("people"))))
                .list());
    }

    private static List<Extension> people(String words) {
        return Arrays.stream(words.split(" "))
                .filter(word -> !word.isEmpty())
                .map(Extension::new)
                .toList();
    }

    @Override
    public void save(Place place) {
        house.writeSoon("place", row(place));
    }

    @Override
    public void saveSoon(Place place) {
        house.queue("place", row(place));
    }

    private static Consumer<Handle> row(Place place) {
        return db -> db.execute(
                "INSERT OR REPLACE INTO queue_places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                place.id(),
                place.target(),
                place.callId(),
                place.promiseId(),
                place.since().toEpochMilli(),
                place.rank(),
                place.first(),
                place.overtaken(),
                place.people().stream().map(Extension::digits).collect(Collectors.joining(" ")));
    }

    @Override
    public void remove(String id) {
        house.queue("place left", db -> db.execute("DELETE FROM queue_places WHERE id = ?", id));
    }
}
