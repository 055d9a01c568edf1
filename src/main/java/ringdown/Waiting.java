package ringdown;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import ringdown.clock.OfficeClock;
import ringdown.ledger.Ledger;
import ringdown.ledger.Promise;
import ringdown.office.CurrentOffice;
import ringdown.sip.WaitingMail;
import ringdown.voicemail.Messages;

/**
 * What waits for somebody: new messages in their own box or one of their teams', and calls that they owe and that are due. Reads the disk.
 */
record Waiting(OfficeClock clock, CurrentOffice office, Messages messages, Ledger ledger) {
    /** Who owes a call that is due. */
    Set<String> owing() {
        Instant now = clock.now();
        return ledger.owed().stream()
                .filter(promise -> !promise.dueAt().isAfter(now))
                .map(Promise::owner)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** {@code owing}: who owes a call that is due. */
    WaitingMail of(String who, Set<String> owing) {
        int unheard = Mailboxes.of(office.get(), who, clock.now()).stream()
                .mapToInt(messages::unheard)
                .sum();
        return new WaitingMail(unheard > 0 || owing.contains(who), unheard);
    }
}
