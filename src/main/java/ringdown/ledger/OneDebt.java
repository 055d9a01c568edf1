package ringdown.ledger;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One promise for one caller, however often they call and however many were made before they were known to be one. Pure. */
final class OneDebt {
    private OneDebt() {}

    /** The older promise keeps its moments: a second call must not push back what the first caller was told. */
    static Promise withCall(Promise standing, String callId, @Nullable String contactName, PromiseDraft draft) {
        PromiseEdit edit = new PromiseEdit(standing);
        edit.calls = together(standing.calls(), List.of(callId));
        if (standing.contactId() == null && draft.contactId() != null) {
            edit.contactId = draft.contactId();
            edit.contactName = contactName;
        }
        if (standing.owner() == null) {
            edit.owner = draft.owner();
        }
        boolean sameMoments = standing.dueAt().equals(Books.trim(draft.dueAt()))
                && standing.overdueAt().equals(Books.trim(draft.overdueAt()));
        if (standing.spokenAs() == null && sameMoments) {
            edit.spokenAs = draft.spokenAs();
        }
        edit.matter = matter(standing, draft.matter());
        return edit.done();
    }

    /** Whoever calls again is not passing; whoever is to be called is not only listened to. */
    private static Matter matter(Promise standing, Matter further) {
        Matter was = standing.matter();
        Matter now = was.withPassing(was.passing() && further.passing())
                .withClass(further.callerClass() == null ? was.callerClass() : further.callerClass());
        return was.kind() == Matter.Kind.LISTEN ? now.withKind(further.kind()) : now;
    }

    private static List<String> together(List<String> calls, List<String> more) {
        LinkedHashSet<String> all = new LinkedHashSet<>(calls);
        all.addAll(more);
        return List.copyOf(all);
    }

    /** Two that turn out to be owed to one caller: the earlier moments hold. */
    static Promise of(Promise part, Promise into) {
        PromiseEdit edit = new PromiseEdit(into);
        edit.calls = together(into.calls(), part.calls());
        edit.matter = matter(into, part.matter());
        edit.dueAt = earlier(into.dueAt(), part.dueAt());
        edit.overdueAt = earlier(into.overdueAt(), part.overdueAt());
        edit.attempts = into.attempts() + part.attempts();
        return edit.done();
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
