package ringdown.sip;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sip.ServerTransaction;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.call.TelephoneCall;
import ringdown.clock.OfficeClock;
import ringdown.number.CallerId;

/** A leg that came in: a telephone of the office that has dialled, or a trunk that brings a call. */
final class CallerLeg extends SipLeg implements DialogOwner {
    private static final Duration PROVISIONAL_AGAIN = Duration.ofSeconds(60);

    private final Request invite;
    private final ServerTransaction transaction;
    private final Session session;
    private final Bargain bargain;
    private final Provisionals provisionals;
    private final String ourTag = Token.next();
    private @Nullable String answer;
    private boolean offerless;
    private boolean refused;
    private boolean wantsAnswer;
    private @Nullable HangupCause byeAfterAck;
    private OfficeClock.@Nullable Alarm again;

    CallerLeg(
            Plant plant,
            Request invite,
            ServerTransaction transaction,
            String via,
            String user,
            Inbox inbox,
            @Nullable Login login,
            Runnable whenOver) {
        super(plant, via, inbox, whenOver);
        this.invite = invite;
        this.transaction = transaction;
        Dialog dialog = Dialog.called(plant.stack(), invite, ourTag, user);
        String host = plant.stack().hostToward(Wire.source(invite)).replaceAll("[\\[\\]]", "");
        this.bargain = new Bargain(host, sound().localPort());
        this.session = new Session(this, dialog, bargain, login);
        this.provisionals = new Provisionals(this, invite, transaction);
        dialog.inOrder(invite);
        plant.dialogs().put(Wire.callId(invite), ourTag, this);
        plant.dialogs().putInvite(Wire.branchKey(invite), this);
        plant.dialogs().putInvite(Wire.mergeKey(invite), this);
    }

    /** Reads the offer, then hands the leg on; a leg that cannot be is refused and never seen. */
    void begin(Consumer<CallerLeg> ready) {
        queue().run(() -> {
            int tooShort = session.timer().tooShort(invite);
            if (tooShort > 0) {
                Response response = response(422);
                Text.add(response, "Min-SE", Integer.toString(tooShort));
                refuse(response, HangupCause.NOT_ACCEPTABLE);
            } else if (!sound().usable()) {
                refuse(response(503), HangupCause.CONGESTION);
            } else if (readOffer()) {
                ready.accept(this);
            } else {
                refuse(response(488), HangupCause.NOT_ACCEPTABLE);
            }
        });
    }

    private boolean readOffer() {
        offerless = !Wire.carriesSdp(invite);
        try {
            answer = offerless ? null : bargain.answer(SdpParser.parse(Wire.body(invite)));
            return offerless || Wire.body(invite).length > 0;
        } catch (SdpFault fault) {
            return false;
        }
    }

    private void refuse(Response response, HangupCause cause) {
        refused = true;
        SipStack.answer(transaction, response);
        finish(cause, false);
    }

    /** A response to the INVITE, with our tag. */
    Response response(int status) {
        Response response = session.response(invite, status);
        try {
            ((ToHeader) response.getHeader(ToHeader.NAME)).setTag(ourTag);
        } catch (java.text.ParseException never) {
            throw new IllegalStateException(never); // hexadecimal digits are a token
        }
        if (status < 300) {
            Text.add(response, "Contact", session.dialog().contact());
            Text.all(invite, "Record-Route").forEach(route -> addRoute(response, route));
            Text.add(response, "Allow", Statuses.ALLOW);
            identify(response, status);
        }
        return response;
    }

    /** Who is called, or has answered, on the caller's display. */
    private void identify(Response response, int status) {
        CallerId who = party();
        if (who != null && status > 100) {
            String host = plant().stack().hostToward(session.dialog().hop());
            Party.lines(who, host, "called").forEach(line -> {
                String[] header = line.split(": ", 2);
                Text.add(response, header[0], header[1]);
            });
        }
    }

    private static void addRoute(Response response, String route) {
        if (!Text.all(response, "Record-Route").contains(route)) {
            Text.add(response, "Record-Route", route);
        }
    }

    @Override
    void sendRinging() {
        if (!over() && !answered()) {
            provisional(180, null);
        }
    }

