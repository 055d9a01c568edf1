package ringdown.ledger;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;

/**
 * Which promises are wanted, newest first.
 *
 * @param state open, broken, owed, kept, closed or all
 * @param contactId null: anybody's
 * @param notOf extensions: what concerns only these people is left out; what concerns nobody yet is not
 * @param limit 1 to 500
 * @param after the cursor of the page before
 */
public record PromiseQuery(
        String state,
        @Nullable String contactId,
        Set<Extension> notOf,
        int limit,
        @Nullable String after) {
    public PromiseQuery {
        notOf = Set.copyOf(notOf);
    }

    /** Whether that promise concerns only these people: who owes it, whom it went up to, who solves it. */
    public static boolean isOnlyOf(Set<Extension> people, Promise promise) {
        Matter matter = promise.matter();
        Matter.Handing handing = matter.handing();
        Set<String> concerned = new HashSet<>();
        for (@Nullable
        String one :
                new @Nullable String[] {promise.owner(), matter.escalatedTo(), handing == null ? null : handing.to()}) {
            if (one != null) {
                concerned.add(one);
            }
        }
        people.forEach(one -> concerned.remove(one.digits()));
        return concerned.isEmpty() && promise.owner() != null;
    }
}
