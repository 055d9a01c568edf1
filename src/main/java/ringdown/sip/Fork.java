package ringdown.sip;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sip.ClientTransaction;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import ringdown.call.HangupCause;
import ringdown.clock.OfficeClock;

/**
 * One INVITE of a leg that rings, with all early dialogs that a proxy further on makes of it (RFC 3261 §13.2.2). Lives in the leg's
 * queue.
 */
final class Fork implements DialogOwner {
    private static final Duration AFTER_CANCEL = Duration.ofSeconds(32);

    private final RungLeg leg;
    private final Plant plant;
    private final CallTo to;
    private final Bargain bargain;
    private final String callId;
    private final String ourTag = Token.next();
    private final Map<String, Session> early = new ConcurrentHashMap<>();
    private long cseq;
    private int atLeast;
    private Request invite;
    private @Nullable ClientTransaction transaction;
    private @Nullable Session winner;
    private @Nullable HangupCause cancelled;
    private boolean heard;
    private boolean done;
    private OfficeClock.@Nullable Alarm alarm;

    Fork(RungLeg leg, CallTo to) {
        this.leg = leg;
        this.plant = leg.plant();
        this.to = to;
        String host = plant.stack().hostToward(to.hop());
        this.callId = Token.next() + Token.next() + "@" + host;
        this.bargain = new Bargain(host.replaceAll("[\\[\\]]", ""), leg.sound().localPort());
        this.invite = write(bargain.offer(Direction.SENDRECV), List.of());
        plant.dialogs().put(callId, ourTag, this);
    }

    private Request write(String sdp, List<String> proof) {
        List<String> lines = new ArrayList<>(SessionTimer.proposal(plant.settings(), atLeast));
        lines.addAll(proof);
        return to.invite(plant.stack(), callId, ourTag, ++cseq, lines, sdp);
    }

    void start() {
        in(plant.settings().deadAfter(), () -> {
            if (!heard) {
                unanswered();
            }
        });
        send();
    }

    private void send() {
        Request sent = invite;
        transaction = plant.stack().send(sent, to.hop(), new Replies() {
            @Override
            public void response(Response response) {
                leg.queue().run(() -> Fork.this.response(sent, response));
            }

            @Override
            public void unanswered() {
                leg.queue().run(Fork.this::unanswered);
            }
        });
    }

    private void in(Duration wait, Runnable then) {
        if (alarm != null) {
            alarm.cancel();
        }
        alarm = plant.clock().after(wait, "invite", () -> leg.queue().run(then));
    }

    private void unanswered() {
        if (!done) {
            end();
            if (!heard) {
                to.whenDead().run();
            }
            leg.failed(this, heard ? HangupCause.NO_ANSWER : HangupCause.UNREACHABLE, null);
        }
    }

    /** No more of this INVITE; a 2xx that comes all the same is dealt with by {@link #lateResponse}. */
    private void end() {
        done = true;
        if (alarm != null) {
            alarm.cancel();
        }
        ClientTransaction now = transaction;
        if (now != null && now.getState() != javax.sip.TransactionState.TERMINATED) {
            stopRepeating(now);
        }
    }

    private static void stopRepeating(ClientTransaction transaction) {
        try {
            transaction.terminate();
        } catch (javax.sip.ObjectInUseException alreadyOver) {
            // it ends by itself
        }
    }

    private void response(Request sent, Response response) {
        int status = response.getStatusCode();
        if (sent != invite) {
            return;
        }
        heard = true;
        if (status >= 200 && status < 300) {
            accepted(response);
        } else if (done) {
            return;
        } else if (status < 200) {
            provisional(response);
        } else {
            refused(response);
        }
    }

    private void provisional(Response response) {
        if (cancelled != null) {
            cancel(cancelled);
            return;
        }
        if (response.getStatusCode() == 100 || Wire.toTag(response).isEmpty()) {
            return;
        }
        Session session = sessionOf(response);
        new Prack(session).confirm(response);
        leg.dialogs();
        if (response.getStatusCode() == 180) {
            leg.rings();
        }
        if (Wire.carriesSdp(response) && take(session, response)) {
            leg.early(this, session);
        }
    }

    /** The dialog in which it rings; empty once it is over. */
    Stream<Dialog> early() {
        return early.values().stream().filter(one -> !done).map(Session::dialog);
    }

