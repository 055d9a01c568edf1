package ringdown.store;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import ringdown.line.LineProfile;
import ringdown.line.LineProfiles;
import ringdown.line.LineRings;

/** What lines have learnt. In memory for the board's thread, which must not wait; on disk behind it. */
final class SqliteLineProfiles implements LineProfiles {
    private final House house;
    private final Map<String, LineProfile> profiles = new ConcurrentHashMap<>();
    private final Map<String, LineRings> rings = new ConcurrentHashMap<>();

    SqliteLineProfiles(House house) {
        this.house = house;
        house.read(db -> db.createQuery("SELECT * FROM line_profiles")
                        .map((row, context) -> Map.entry(
                                row.getString("port"),
                                new LineProfile(
                                        row.getDouble("idle_volts"),
                                        row.getInt("longest_pause"),
                                        row.getInt("breaks"),
                                        row.getInt("reversals"))))
                        .list())
                .forEach(entry -> profiles.put(entry.getKey(), entry.getValue()));
        house.read(db -> db.createQuery("SELECT * FROM line_rings")
                        .map((row, context) -> Map.entry(
                                row.getString("port"),
                                new LineRings(Rows.momentOrNull(row, "rung"), Rows.momentOrNull(row, "missed_since"))))
                        .list())
                .forEach(entry -> rings.put(entry.getKey(), entry.getValue()));
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
                        """
                        INSERT OR REPLACE INTO line_profiles (port, idle_volts, longest_pause, breaks, reversals)
                        VALUES (?, ?, ?, ?, ?)""",
                        port,
                        profile.idleVolts(),
                        profile.longestPauseMillis(),
                        profile.breaks(),
                        profile.reversals()));
    }

    @Override
    public LineRings rings(String port) {
        return rings.getOrDefault(port, LineRings.NONE);
    }

    @Override
    public void rang(String port, LineRings now) {
        rings.put(port, now);
        house.queue(
                "line rings",
                db -> db.execute(
                        "INSERT OR REPLACE INTO line_rings (port, rung, missed_since) VALUES (?, ?, ?)",
                        port,
                        millis(now.last()),
                        millis(now.missedSince())));
    }

    private static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }
}
