package ringdown.voicemail;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import ringdown.office.Voicemail;

/**
 * Until when a message is kept: so long from when it was left, but never less than a week from when it was first heard (a shorter time of
 * the office file goes before), and as long as nobody has heard it or something is owed for it. Pure.
 */
public record ShelfLife(Voicemail rules) {
    private static final Duration AFTER_HEARING = Duration.ofDays(7);

    /** When its time is over; empty while it has no end. */
    public Optional<Instant> until(Message message) {
        if (!message.heard() || message.owed()) {
            return Optional.empty();
        }
        Duration keep = rules.keep(message.mailbox());
        Duration again = keep.compareTo(AFTER_HEARING) < 0 ? keep : AFTER_HEARING;
        Instant heard = message.heardAt() == null ? message.at() : message.heardAt();
        Instant left = message.at().plus(keep);
        return Optional.of(heard.plus(again).isAfter(left) ? heard.plus(again) : left);
    }
}
