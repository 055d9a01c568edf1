package ringdown.sip;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.sip.ServerTransaction;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import ringdown.call.CallEvent;

/**
 * Offers and answers after the first one: hold, resume, a changed codec or address, in re-INVITE (RFC 3261 §14) and UPDATE
 * (RFC 3311); 491 where both sides offer at once. Lives in the leg's queue.
 */
final class Renegotiation {
    private final Session session;
    private final Bargain bargain;
    private @Nullable UnackedOk unacked;
    private boolean weOffer;
    private boolean answerComesInAck;

    Renegotiation(Session session, Bargain bargain) {
        this.session = session;
        this.bargain = bargain;
    }

    Bargain bargain() {
        return bargain;
    }

    private boolean glare() {
        return weOffer || answerComesInAck;
    }

    /** A 2xx of ours waits for its ACK; with our offer in it, the answer comes there. */
    void sent(UnackedOk ok, boolean withOffer) {
        unacked = ok;
        answerComesInAck = withOffer;
    }

    boolean awaitsAck() {
        return unacked != null && unacked.waiting();
    }

    void repeatOk() {
        if (unacked != null) {
            unacked.repeat();
        }
    }

    void reinvite(Request request, ServerTransaction transaction) {
        if (glare()) {
            session.answer(request, transaction, 491);
            return;
        }
        if (!session.leg().answered()) {
            later(request, transaction);
            return;
        }
        Response ok = ok(request, transaction);
        if (ok != null) {
            boolean offering = !Wire.carriesSdp(request);
            if (offering) {
                Text.put(ok, Text.Body.sdp(bargain.offer(Direction.SENDRECV)));
            }
            if (unacked != null) {
                unacked.stop();
            }
            sent(new UnackedOk(session.plant(), session.leg().queue(), transaction, ok, session::lost), offering);
        }
    }

    void update(Request request, ServerTransaction transaction) {
        boolean offers = Wire.carriesSdp(request);
        if (offers && glare()) {
            session.answer(request, transaction, 491);
        } else if (offers && !session.leg().answered()) {
            later(request, transaction);
        } else {
            Response ok = ok(request, transaction);
            if (ok != null) {
                SipStack.answer(transaction, ok);
            }
        }
    }

    /** The first offer is still without its answer (RFC 3261 §14.2, RFC 3311 §5.2). */
    private void later(Request request, ServerTransaction transaction) {
        Response response = session.response(request, 500);
        Text.add(
                response,
                "Retry-After",
                Integer.toString(ThreadLocalRandom.current().nextInt(1, 10)));
        SipStack.answer(transaction, response);
    }

    /** The 200 with our answer, when the offer was taken; else null, and the refusal is sent. */
    private @Nullable Response ok(Request request, ServerTransaction transaction) {
        int tooShort = session.timer().tooShort(request);
        if (tooShort > 0) {
            Response refusal = session.response(request, 422);
            Text.add(refusal, "Min-SE", Integer.toString(tooShort));
            SipStack.answer(transaction, refusal);
            return null;
        }
        Response ok = session.response(request, 200);
        Text.add(ok, "Allow", Statuses.ALLOW);
        Text.add(ok, "Contact", session.dialog().contact());
        if (Wire.carriesSdp(request)) {
            Agreed before = bargain.agreed();
            try {
                Text.put(ok, Text.Body.sdp(bargain.answer(SdpParser.parse(Wire.body(request)))));
            } catch (SdpFault fault) {
                session.answer(request, transaction, 488);
                return null;
            }
            apply(before);
        }
        session.dialog().refreshTarget(request);
        session.timer().accept(request, ok);
        return ok;
    }

    /** ACK for a 2xx of ours. */
    void ack(Request ack) {
        if (unacked == null || !unacked.ack(Wire.cseq(ack).getSeqNumber())) {
            return;
        }
        if (answerComesInAck) {
            answerComesInAck = false;
            take(ack);
        }
    }

    /** Our offer has been answered in that message; an answer that cannot be read changes nothing. */
    private void take(Message message) {
        Agreed before = bargain.agreed();
        try {
            bargain.accept(SdpParser.parse(Wire.body(message)));
            apply(before);
        } catch (SdpFault fault) {
            org.tinylog.Logger.debug("answer not readable: {}", fault.getMessage());
        }
    }

    /** What has been settled takes effect, and the call hears of what a person would notice. */
    void apply(@Nullable Agreed before) {
        Agreed now = bargain.agreed();
        if (now == null || now.equals(before)) {
            return;
        }
        SipLeg leg = session.leg();
        leg.sound().agree(now);
        if (before != null && now.held() != before.held()) {
            leg.post(now.held() ? new CallEvent.Held(leg) : new CallEvent.Resumed(leg));
        }
        leg.post(new CallEvent.VoiceChanged(leg));
    }

    /** Our re-INVITE that changes nothing but shows that both are there (RFC 4028 §10). */
    void refreshByInvite(List<String> headers, java.util.function.Consumer<Session.Outcome> then) {
        Agreed now = bargain.agreed();
        if (glare() || awaitsAck() || now == null) {
            session.plant()
                    .clock()
                    .after(
                            Duration.ofSeconds(2),
                            "refresh",
                            () -> session.leg().queue().run(() -> {
                                if (!session.leg().over()) {
                                    refreshByInvite(headers, then);
                                }
                            }));
            return;
        }
        weOffer = true;
        session.ask("INVITE", headers, Text.Body.sdp(bargain.offer(now.ours())), outcome -> {
            weOffer = false;
            Response response = outcome.response();
            if (response != null && outcome.good()) {
                session.plant()
                        .stack()
                        .sendAck(
                                session.dialog().ack(Wire.cseq(response).getSeqNumber()),
                                session.dialog().hop());
                session.dialog().refreshTarget(response);
                take(response);
            }
            then.accept(outcome);
        });
    }

    void stop() {
        if (unacked != null && !awaitsAck()) {
            unacked.stop();
        }
    }
}
