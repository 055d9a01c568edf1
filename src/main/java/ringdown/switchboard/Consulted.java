package ringdown.switchboard;

import java.util.List;
import ringdown.call.CallEvent;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.ledger.CallEntry;
import ringdown.ledger.Direction;

/**
 * What becomes of a transfer after asking, in which the sender has the other one on a second call: the two talks become one, in the call
 * with the outside caller, else in the one that the office made outside, else in this one.
 */
@SuppressWarnings("ReferenceEquality") // an inbox is itself
sealed interface Consulted {
    /** Who was asked talks on in this call. */
    record Joined(Bells.Bell bell) implements Consulted {}

    /** The other call asks for this one's caller. */
    record Elsewhere() implements Consulted {}

    /** The caller of another call in: they talk on with each other, without the office. */
    record Outsider(Bells.Bell bell) implements Consulted {}

    /** Two callers on lines of which none tells when its caller has gone; or the other call has just ended. */
    record Impossible() implements Consulted {}

    /** Whom the sender dialled has not lifted yet: they go on ringing, for whoever is put through. */
    record Ringing(List<Bells.Bell> bells) implements Consulted {}

    /** The sender had asked nobody, or nobody rings: whom they name is rung. */
    record Nobody() implements Consulted {}

    /** Throws if whoever is put through leaves meanwhile. */
    static Consulted of(CallRun stays, CallEvent.TransferAsked asked) {
        Leg other = asked.other();
        if (other == null) {
            return new Nobody();
        }
        if (!other.answered()) {
            List<Bells.Bell> ringing = other.mail().owner() == stays.inbox ? List.of() : Taking.of(stays, other);
            return ringing.isEmpty() ? new Nobody() : new Ringing(ringing);
        }
        Inbox there = other.mail().owner();
        Direction mine = direction(stays, stays.id());
        Direction theirs = direction(stays, there.callId());
        boolean outsiders = mine == Direction.IN && theirs == Direction.IN;
        if (there == stays.inbox || (outsiders && !watched(stays, there.callId()))) {
            return new Impossible();
        }
        if (rank(theirs) < rank(mine)) {
            other.mail().post(new CallEvent.TransferAsked(other, asked.target(), asked.leg()));
            return new Elsewhere();
        }
        return Taking.of(stays, other).stream()
                .findFirst()
                .<Consulted>map(bell -> outsiders ? new Outsider(bell) : new Joined(bell))
                .orElseGet(Impossible::new);
    }

    private static boolean watched(CallRun stays, String other) {
        String via = stays.desk.ledger().call(other).map(CallEntry::via).orElse("");
        boolean watched = Bridging.watched(stays.desk.equipment(), stays.caller.via(), via);
        if (!watched) {
            stays.event(Taking.UNWATCHED);
        }
        return watched;
    }

    private static Direction direction(CallRun run, String callId) {
        return run.desk.ledger().call(callId).map(CallEntry::direction).orElse(Direction.INTERNAL);
    }

    private static int rank(Direction direction) {
        return switch (direction) {
            case IN -> 0;
            case OUT -> 1;
            case INTERNAL -> 2;
        };
    }
}
