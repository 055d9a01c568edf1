package ringdown.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;

/**
 * What goes on inside one dialog of a leg: requests of the far end are answered here at once, whatever the call is doing. Lives in
 * the leg's queue.
 */
final class Session {
    private final SipLeg leg;
    private final Plant plant;
    private final Dialog dialog;
    private final @Nullable Login login;
    private final Renegotiation media;
    private final SessionTimer timer;
    private final FarEndWatch watch;
    private final Transfer transfer;
    private final ConnectedName name;

    Session(SipLeg leg, Dialog dialog, Bargain bargain, @Nullable Login login) {
        this.leg = leg;
        this.plant = leg.plant();
        this.dialog = dialog;
        this.login = login;
        this.media = new Renegotiation(this, bargain);
        this.timer = new SessionTimer(this);
        this.watch = new FarEndWatch(this);
        this.transfer = new Transfer(this);
        this.name = new ConnectedName(this, leg instanceof RungLeg ? "calling" : "called");
    }

    SipLeg leg() {
        return leg;
    }

    Plant plant() {
        return plant;
    }

    Dialog dialog() {
        return dialog;
    }

    Renegotiation media() {
        return media;
    }

    SessionTimer timer() {
        return timer;
    }

    Transfer transfer() {
        return transfer;
    }

    ConnectedName name() {
        return name;
    }

    /** The talk begins: from now on the far end is watched. */
    void established() {
        watch.start();
    }

    void stopTimers() {
        timer.stop();
        watch.stop();
        media.stop();
    }

    /** A request inside the dialog. */
    void request(Request request, ServerTransaction transaction) {
        if (!dialog.startedBy(request)) {
            answer(request, transaction, 481);
        } else if (!dialog.inOrder(request)) {
            answer(request, transaction, 500);
        } else if (leg.over()) {
            answer(request, transaction, request.getMethod().equals("BYE") ? 200 : 481);
        } else if (Screening.unknownExtensions(request).isEmpty()) {
            take(request, transaction);
        } else {
            Response refusal = response(request, 420);
            Text.add(refusal, "Unsupported", Screening.unknownExtensions(request));
            SipStack.answer(transaction, refusal);
        }
    }

    private void take(Request request, ServerTransaction transaction) {
        switch (request.getMethod()) {
            case "BYE" -> {
                answer(request, transaction, 200);
                leg.finish(HangupCause.NORMAL, true);
            }
            case "INVITE" -> media.reinvite(request, transaction);
            case "UPDATE" -> media.update(request, transaction);
            case "INFO" -> info(request, transaction);
            case "REFER" -> transfer.refer(request, transaction);
            case "OPTIONS" -> {
                Response ok = response(request, 200);
                Screening.capabilities(ok);
                SipStack.answer(transaction, ok);
            }
            case "NOTIFY" -> answer(request, transaction, 489);
            case "PRACK" -> answer(request, transaction, 481);
            default -> {
                Response refusal = response(request, Screening.refusal(request.getMethod()));
                Text.add(refusal, "Allow", Statuses.ALLOW);
                SipStack.answer(transaction, refusal);
            }
        }
    }

    /** Keys in INFO, in the two spellings of the field; anything else in INFO is taken and means nothing (RFC 2976). */
    private void info(Request request, ServerTransaction transaction) {
        answer(request, transaction, 200);
        Character key = InfoKey.in(request);
        if (key != null) {
            leg.post(new CallEvent.DigitPressed(leg, key));
        }
    }

    void sendKeyInInfo(char digit) {
        ask(
                "INFO",
                List.of(),
                new Text.Body("application/dtmf-relay", "Signal=" + digit + "\r\nDuration=160\r\n"),
                r -> {});
    }

    /** A response with what stays the same in a dialog. */
    Response response(Request request, int status) {
        return Text.response(request, status);
    }

    void answer(Request request, ServerTransaction transaction, int status) {
        SipStack.answer(transaction, response(request, status));
    }

    /** Asks the far end; the answer comes in the leg's queue: its status, 408 if none came. */
    void ask(String method, List<String> headers, Text.@Nullable Body body, Consumer<Outcome> then) {
        Request request = dialog.request(method, headers, body);
        send(request, outcome -> {
            Response challenge = outcome.response();
            boolean challenged = outcome.status() == 401 || outcome.status() == 407;
            String proof = login == null || challenge == null || !challenged ? null : login.answer(request, challenge);
            if (proof == null) {
                then.accept(outcome);
            } else {
                List<String> proven = new ArrayList<>(headers);
                proven.add(proof);
                send(dialog.request(method, proven, body), then);
            }
        });
    }

    private void send(Request request, Consumer<Outcome> then) {
        plant.stack().send(request, dialog.hop(), new Replies() {
            @Override
            public void response(Response response) {
                if (response.getStatusCode() >= 200) {
                    leg.queue().run(() -> then.accept(new Outcome(response.getStatusCode(), request, response)));
                }
            }

            @Override
            public void unanswered() {
                leg.queue().run(() -> then.accept(new Outcome(408, request, null)));
            }
        });
    }

    /**
     * How a request of ours inside the dialog ended.
     *
     * @param response null if none came
     */
    record Outcome(int status, Request request, @Nullable Response response) {
        boolean good() {
            return status >= 200 && status < 300;
        }

        /** The far end does not know the dialog any more, or does not answer (RFC 3261 §12.2.1.2). */
        boolean dead() {
            return status == 481 || status == 408;
        }
    }

    /** Ends the dialog; answered or not, the dialog is forgotten then. */
    void bye(HangupCause cause) {
        transfer.ended(cause);
        ask("BYE", List.of("Reason: " + Statuses.reason(cause)), null, outcome -> forget());
    }

    /** The far end is gone: end it for good order, tell the call. */
    void lost() {
        if (!leg.over()) {
            bye(HangupCause.LOST);
            leg.finish(HangupCause.LOST, true);
        }
    }

    void forget() {
        plant.dialogs().remove(dialog.callId(), dialog.ourTag());
    }
}
