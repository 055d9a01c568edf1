package ringdown.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import ringdown.ledger.Matter;
import ringdown.ledger.Posting;
import ringdown.ledger.Promise;

/** Turns what the books decide about promises into rows. Runs on the writer's thread, inside its transaction. */
final class PromiseRows {
    private PromiseRows() {}

    static void promised(Handle db, Promise p) {
        Update update = db.createUpdate("""
                INSERT INTO promises (id, call_id, number, contact_id, contact_name, owner, made_at, due_at, overdue_at, spoken_as,
                state, how, late, closed_by, closed_at, attempts, reason, kind, class, text, in_talk, passing, confirm,
                escalated_to, handed_to, inside_at, slipped, solved_at)
                VALUES (:id, :call, :number, :contact, :contactName, :owner, :madeAt, :dueAt, :overdueAt, :spokenAs, :state, :how,
                :late, :closedBy, :closedAt, :attempts, :reason, :kind, :class, :text, :inTalk, :passing, :confirm,
                :escalatedTo, :handedTo, :insideAt, :slipped, :solvedAt)
                ON CONFLICT (id) DO UPDATE SET number = excluded.number, contact_id = excluded.contact_id,
                contact_name = excluded.contact_name, owner = excluded.owner, due_at = excluded.due_at,
                overdue_at = excluded.overdue_at, spoken_as = excluded.spoken_as, state = excluded.state, how = excluded.how,
                late = excluded.late, closed_by = excluded.closed_by, closed_at = excluded.closed_at,
                attempts = excluded.attempts, reason = excluded.reason, kind = excluded.kind, class = excluded.class,
                text = excluded.text, passing = excluded.passing, confirm = excluded.confirm,
                escalated_to = excluded.escalated_to, handed_to = excluded.handed_to, inside_at = excluded.inside_at,
                slipped = excluded.slipped, solved_at = excluded.solved_at""");
        matter(standing(update, p), p.matter()).execute();
    }

    private static Update standing(Update update, Promise p) {
        return update.bind("id", p.id())
                .bind("call", p.callId())
                .bind("number", p.number())
                .bind("contact", p.contactId())
                .bind("contactName", p.contactName())
                .bind("owner", p.owner())
                .bind("madeAt", p.madeAt().toEpochMilli())
                .bind("dueAt", p.dueAt().toEpochMilli())
                .bind("overdueAt", p.overdueAt().toEpochMilli())
                .bind("spokenAs", p.spokenAs())
                .bind("state", p.state().word())
                .bind("how", p.how())
                .bind("late", p.late())
                .bind("closedBy", p.closedBy())
                .bind("closedAt", millis(p.closedAt()))
                .bind("attempts", p.attempts())
                .bind("reason", p.reason());
    }

    private static Update matter(Update update, Matter matter) {
        Matter.Handing handing = matter.handing();
        return update.bind("kind", matter.kind().word())
                .bind("class", matter.callerClass())
                .bind("text", matter.text())
                .bind("inTalk", matter.inTalk())
                .bind("passing", matter.passing())
                .bind("confirm", matter.confirm().word())
                .bind("escalatedTo", matter.escalatedTo())
                .bind("handedTo", handing == null ? null : handing.to())
                .bind("insideAt", handing == null ? null : millis(handing.insideAt()))
                .bind("slipped", handing != null && handing.slipped())
                .bind("solvedAt", handing == null ? null : millis(handing.solvedAt()));
    }

    static void noted(Handle db, Posting.Noted noted) {
        db.execute(
                "INSERT INTO promise_events (promise_id, at, what, by, note) VALUES (?, ?, ?, ?, ?)",
                noted.promiseId(),
                noted.event().at().toEpochMilli(),
                noted.event().what().word(),
                noted.event().by(),
                noted.event().note());
    }

    /** Its calls and its history are the other's; the row stays, so that whoever has its id finds the other. */
    static void merged(Handle db, Posting.Merged merged) {
        db.execute("UPDATE calls SET promise_id = ? WHERE promise_id = ?", merged.into(), merged.promiseId());
        db.execute("UPDATE promise_events SET promise_id = ? WHERE promise_id = ?", merged.into(), merged.promiseId());
        db.execute(
                "UPDATE promises SET joined_into = ?, state = 'closed', how = 'joined' WHERE id = ?",
                merged.into(),
                merged.promiseId());
    }

    private static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }
}
