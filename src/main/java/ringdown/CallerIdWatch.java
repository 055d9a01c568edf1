package ringdown;

import java.util.List;
import ringdown.clock.OfficeClock;
import ringdown.ledger.CallEntry;
import ringdown.ledger.CallQuery;
import ringdown.ledger.Direction;
import ringdown.ledger.Ledger;
import ringdown.notice.Alarms;
import ringdown.notice.Notice;
import ringdown.notice.Notices;

/** Ten calls in a row without a number on a line: it brings no caller ID (SITUATIONS 11). Listens on the notices' thread. */
final class CallerIdWatch implements AutoCloseable {
    /** Order the service, or change the scheme. */
    static final String ALARM = "noCallerId";

    private static final int IN_A_ROW = 10;

    private final Ledger ledger;
    private final OfficeClock clock;
    private final Alarms alarms;
    private final Notices.Listening listening;

    CallerIdWatch(Ledger ledger, OfficeClock clock, Notices notices, Alarms alarms) {
        this.ledger = ledger;
        this.clock = clock;
        this.alarms = alarms;
        this.listening = notices.listen(notice -> {
            if (notice instanceof Notice.CallChanged changed && changed.cameIn()) {
                ledger.call(changed.callId()).ifPresent(this::look);
            }
        });
    }

    private void look(CallEntry call) {
        if (call.direction() != Direction.IN || call.endedAt() == null) {
            return;
        }
        if (call.callerNumber() != null) {
            alarms.heal(ALARM, call.via(), clock.now());
        } else if (numberless(call.via())) {
            alarms.raise(ALARM, call.via(), clock.now());
        }
    }

    private boolean numberless(String via) {
        List<CallEntry> newest = ledger.calls(new CallQuery(null, null, via, null, null, null, null, IN_A_ROW, null))
                .items();
        return newest.size() == IN_A_ROW
                && newest.stream().allMatch(c -> c.direction() == Direction.IN && c.callerNumber() == null);
    }

    @Override
    public void close() {
        listening.close();
    }
}
