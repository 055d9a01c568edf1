package ringdown.switchboard;

import ringdown.ledger.CallOpened;
import ringdown.ledger.Direction;
import ringdown.ledger.Identity;
import ringdown.number.CallerId;
import ringdown.office.Office;

/** A call out, as the ledger has it from the beginning. Stateless. */
final class CallOut {
    private CallOut() {}

    /** Writes an outgoing call down, before anything rings. */
    static void open(Desk desk, Office office, String callId, String via, String number) {
        Caller other = Caller.of(CallerId.of(number, null), desk, office);
        desk.ledger()
                .open(new CallOpened(
                        callId, desk.clock().now(), Direction.OUT, via, number, number, null, false, null));
        desk.ledger()
                .identified(
                        callId,
                        new Identity(
                                number,
                                other.identity().name(),
                                false,
                                other.contactId(),
                                other.identity().contactName(),
                                other.callerClass()));
    }
}
