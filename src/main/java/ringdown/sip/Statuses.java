package ringdown.sip;

import java.util.Locale;
import ringdown.call.HangupCause;

/** Status codes (RFC 3261 §21) and the causes of calls, in both directions; Q.850 causes for Reason headers (RFC 3326). Pure. */
final class Statuses {
    static final String ALLOW =
            "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE, PRACK, REFER, NOTIFY, SUBSCRIBE, REGISTER";
    static final String SUPPORTED = "100rel, timer, replaces";

    private Statuses() {}

    /** The final answer to an INVITE that ends for that cause. */
    static int of(HangupCause cause) {
        return switch (cause) {
            case BUSY -> 486;
            case NO_ANSWER, UNREACHABLE -> 480;
            case REJECTED, REFUSED -> 603;
            case NO_SUCH_NUMBER -> 404;
            case CONGESTION, SHUTDOWN -> 503;
            case NOT_ACCEPTABLE -> 488;
            case NORMAL, CANCELLED, ANSWERED_ELSEWHERE, SILENCE -> 480;
            case LOST, FAULT -> 500;
        };
    }

    /** ITU-T Q.850 §2.2.7. */
    static int q850(HangupCause cause) {
        return switch (cause) {
            case NORMAL, CANCELLED, SILENCE -> 16;
            case BUSY -> 17;
            case NO_ANSWER -> 19;
            case REJECTED, REFUSED -> 21;
            case NO_SUCH_NUMBER -> 1;
            case UNREACHABLE -> 20;
            case CONGESTION -> 34;
            case NOT_ACCEPTABLE -> 88;
            case ANSWERED_ELSEWHERE -> 26;
            case LOST -> 27;
            case SHUTDOWN -> 38;
            case FAULT -> 41;
        };
    }

    /** A Reason header's value. */
    static String reason(HangupCause cause) {
        if (cause == HangupCause.ANSWERED_ELSEWHERE) {
            return "SIP ;cause=200 ;text=\"Call completed elsewhere\"";
        }
        return "Q.850 ;cause=" + q850(cause) + " ;text=\""
                + cause.name().toLowerCase(Locale.ROOT).replace('_', ' ') + "\"";
    }

    /** What the far end means by refusing our INVITE; who does not let us in at all (401, 403, 407) has asked nobody. */
    static HangupCause cause(int status) {
        return switch (status) {
            case 486, 600 -> HangupCause.BUSY;
            case 480, 408, 487 -> HangupCause.NO_ANSWER;
            case 433, 603, 607 -> HangupCause.REJECTED;
            case 404, 410, 484, 604 -> HangupCause.NO_SUCH_NUMBER;
            case 415, 488, 606 -> HangupCause.NOT_ACCEPTABLE;
            case 500, 502, 503, 504 -> HangupCause.CONGESTION;
            default -> HangupCause.UNREACHABLE;
        };
    }
}
