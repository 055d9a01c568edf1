package ringdown.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Companding;
import ringdown.call.LineEvidence;
import ringdown.call.LineTrait;
import ringdown.line.LineEvidences;

/** What lines have shown, reading by reading; sound as A-law octets. Writing is queued, reading asks the disk. Safe from any thread. */
final class SqliteLineEvidences implements LineEvidences {
    private static final int KEPT = 20;
    private static final int SOUNDS = 10;

    private final House house;

    SqliteLineEvidences(House house) {
        this.house = house;
    }

    @Override
    public List<LineEvidence> of(String port) {
        return house.read(db -> db.createQuery("""
                        SELECT id, trait, value, amount, at, call_id, sound IS NOT NULL AS heard, bits FROM line_evidence
                        WHERE port = ? AND undone = 0 ORDER BY number""").bind(0, port).map(reading()).list());
    }

    @Override
    public List<LineEvidence> releases(String port, int most) {
        return house.read(db -> db.createQuery("""
                        SELECT id, trait, value, amount, at, call_id, sound IS NOT NULL AS heard, bits FROM line_evidence
                        WHERE port = ? AND trait = ? ORDER BY number DESC LIMIT ?""")
                .bind(0, port)
                .bind(1, LineTrait.RELEASE.word())
                .bind(2, most)
                .map(reading())
                .list());
    }

    private static RowMapper<LineEvidence> reading() {
        return (row, context) -> {
            double figure = row.getDouble("amount");
            @Nullable Double amount = row.wasNull() ? null : figure; // asked at once: it speaks of the column read last
            return new LineEvidence(
                    row.getString("id"),
                    LineTrait.ofWord(row.getString("trait")).orElseThrow(),
                    row.getString("value"),
                    amount,
                    Instant.ofEpochMilli(row.getLong("at")),
                    row.getString("call_id"),
                    row.getBoolean("heard"),
                    row.getString("bits"));
        };
    }

    @Override
    public void add(String port, LineEvidence reading, short @Nullable [] sound) {
        byte[] octets = sound == null ? null : octets(sound);
        String trait = reading.trait().word();
        house.queue("line evidence", db -> {
            db.execute(
                    "INSERT INTO line_evidence (id, port, trait, value, amount, at, call_id, sound, bits) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    reading.id(),
                    port,
                    trait,
                    reading.value(),
                    reading.amount(),
                    reading.at().toEpochMilli(),
                    reading.callId(),
                    octets,
                    reading.bits());
            db.execute("DELETE FROM line_evidence" + BEYOND, port, trait, port, trait, KEPT);
            db.execute("UPDATE line_evidence SET sound = NULL" + BEYOND, port, trait, port, trait, SOUNDS);
        });
    }

    private static final String BEYOND = """
             WHERE port = ? AND trait = ? AND number NOT IN
            (SELECT number FROM line_evidence WHERE port = ? AND trait = ? ORDER BY number DESC LIMIT ?)""";

    @Override
    public void undo(String port, LineTrait trait) {
        house.queue(
                "line evidence undone",
                db -> db.execute(
                        "UPDATE line_evidence SET undone = 1 WHERE port = ? AND trait = ?", port, trait.word()));
    }

    @Override
    public Optional<short[]> sound(String port, String id) {
        return house.read(db -> db.createQuery(
                                "SELECT sound FROM line_evidence WHERE port = ? AND id = ? AND sound IS NOT NULL")
                        .bind(0, port)
                        .bind(1, id)
                        .mapTo(byte[].class)
                        .findOne())
                .map(SqliteLineEvidences::samples);
    }

    private static byte[] octets(short[] sound) {
        byte[] octets = new byte[sound.length];
        Companding.A_LAW.encode(sound, 0, octets, 0, sound.length);
        return octets;
    }

    private static short[] samples(byte[] octets) {
        short[] samples = new short[octets.length];
        Companding.A_LAW.decode(octets, 0, samples, 0, octets.length);
        return samples;
    }
}
