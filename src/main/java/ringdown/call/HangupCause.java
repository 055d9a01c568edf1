package ringdown.call;

/** Why a leg ended, in words that an analog line and SIP share. */
public enum HangupCause {
    /** Somebody hung up after the call was set up. */
    NORMAL,
    /** The caller gave up before an answer. */
    CANCELLED,
    /** The called party is talking (486, busy tone). */
    BUSY,
    /** Rang until the time was over (480, 408). */
    NO_ANSWER,
    /** The called party refused (603, key on the telephone). */
    REJECTED,
    /** No way to the telephone: unregistered, unplugged, no battery, transport failed. */
    UNREACHABLE,
    /** There is no such number (404, SIT). */
    NO_SUCH_NUMBER,
    /** All ways are taken or the network is overloaded (503, congestion tone). */
    CONGESTION,
    /** No common codec or a broken offer (488). */
    NOT_ACCEPTABLE,
    /** A colleague took the call (RFC 3326 Reason). */
    ANSWERED_ELSEWHERE,
    /** The far end stopped answering: no RTP, no session refresh, loop lost. */
    LOST,
    /** Ended for silence (LINES.md 11). */
    SILENCE,
    /** The office does not take this call (rule of the office file). */
    REFUSED,
    /** The box is stopping. */
    SHUTDOWN,
    /** A fault inside the box. */
    FAULT
}
