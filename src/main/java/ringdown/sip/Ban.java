package ringdown.sip;

import java.time.Instant;

/**
 * An address that is answered no more for a while.
 *
 * @param address as {@link Origin} writes it
 * @param reason in words for the office
 * @param times how often it has been banned within a month, this one included: the next one is longer
 */
public record Ban(String address, Instant since, Instant until, String reason, int times) {
    /** While it lasts. */
    public boolean holds(Instant now) {
        return now.isBefore(until);
    }
}
