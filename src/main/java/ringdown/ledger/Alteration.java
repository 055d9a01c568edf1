package ringdown.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Carries one {@link PromiseChange} out on a promise being edited. Lives for one statement. */
final class Alteration {
    private final PromiseEdit edit;

    /** How the promise's history tells it. */
    record Noted(PromiseEvent.What what, @Nullable String note) {}

    Alteration(PromiseEdit edit) {
        this.edit = edit;
    }

    Noted of(PromiseChange change, Instant at) {
        return switch (change) {
            case PromiseChange.OwnerMoved moved -> {
                String note = "from %s to %s: %s".formatted(edit.owner, moved.to(), moved.why());
                edit.owner = moved.to();
                yield new Noted(PromiseEvent.What.MOVED, note);
            }
            case PromiseChange.Escalated up -> {
                edit.matter = edit.matter.withEscalatedTo(up.head());
                yield new Noted(PromiseEvent.What.ESCALATED, "to " + up.head());
            }
            case PromiseChange.Tried tried -> {
                edit.attempts++;
                yield new Noted(PromiseEvent.What.ATTEMPT, null);
            }
            case PromiseChange.NotReached not -> new Noted(PromiseEvent.What.NOT_REACHED, not.note());
            case PromiseChange.ConfirmAsked asked -> {
                edit.matter = edit.matter.withConfirm(asked.what());
                yield new Noted(PromiseEvent.What.ASKED, asked.what().word());
            }
            case PromiseChange.Confirmed yes -> {
                String note = edit.matter.confirm().word();
                edit.matter = edit.matter.withConfirm(Matter.Confirm.NOTHING);
                yield new Noted(PromiseEvent.What.CONFIRMED, note);
            }
            case PromiseChange.KindChanged kind -> kind(kind.kind(), kind.dueAt(), kind.overdueAt(), at);
            case PromiseChange.Known known -> {
                edit.matter = edit.matter.withClass(known.callerClass()).withPassing(false);
                yield new Noted(PromiseEvent.What.KIND, edit.matter.kind().word());
            }
            case PromiseChange.Classed classed -> {
                edit.matter = edit.matter.withClass(classed.callerClass());
                yield kind(classed.kind(), classed.dueAt(), classed.overdueAt(), at);
            }
            case PromiseChange.Handed handed -> handed(handed);
            case PromiseChange.TakenBack back -> {
                edit.matter = edit.matter.withHanding(null);
                yield new Noted(PromiseEvent.What.HANDED, "to nobody");
            }
            case PromiseChange.Slipped slipped -> {
                Matter.Handing was = edit.matter.handing();
                edit.matter = was == null
                        ? edit.matter
                        : edit.matter.withHanding(new Matter.Handing(was.to(), was.insideAt(), true, was.solvedAt()));
                yield new Noted(PromiseEvent.What.SLIPPED, "the client is told before the deadline");
            }
            case PromiseChange.Solved solved -> solved(solved, at);
        };
    }

    private Noted kind(Matter.Kind kind, Instant dueAt, Instant overdueAt, Instant at) {
        edit.matter = edit.matter.withKind(kind);
        edit.dueAt = Books.trim(dueAt);
        edit.overdueAt = Books.trim(overdueAt);
        if (overdueAt.isAfter(at)) {
            edit.state = Promise.State.OPEN;
            edit.matter = edit.matter.withEscalatedTo(null);
        }
        return new Noted(PromiseEvent.What.KIND, kind.word());
    }

    private Noted handed(PromiseChange.Handed handed) {
        edit.matter =
                edit.matter.withHanding(new Matter.Handing(handed.to(), Books.trim(handed.insideAt()), false, null));
        if (handed.overdueAt() != null) {
            edit.overdueAt = Books.trim(handed.overdueAt());
        }
        return new Noted(PromiseEvent.What.HANDED, "to " + handed.to());
    }

    private Noted solved(PromiseChange.Solved solved, Instant at) {
        Matter.Handing was = edit.matter.handing();
        if (was != null) {
            edit.matter = edit.matter.withHanding(
                    new Matter.Handing(was.to(), was.insideAt(), was.slipped(), Books.trim(at)));
        }
        return new Noted(PromiseEvent.What.SOLVED, solved.note());
    }
}
