package ringdown.switchboard;

import java.util.Optional;
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

    /** Two callers from outside are not joined; or the other call has just ended. */
    record Impossible() implements Consulted {}

    /** The sender had asked nobody who has lifted: whom they dialled is rung. */
    record Nobody() implements Consulted {}

    /** Throws if whoever is put through leaves meanwhile. */
    static Consulted of(CallRun stays, CallEvent.TransferAsked asked) {
        Leg other = asked.other();
        if (other == null || !other.answered()) {
            return new Nobody();
        }
        Inbox there = other.mail().owner();
        Direction mine = direction(stays, stays.id());
        Direction theirs = direction(stays, there.callId());
        if (there == stays.inbox || (mine == Direction.IN && theirs == Direction.IN)) {
            return new Impossible();
        }
        if (rank(theirs) < rank(mine)) {
            other.mail().post(new CallEvent.TransferAsked(other, asked.target(), asked.leg()));
            return new Elsewhere();
        }
        Optional<Bells.Bell> bell = Taking.of(stays, other);
        return bell.<Consulted>map(Joined::new).orElseGet(Impossible::new);
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
