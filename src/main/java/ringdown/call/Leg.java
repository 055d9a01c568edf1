package ringdown.call;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import ringdown.media.Voice;
import ringdown.number.CallerId;

/**
 * One device's part in a call, until it is over: a caller on a line, one telephone that is rung. Commands never block and never
 * throw for what the far end does; their result is an event in the owner's inbox. Safe from any thread.
 */
public interface Leg {
    /** Unique in this run of the box, short enough for logs. */
    String id();

    /** The line, trunk or telephone: "fxo:1", a trunk's name, "fxs:2", or the extension of a SIP phone's user. */
    String via();

    /** One object for the life of the leg. */
    Voice voice();

    /** True once either side has answered and until Gone. */
    boolean answered();

    /** A leg that came in: tell the caller that it rings (180; nothing on a line, where the exchange's own ring-back is heard). */
    void ringing();

    /** A leg that came in: let the caller hear our sound before the answer (183 with SDP); a line is answered only by {@link #answer()}. */
    void earlySound();

    /** A leg that came in: answer it (200, off-hook). Idempotent. */
    void answer();

    /** Sends a key to the far end by what it understands (RFC 4733, or tone in the sound). */
    void sendDigit(char digit);

    /** Ends it; ends in exactly one {@link CallEvent.Gone}. Idempotent. */
    void hangUp(HangupCause cause);

    /**
     * Who is at the other end from now on, for the display of a telephone of the office: told with the answer, and again whenever
     * somebody else has taken their place. Nothing for lines and trunks, and for telephones that cannot show it in a talk.
     */
    default void shows(CallerId who) {}

    /**
     * After {@link CallEvent.Gone}: how long before it the far end had left in truth, as far as the edge can tell (an exchange that has
     * stopped ringing is only believed after the longest pause, LINES.md 10).
     */
    default Duration goneBefore() {
        return Duration.ZERO;
    }

    /** Whether the far end, having asked for a transfer, waits to be told what became of it; else it has gone its way already. */
    default boolean toldOfTransfers() {
        return false;
    }

    /** The far end has asked for a transfer: whoever is meant rings. */
    default void transferRings() {}

    /** The far end has asked for a transfer: it is over; null if it was carried out, else why not. */
    default void transferEnded(@Nullable HangupCause failed) {}

    /** Who owns the leg, and the way to give it away. */
    LegMail mail();
}
