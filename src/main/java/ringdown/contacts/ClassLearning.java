package ringdown.contacts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringdown.number.PhoneNumber;

/**
 * What was learned about numbers whose contacts have no class of their own: each statement is kept, so that each can be taken back.
 * Implemented by the store; safe from any thread.
 */
public interface ClassLearning {

    /** The class that holds for whoever has these numbers: the one said last of any of them and not taken back. */
    Optional<String> classOf(Collection<PhoneNumber> numbers);

    /** The class of one number. */
    default Optional<String> classOf(PhoneNumber number) {
        return classOf(List.of(number));
    }

    /** Somebody classed the caller, by key or on the page. What was said of the same call before is taken back. Durable when it returns. */
    void classed(Classed fact);

    /** What was said of this call is taken back. */
    void forgetCall(String callId, String by, Instant at);

    /** Takes one statement back: the number is what it was before. Empty if there is none, or it was taken back already. */
    Optional<Learned> undo(String id, String by, Instant at);

    /** One statement, taken back or not. */
    Optional<Learned> get(String id);

    /** Statements that hold, newest first, those of these classes only. */
    Page list(Set<String> classes, @Nullable Instant from, @Nullable Instant to, int limit, @Nullable String after);

    /**
     * One statement of a person.
     *
     * @param callId the call it was said of, null: none
     * @param by who said so: an extension or an account
     */
    record Classed(
            PhoneNumber number,
            String callerClass,
            @Nullable String callId,
            String by,
            Instant at) {}

    /**
     * A statement as it is kept.
     *
     * @param refused calls refused since by it
     * @param undoneAt null while it holds
     */
    record Learned(
            String id,
            PhoneNumber number,
            String callerClass,
            @Nullable String callId,
            String by,
            Instant at,
            int refused,
            @Nullable Instant undoneAt) {}

    /** Some statements and where the next page begins, null at the end. */
    record Page(List<Learned> items, @Nullable String next) {
        public Page {
            items = List.copyOf(items);
        }
    }
}
