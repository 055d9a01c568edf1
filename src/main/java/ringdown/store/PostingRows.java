package ringdown.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ringdown.ledger.CallOpened;
import ringdown.ledger.Direction;
import ringdown.ledger.Ending;
import ringdown.ledger.Identity;
import ringdown.ledger.Posting;
import ringdown.ledger.StageEntry;
import ringdown.notice.Notice;

/** Turns the ledger's postings into rows. Runs on the writer's thread, inside its transaction. */
final class PostingRows {
    private final String bootId;

    PostingRows(String bootId) {
        this.bootId = bootId;
    }

    void write(Handle db, Posting posting) {
        switch (posting) {
            case Posting.Opened opened -> opened(db, opened.call());
            case Posting.Known known -> known(db, known.callId(), known.identity());
            case Posting.Happened happened -> happened(db, happened);
            case Posting.Ringing ringing ->
                stage(
                        db,
                        ringing.callId(),
                        ringing.number(),
                        ringing.stage(),
                        ringing.since().toEpochMilli());
            case Posting.Rung rung -> stage(db, rung.callId(), rung.number(), rung.stage(), null);
            case Posting.Moved moved -> moved(db, moved);
            case Posting.Covered covered -> covered(db, covered);
            case Posting.Closed closed -> closed(db, closed);
            case Posting.Described described -> described(db, described);
            case Posting.Rated rated ->
                db.execute("UPDATE calls SET rating = ? WHERE id = ?", rated.mark(), rated.callId());
            case Posting.Recorded recorded -> recorded(db, recorded);
            case Posting.Promised promised -> PromiseRows.promised(db, promised.promise());
            case Posting.Noted noted -> PromiseRows.noted(db, noted);
            case Posting.Merged merged -> PromiseRows.merged(db, merged);
            case Posting.Attributed attributed -> attributed(db, attributed);
        }
    }

    /** The promise that the postings make or change; null: none. */
    static @Nullable String promiseOf(List<Posting> postings) {
        return postings.stream()
                .filter(Posting.Promised.class::isInstance)
                .map(posting -> ((Posting.Promised) posting).promise().id())
                .findFirst()
                .orElse(null);
    }

    /** Who is to be told once it is on disk. */
    static Notice notice(Posting posting) {
        return switch (posting) {
            case Posting.Opened opened -> new Notice.CallChanged(opened.call().id());
            case Posting.Known known -> new Notice.CallChanged(known.callId());
            case Posting.Happened happened -> new Notice.CallChanged(happened.callId());
            case Posting.Ringing ringing -> new Notice.CallChanged(ringing.callId());
            case Posting.Rung rung -> new Notice.CallChanged(rung.callId());
            case Posting.Moved moved -> new Notice.CallChanged(moved.callId());
            case Posting.Covered covered -> new Notice.CallChanged(covered.callId());
            case Posting.Closed closed -> new Notice.CallChanged(closed.callId(), closed.direction() == Direction.IN);
            case Posting.Described described -> new Notice.CallChanged(described.callId(), true);
            case Posting.Rated rated -> new Notice.CallChanged(rated.callId(), true);
            case Posting.Recorded recorded -> new Notice.CallChanged(recorded.callId());
            case Posting.Promised promised ->
                new Notice.PromiseChanged(promised.promise().id());
            case Posting.Noted noted -> new Notice.PromiseChanged(noted.promiseId());
            case Posting.Merged merged -> new Notice.PromiseChanged(merged.promiseId());
            case Posting.Attributed attributed ->
                new Notice.CallChanged(attributed.callId() == null ? "" : attributed.callId());
        };
    }

    /** A deleted or joined card leaves its calls to the other; what a number's strangers did becomes the contact's history. */
    private static void attributed(Handle db, Posting.Attributed to) {
        db.createUpdate("""
                UPDATE calls SET contact_id = :contact, contact_name = :name WHERE contact_id = :gone OR id = :call
                OR (contact_id IS NULL AND :number IS NOT NULL
                    AND (caller_number = :number OR (direction = 'out' AND called = :number)))""")
                .bind("contact", to.contactId())
                .bind("name", to.contactName())
                .bind("gone", to.goneId())
                .bind("call", to.callId())
                .bind("number", to.number())
                .execute();
    }

