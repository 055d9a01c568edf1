package ringdown.switchboard;

import java.time.Instant;
import ringdown.clock.OfficeClock;
import ringdown.ledger.Ledger;
import ringdown.office.Office;
import ringdown.presence.Presence;

/** Own mobiles that are asked for no code still: who looks at the alarms after a restart sees them again. Stateless. */
public final class CodeLocks {
    private CodeLocks() {}

    /** Raises the alarms that stood when the box stopped and have not ended since; once, before calls are taken. */
    public static void restore(Office office, Ledger ledger, OfficeClock clock, Presence presence) {
        Instant now = clock.now();
        office.people().stream()
                .filter(person -> person.pin() != null && person.mobile() != null)
                .forEach(person -> WrongCodes.of(ledger, person, now)
                        .lockedSince(now)
                        .ifPresent(since -> presence.locked(person.extension(), since, WrongCodes.until(since))));
    }
}