    @Override
    void sendEarlySound() {
        if (!over() && !answered()) {
            provisional(183, answer);
            if (answer != null) {
                session.media().apply(null);
            }
        }
    }

    private void provisional(int status, @Nullable String sdp) {
        provisionals.send(status, sdp);
        if (again != null) {
            again.cancel();
        }
        again = plant().clock()
                .after(
                        PROVISIONAL_AGAIN,
                        "still ringing",
                        () -> queue().run(() -> {
                            if (!over() && !answered()) {
                                provisional(status, sdp);
                            }
                        }));
    }

    @Override
    void sendAnswer() {
        if (over() || answered() || refused) {
            return;
        }
        if (provisionals.awaitsPrack()) {
            wantsAnswer = true;
            return;
        }
        Response ok = response(200);
        Text.add(ok, "Supported", Statuses.SUPPORTED);
        Text.put(ok, Text.Body.sdp(answer == null ? bargain.offer(Direction.SENDRECV) : answer));
        session.timer().accept(invite, ok);
        session.name().known(party());
        becomeAnswered();
        if (!offerless) {
            session.media().apply(null);
        }
        session.media().sent(new UnackedOk(plant(), queue(), transaction, ok, this::neverAcked), offerless);
        session.established();
    }

    private void neverAcked() {
        if (byeAfterAck == null) {
            session.lost();
        } else {
            session.bye(byeAfterAck);
        }
    }

    @Override
    public void request(Request request, ServerTransaction tx) {
        queue().run(() -> {
            if (request.getMethod().equals("PRACK") && provisionals.prack(request, tx, session)) {
                if (wantsAnswer) {
                    sendAnswer();
                }
            } else {
                boolean before = !answered() && !over();
                session.request(request, tx);
                if (over() && before) {
                    SipStack.answer(transaction, response(487)); // BYE in an early dialog (RFC 3261 §15.1.2)
                }
            }
        });
    }

    @Override
    public void ack(Request ack) {
        queue().run(() -> {
            session.media().ack(ack);
            HangupCause cause = byeAfterAck;
            if (cause != null && !session.media().awaitsAck()) {
                byeAfterAck = null;
                session.bye(cause);
            }
        });
    }

    /** The caller gives up (RFC 3261 §9.2). */
    void cancel(Request cancel, ServerTransaction tx) {
        queue().run(() -> {
            session.answer(cancel, tx, 200);
            if (!over() && !answered()) {
                SipStack.answer(transaction, response(487));
                finish(HangupCause.CANCELLED, true);
            }
        });
    }

    /** The INVITE came again although its transaction is over: our 2xx got lost. */
    void repeated() {
        queue().run(session.media()::repeatOk);
    }

    @Override
    void tellFarEnd(HangupCause cause) {
        if (!answered()) {
            Response response = response(Statuses.of(cause));
            Text.add(response, "Reason", Statuses.reason(cause));
            SipStack.answer(transaction, response);
        } else if (session.media().awaitsAck()) {
            byeAfterAck = cause; // RFC 3261 §15: the called side sends no BYE before the ACK
        } else {
            session.bye(cause);
        }
    }

    @Override
    void finish(HangupCause cause, boolean byFarEnd) {
        boolean established = answered();
        provisionals.stop();
        if (again != null) {
            again.cancel();
        }
        super.finish(cause, byFarEnd);
        plant().dialogs().removeInvite(Wire.branchKey(invite));
        plant().dialogs().removeInvite(Wire.mergeKey(invite));
        if (!established || byFarEnd && cause == HangupCause.NORMAL) {
            session.forget();
        }
    }

    @Override
    public void lateResponse(Response response) {}

    @Override
    TelephoneCall.Dialog dialogName() {
        return new TelephoneCall.Dialog(Wire.callId(invite), Wire.fromTag(invite), ourTag);
    }

    @Override
    Session session() {
        return session;
    }

    @Override
    public boolean with(String theirTag) {
        return Wire.fromTag(invite).equals(theirTag);
    }

    @Override
    public Optional<SipLeg> leg() {
        return Optional.of(this);
    }
}