    private void opened(Handle db, CallOpened call) {
        db.createUpdate("""
                INSERT INTO calls (id, started_at, direction, via, called, caller_number, caller_name, hidden, script, outcome, boot_id)
                VALUES (:id, :at, :direction, :via, :called, :number, :name, :hidden, :script, 'ringing', :boot)""")
                .bind("id", call.id())
                .bind("at", call.at().toEpochMilli())
                .bind("direction", Rows.word(call.direction()))
                .bind("via", call.via())
                .bind("called", call.called())
                .bind("number", call.callerNumber())
                .bind("name", call.callerName())
                .bind("hidden", call.hidden())
                .bind("script", call.script())
                .bind("boot", bootId)
                .execute();
    }

    private static void known(Handle db, String callId, Identity who) {
        db.createUpdate("""
                UPDATE calls SET caller_number = :number, caller_name = :name, hidden = :hidden, contact_id = :contact,
                contact_name = :contactName, class = :class WHERE id = :id""")
                .bind("id", callId)
                .bind("number", who.number())
                .bind("name", who.name())
                .bind("hidden", who.hidden())
                .bind("contact", who.contactId())
                .bind("contactName", who.contactName())
                .bind("class", who.callerClass())
                .execute();
    }

    private static void happened(Handle db, Posting.Happened happened) {
        db.execute(
                "INSERT INTO call_events (call_id, n, at, what) VALUES (?, ?, ?, ?)",
                happened.callId(),
                happened.number(),
                happened.event().at().toEpochMilli(),
                happened.event().what());
    }

    /** {@code since}: it rings since then; null: it is over. */
    private static void stage(Handle db, String callId, int number, StageEntry stage, @Nullable Long since) {
        db.execute(
                "INSERT OR REPLACE INTO call_stages (call_id, n, target, rang, not_rung, seconds, result, rings_since)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                callId,
                number,
                stage.target(),
                String.join(" ", stage.rang()),
                stage.notRung().entrySet().stream()
                        .map(Map.Entry::toString)
                        .sorted()
                        .collect(Collectors.joining(" ")),
                stage.seconds(),
                stage.result().word(),
                since);
    }

    private static void moved(Handle db, Posting.Moved moved) {
        Long since = millis(moved.since());
        db.execute("""
                UPDATE calls SET outcome = ?, answered_by = coalesce(?, answered_by), talking_at = coalesce(talking_at, ?),
                wait_s = CASE WHEN talking_at IS NULL THEN max(0, coalesce(? - started_at, 0)) / 1000.0 ELSE wait_s END
                WHERE id = ?""", moved.outcome().word(), moved.answeredBy(), since, since, moved.callId());
    }

    private static void covered(Handle db, Posting.Covered covered) {
        db.execute("UPDATE calls SET promise_id = ? WHERE id = ?", covered.promiseId(), covered.callId());
    }

    private static void closed(Handle db, Posting.Closed closed) {
        Ending ending = closed.ending();
        db.createUpdate("""
                UPDATE calls SET outcome = :outcome, settled = :settled, ended_at = :at,
                answered_by = coalesce(:answeredBy, answered_by), wait_s = :wait, talk_s = :talk, hold_s = :hold,
                transfers = :transfers WHERE id = :id""")
                .bind("id", closed.callId())
                .bind("outcome", closed.outcome().word())
                .bind("settled", closed.settled())
                .bind("at", ending.at().toEpochMilli())
                .bind("answeredBy", ending.answeredBy())
                .bind("wait", ending.waitSeconds())
                .bind("talk", ending.talkSeconds())
                .bind("hold", ending.holdSeconds())
                .bind("transfers", ending.transfers())
                .execute();
        if (ending.messageId() != null) {
            db.execute("UPDATE messages SET seconds = ? WHERE id = ?", ending.messageSeconds(), ending.messageId());
        }
    }

    private static void described(Handle db, Posting.Described what) {
        set(db, "class", what.callerClass(), what.callId());
        set(db, "topic", what.topic(), what.callId());
        set(db, "essence", what.essence(), what.callId());
        set(db, "handed_to", what.handedTo(), what.callId());
    }

    private static void set(Handle db, String column, @Nullable String value, String callId) {
        if (value != null) {
            db.execute("UPDATE calls SET " + column + " = nullif(?, '') WHERE id = ?", value, callId);
        }
    }

    private static void recorded(Handle db, Posting.Recorded recorded) {
        db.execute("UPDATE calls SET recording = ? WHERE id = ?", recorded.recording(), recorded.callId());
    }

    private static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }
}
