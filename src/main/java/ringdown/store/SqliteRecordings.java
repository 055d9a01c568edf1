package ringdown.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.ledger.Ledger;
import ringdown.notice.Notice;
import ringdown.recording.Recordings;

/** Recordings of talks: a file beside the database, its name in the call's row. Safe from any thread. */
final class SqliteRecordings implements Recordings {
    private final OfficeClock clock;
    private final House house;
    private final Ledger ledger;
    private final DataFolder folder;
    private final RoomMaker room;
    private final LeftSounds sounds;

    SqliteRecordings(OfficeClock clock, House house, Ledger ledger, DataFolder folder, RoomMaker room) {
        this.clock = clock;
        this.house = house;
        this.ledger = ledger;
        this.folder = folder;
        this.room = room;
        this.sounds = new LeftSounds(house, folder.recordings());
    }

    /** What a crash has left of recordings that are gone; before the messages do the same. */
    void tidy() {
        sounds.deleteThere();
    }

    @Override
    public Path place(String callId) {
        return folder.recordings().resolve(callId + ".wav");
    }

    @Override
    public void begun(String callId, String file) {
        ledger.recorded(callId, file);
    }

    @Override
    public void talks(String callId, String who) {
        house.queue("recorded", db -> db.execute("INSERT OR IGNORE INTO recorded_people VALUES (?, ?)", callId, who));
    }

    @Override
    public Set<String> people(String callId) {
        return house.read(db -> new HashSet<>(db.createQuery("SELECT who FROM recorded_people WHERE call_id = :id")
                .bind("id", callId)
                .mapTo(String.class)
                .list()));
    }

    @Override
    public Optional<Path> sound(String callId) {
        return ledger.call(callId)
                .flatMap(call -> Optional.ofNullable(call.recording()))
                .map(folder.recordings()::resolve)
                .filter(Files::isRegularFile);
    }

    @Override
    public boolean remove(String callId, String why) {
        boolean gone = house.write("recording over", db -> removed(db, callId, why), new Notice.CallChanged(callId));
        if (gone) {
            sounds.delete(place(callId).getFileName().toString());
        }
        return gone;
    }

    private boolean removed(Handle db, String callId, String why) {
        int rows = db.execute(
                "UPDATE calls SET recording = NULL WHERE id = ? AND recording IS NOT NULL AND ended_at IS NOT NULL",
                callId);
        if (rows > 0) {
            LeftSounds.note(db, place(callId).getFileName().toString());
            event(db, callId, why);
        }
        return rows > 0;
    }

    private void event(Handle db, String callId, String what) {
        db.createUpdate(SpentMessages.EVENT)
                .bind("call", callId)
                .bind("at", clock.now().toEpochMilli())
                .bind("what", what)
                .execute();
    }

    /** A full disk has taken that file. */
    void given(Handle db, String file) {
        db.createQuery("SELECT id FROM calls WHERE id = :id AND recording = :file")
                .bind("id", file.replaceFirst("[.]wav$", ""))
                .bind("file", file)
                .mapTo(String.class)
                .findOne()
                .ifPresent(callId -> {
                    db.execute("UPDATE calls SET recording = NULL WHERE id = ?", callId);
                    event(db, callId, "the recording was deleted: the disk is full");
                });
    }

    @Override
    public List<String> endedBy(Instant moment, int most) {
        return house.read(db -> db.createQuery("""
                SELECT id FROM calls WHERE recording IS NOT NULL AND coalesce(ended_at, started_at) <= :moment
                AND ended_at IS NOT NULL ORDER BY coalesce(ended_at, started_at) LIMIT :most""")
                .bind("moment", moment.toEpochMilli())
                .bind("most", most)
                .mapTo(String.class)
                .list());
    }

    @Override
    public @Nullable Instant oldest() {
        return house.read(db -> db.createQuery("""
                SELECT coalesce(ended_at, started_at) AS at FROM calls WHERE recording IS NOT NULL
                ORDER BY coalesce(ended_at, started_at) LIMIT 1""")
                        .map((row, context) -> Rows.moment(row, "at"))
                        .findOne())
                .orElse(null);
    }

    @Override
    public long room() {
        try {
            return Files.getFileStore(folder.recordings()).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }

    @Override
    public void makeRoom() {
        room.oldestRecordings();
    }
}
