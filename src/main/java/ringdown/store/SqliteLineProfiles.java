package ringdown.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ringdown.line.LineProfile;
import ringdown.line.LineProfiles;

/** What lines have learnt. In memory for the board's thread, which must not wait; on disk behind it. */
final class SqliteLineProfiles implements LineProfiles {
    private final House house;
    private final Map<String, LineProfile> profiles = new ConcurrentHashMap<>();

    SqliteLineProfiles(House house) {
        this.house = house;
        house.read(db -> db.createQuery("SELECT * FROM line_profiles")
                        .map((row, context) -> Map.entry(
                                row.getString("port"),
                                new LineProfile(row.getDouble("idle_volts"), row.getInt("longest_pause"))))
                        .list())
                .forEach(entry -> profiles.put(entry.getKey(), entry.getValue()));
    }

    @Override
    public LineProfile of(String port) {
        return profiles.getOrDefault(port, LineProfile.NEW);
    }

    @Override
    public void learnt(String port, LineProfile profile) {
        profiles.put(port, profile);
        house.queue(
                "line profile",
                db -> db.execute(
                        "INSERT OR REPLACE INTO line_profiles (port, idle_volts, longest_pause) VALUES (?, ?, ?)",
                        port,
                        profile.idleVolts(),
                        profile.longestPauseMillis()));
    }
}
