package ringdown.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.tinylog.Logger;
import ringdown.ledger.CallEntry;
import ringdown.ledger.Ledger;
import ringdown.notice.Notice;
import ringdown.recording.Repair;

/** After a crash: makes sound files whole that were being written, and lists the messages among them. Before anything else runs. */
final class Repairs {
    private static final double LEAST_SECONDS = 2;

    /** A message that was being recorded. */
    private record Half(String id, String file, Instant at) {}

    private final House house;
    private final DataFolder folder;

    Repairs(House house, DataFolder folder) {
        this.house = house;
        this.folder = folder;
    }

    /** Mends messages. Returns the latest moment that was still recorded, or the given one if that is later. */
    Instant messages(Instant evidence) {
        Instant latest = evidence;
        for (Half half : half()) {
            double seconds = mend(folder.messages().resolve(half.file()), Repair::wav);
            Instant end = half.at().plusMillis((long) (seconds * 1000));
            latest = end.isAfter(latest) ? end : latest;
            keepOrDrop(half, seconds);
        }
        return latest;
    }

    private List<Half> half() {
        return house.read(db -> db.createQuery("SELECT id, file, at FROM messages WHERE seconds IS NULL")
                .map((row, context) -> new Half(row.getString("id"), row.getString("file"), Rows.moment(row, "at")))
                .list());
    }

    private void keepOrDrop(Half half, double seconds) {
        if (seconds >= LEAST_SECONDS) {
            house.writeSoon(
                    "message repaired",
                    db -> db.execute("UPDATE messages SET seconds = ? WHERE id = ?", seconds, half.id()),
                    new Notice.MessageChanged(half.id()));
        } else {
            house.writeSoon("no message", db -> db.execute("DELETE FROM messages WHERE id = ?", half.id()));
            delete(folder.messages().resolve(half.file()));
        }
    }

    /**
     * Mends the recordings of the calls that were open, and finds those whose names the disk had not yet taken: they lie under the
     * ids of their calls.
     */
    void recordings(Ledger ledger) {
        for (CallEntry call : ledger.live()) {
            Path file = folder.recordings().resolve(call.id() + ".wav");
            double seconds = mend(file, Repair::talk);
            if (seconds > 0 && call.recording() == null) {
                ledger.recorded(call.id(), file.getFileName().toString());
            } else if (seconds == 0 && call.recording() != null) {
                delete(file);
                house.writeSoon(
                        "no recording", db -> db.execute("UPDATE calls SET recording = NULL WHERE id = ?", call.id()));
            }
        }
    }

    /** Gives the seconds of sound that are there. */
    private interface Mending {
        double mend(Path file) throws IOException;
    }

    private static double mend(Path file, Mending how) {
        try {
            return Files.exists(file) ? how.mend(file) : 0;
        } catch (IOException e) {
            Logger.error(e, "{} cannot be repaired", file.getFileName());
            return 0;
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            Logger.warn(e, "{} stays on the disk", file.getFileName());
        }
    }
}
