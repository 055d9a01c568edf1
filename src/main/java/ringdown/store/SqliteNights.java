package ringdown.store;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import ringdown.web.NightBook;
import ringdown.web.Nights;

/** The last test call to each line. In memory for whoever asks; on disk behind it. Safe from any thread. */
final class SqliteNights implements NightBook {
    private final House house;
    private final Map<String, Nights.Night> nights = new ConcurrentHashMap<>();

    SqliteNights(House house) {
        this.house = house;
        house.read(db -> db.createQuery("SELECT * FROM line_nights")
                        .map((row, context) -> {
                            double loss = row.getDouble("loss_db");
                            boolean none = row.wasNull();
                            return Map.entry(
                                    row.getString("port"),
                                    new Nights.Night(
                                            Rows.moment(row, "at"),
                                            row.getString("from_port"),
                                            Nights.Night.Result.ofWord(row.getString("result")),
                                            none ? null : loss));
                        })
                        .list())
                .forEach(entry -> nights.put(entry.getKey(), entry.getValue()));
    }

    @Override
    public Optional<Nights.Night> last(String port) {
        return Optional.ofNullable(nights.get(port));
    }

    @Override
    public void keep(String port, Nights.Night night) {
        nights.put(port, night);
        house.queue(
                "night",
                db -> db.execute(
                        "INSERT OR REPLACE INTO line_nights (port, at, from_port, result, loss_db) VALUES (?, ?, ?, ?, ?)",
                        port,
                        night.at().toEpochMilli(),
                        night.from(),
                        night.result().word(),
                        night.lossDb()));
    }
}
