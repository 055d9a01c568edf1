package ringdown.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What people and the box do to a promise that is owed, other than keeping, closing and postponing it. */
public sealed interface PromiseChange {
    /** Somebody else owns it now (SITUATIONS 9). */
    record OwnerMoved(String to, String why) implements PromiseChange {}

    /** It was broken and goes to the head as well. */
    record Escalated(String head) implements PromiseChange {}

    /** A call-back begins. */
    record Tried() implements PromiseChange {}

    /** It reached nobody, or not the one it is owed to. */
    record NotReached(String note) implements PromiseChange {}

    /** It waits for the head's word. */
    record ConfirmAsked(Matter.Confirm what) implements PromiseChange {}

    /** The head has said yes. */
    record Confirmed() implements PromiseChange {}

    /** It was handed on inside the office (SITUATIONS 20); {@code overdueAt} null: the deadline stays. */
    record Handed(String to, Instant insideAt, @Nullable Instant overdueAt) implements PromiseChange {}

    /** It was handed to nobody after all: the owner solves it. */
    record TakenBack() implements PromiseChange {}

    /** The inside deadline has passed. */
    record Slipped() implements PromiseChange {}

    /** Whoever it was handed to has solved it. */
    record Solved(@Nullable String note) implements PromiseChange {}

    /** What is promised is another thing: a message that was heard is to be answered. */
    record KindChanged(Matter.Kind kind, Instant dueAt, Instant overdueAt) implements PromiseChange {}

    /** The caller is of another class, which is owed the same; null: of none. */
    record Known(@Nullable String callerClass) implements PromiseChange {}

    /** The caller is of another class, which is owed something else. */
    record Classed(@Nullable String callerClass, Matter.Kind kind, Instant dueAt, Instant overdueAt)
            implements PromiseChange {}
}
