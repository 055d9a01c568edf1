package ringdown.sip;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;

/**
 * One telephone that has registered as a person's extension (RFC 3261 §10).
 *
 * @param extension whose telephone
 * @param contact the contact URI as the telephone wrote it, without header parameters: {@code sip:201@10.0.0.5:5062;transport=tcp}
 * @param instance {@code +sip.instance} (RFC 5626 §4.1) as written, which stays the same over restarts of the telephone; null if it
 *     gave none
 * @param transport {@code udp} or {@code tcp}
 * @param host where it is reached: its contact's address, or the one the request came from where a translator (NAT) has changed it
 * @param port the port there
 * @param callId Call-ID of the registering request: with {@code cseq} it orders requests of one telephone
 * @param cseq its CSeq number
 * @param q the preference the telephone gave itself, 0 to 1000 thousandths
 * @param userAgent what the telephone calls itself; empty if it does not say
 * @param registeredAt wall time of the registering request
 * @param expires how long it holds from then on
 */
public record Registration(
        Extension extension,
        String contact,
        @Nullable String instance,
        String transport,
        String host,
        int port,
        String callId,
        long cseq,
        int q,
        String userAgent,
        Instant registeredAt,
        Duration expires) {
    /** Refuses what cannot be. */
    public Registration {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port " + port);
        }
        if (expires.isNegative()) {
            throw new IllegalArgumentException("expires " + expires);
        }
    }

    /** What makes it one registration: a newer one with the same id takes its place. */
    public String id() {
        return extension.digits() + " " + (instance == null ? contact : instance);
    }
}