    private Session sessionOf(Response response) {
        return early.computeIfAbsent(
                Wire.toTag(response),
                tag -> new Session(
                        leg,
                        Dialog.calling(plant.stack(), invite, response, to.hop(), to.user()),
                        bargain.forked(),
                        to.login()));
    }

    /** False if what the far end says cannot be read or used. */
    private static boolean take(Session session, Response response) {
        try {
            session.media().bargain().accept(SdpParser.parse(Wire.body(response)));
            return true;
        } catch (SdpFault fault) {
            return false;
        }
    }

    private void accepted(Response response) {
        Session session = sessionOf(response);
        session.dialog().refreshTarget(response);
        acknowledge(session);
        if (session == winner) {
            return; // sent again: our ACK got lost
        }
        boolean known = session.media().bargain().agreed() != null;
        boolean speaks = Wire.carriesSdp(response) ? take(session, response) : known;
        if (done || cancelled != null || !speaks || !leg.won(this, session)) {
            session.bye(!speaks ? HangupCause.NOT_ACCEPTABLE : cancelled == null ? HangupCause.CANCELLED : cancelled);
            if (!done) {
                end();
                leg.failed(this, speaks ? HangupCause.CANCELLED : HangupCause.NOT_ACCEPTABLE, null);
            }
            return;
        }
        winner = session;
        done = true;
        if (alarm != null) {
            alarm.cancel();
        }
        session.timer().accepted(response);
        leg.tellName(session);
    }

    private void acknowledge(Session session) {
        plant.stack()
                .sendAck(
                        session.dialog().ack(Wire.cseq(invite).getSeqNumber()),
                        session.dialog().hop());
    }

    private void refused(Response response) {
        int status = response.getStatusCode();
        String proof = (status == 401 || status == 407) && to.login() != null
                ? to.login().answer(invite, response)
                : null;
        int shortest = status == 422 ? SessionTimer.wanted(response) : 0;
        if (cancelled == null && (proof != null || shortest > atLeast)) {
            atLeast = Math.max(atLeast, shortest);
            invite = write(bargain.offer(Direction.SENDRECV), proof == null ? List.of() : List.of(proof));
            send();
            return;
        }
        end();
        forget();
        String elsewhere = status >= 300 && status < 400
                ? Uri.in(response, "Contact")
                        .map(Uri::user)
                        .filter(u -> !u.isEmpty())
                        .orElse(null)
                : null;
        leg.failed(this, elsewhere == null ? Statuses.cause(status) : HangupCause.NO_ANSWER, elsewhere);
    }

    /** Stops ringing (RFC 3261 §9.1): not before something was heard, else the CANCEL might overtake the INVITE. */
    void cancel(HangupCause cause) {
        if (done) {
            return;
        }
        cancelled = cause;
        ClientTransaction now = transaction;
        if (!heard || now == null) {
            return;
        }
        try {
            Request cancel = now.createCancel();
            Text.add(cancel, "Reason", Statuses.reason(cause));
            plant.stack().send(cancel, to.hop(), Replies.NONE);
        } catch (SipException tooLate) {
            org.tinylog.Logger.debug("not cancelled: {}", tooLate.getMessage());
        }
        in(AFTER_CANCEL, this::unanswered);
    }

    /** A 2xx after everything is over: it is acknowledged, and ended unless it is the winner's. */
    @Override
    public void lateResponse(Response response) {
        leg.queue().run(() -> {
            if (Wire.cseq(response).getMethod().equals("INVITE") && response.getStatusCode() / 100 == 2) {
                accepted(response);
            }
        });
    }

    @Override
    public void request(Request request, ServerTransaction tx) {
        leg.queue().run(() -> {
            Session session = early.get(Wire.fromTag(request));
            if (session == null) {
                SipStack.answer(tx, Text.response(request, 481));
            } else {
                session.request(request, tx);
            }
        });
    }

    @Override
    public void ack(Request ack) {
        leg.queue().run(() -> {
            Session session = early.get(Wire.fromTag(ack));
            if (session != null) {
                session.media().ack(ack);
            }
        });
    }

    @Override
    public boolean with(String theirTag) {
        return early.containsKey(theirTag);
    }

    @Override
    public Optional<SipLeg> leg() {
        return Optional.of(leg);
    }

    void forget() {
        plant.dialogs().remove(callId, ourTag);
    }
}
