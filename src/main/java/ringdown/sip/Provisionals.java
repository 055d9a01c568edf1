package ringdown.sip;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import ringdown.call.HangupCause;
import ringdown.clock.OfficeClock;

/**
 * 180 and 183 to a caller; reliably, one at a time, where the caller requires it (RFC 3262 §3). Lives in the leg's queue.
 */
final class Provisionals {
    private static final Duration T1 = Duration.ofMillis(500);
    private static final int REPETITIONS = 6;

    private final CallerLeg leg;
    private final Request invite;
    private final ServerTransaction transaction;
    private final boolean reliable;
    private final Deque<Response> waiting = new ArrayDeque<>();
    private long number = java.util.concurrent.ThreadLocalRandom.current().nextLong(1, 1 << 20);
    private boolean unconfirmed;
    private OfficeClock.@Nullable Alarm alarm;

    Provisionals(CallerLeg leg, Request invite, ServerTransaction transaction) {
        this.leg = leg;
        this.invite = invite;
        this.transaction = transaction;
        this.reliable = Text.lists(invite, "Require", "100rel");
    }

    void send(int status, @Nullable String sdp) {
        Response response = leg.response(status);
        Text.put(response, sdp == null ? null : Text.Body.sdp(sdp));
        if (!reliable) {
            SipStack.answer(transaction, response);
            return;
        }
        Text.add(response, "Require", "100rel");
        Text.add(response, "RSeq", Long.toString(number + waiting.size() + (unconfirmed ? 1 : 0)));
        if (unconfirmed) {
            waiting.add(response);
        } else {
            transmit(response, 0);
        }
    }

    private void transmit(Response response, int repetition) {
        unconfirmed = true;
        if (repetition == 0) {
            SipStack.answer(transaction, response);
        } else {
            leg.plant().stack().answerAgain(response);
        }
        Duration wait = T1.multipliedBy(1L << repetition);
        alarm = leg.plant().clock().after(wait, "1xx again", () -> leg.queue().run(() -> again(response, repetition)));
    }

    private void again(Response response, int repetition) {
        if (!unconfirmed || leg.over() || leg.answered()) {
            return;
        }
        if (repetition < REPETITIONS) {
            transmit(response, repetition + 1);
        } else {
            SipStack.answer(transaction, leg.response(504));
            leg.finish(HangupCause.LOST, true);
        }
    }

    boolean awaitsPrack() {
        return unconfirmed;
    }

    /** True if it confirms the response that is out; it is answered then. */
    boolean prack(Request prack, ServerTransaction tx, Session session) {
        String expected = number + " " + Wire.cseq(invite).getSeqNumber() + " INVITE";
        String rack = Text.first(prack, "RAck").orElse("").replaceAll("\\s+", " ");
        if (!unconfirmed
                || !rack.equals(expected)
                || !session.dialog().startedBy(prack)
                || !session.dialog().inOrder(prack)) {
            return false;
        }
        stop();
        unconfirmed = false;
        number++;
        session.answer(prack, tx, 200);
        Response next = waiting.poll();
        if (next != null && !leg.over()) {
            transmit(next, 0);
        }
        return true;
    }

    void stop() {
        if (alarm != null) {
            alarm.cancel();
        }
    }
}
