package ringdown.sip;

import java.util.Optional;
import javax.sip.ClientTransaction;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipListener;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Where messages come in, on the stack's threads: each is handed to the queue of its leg, or to the front desk if it is new. Never
 * lets an exception or an Error through, since the stack's worker would not survive it.
 */
final class Reception implements SipListener {
    private final SipStack stack;
    private final Dialogs dialogs;
    private final FrontDesk desk;
    private final EarWatch watch;

    Reception(SipStack stack, Dialogs dialogs, FrontDesk desk, EarWatch watch) {
        this.watch = watch;
        this.stack = stack;
        this.dialogs = dialogs;
        this.desk = desk;
    }

    @Override
    public void processRequest(RequestEvent event) {
        watch.heard();
        guarded(() -> request(event.getRequest(), event.getServerTransaction()));
    }

    private void request(Request request, @Nullable ServerTransaction known) {
        String toTag = Wire.toTag(request);
        if (request.getMethod().equals("ACK")) {
            dialogs.find(Wire.callId(request), toTag).ifPresent(owner -> owner.ack(request));
            return;
        }
        Optional<CallerLeg> same = dialogs.findInvite(Wire.branchKey(request));
        if (request.getMethod().equals("INVITE") && same.isPresent()) {
            same.get().repeated();
            return;
        }
        ServerTransaction transaction = known == null ? stack.serve(request) : known;
        if (transaction == null) {
            return;
        }
        if (request.getMethod().equals("CANCEL")) {
            same.ifPresentOrElse(leg -> leg.cancel(request, transaction), () -> desk.stray(request, transaction, 481));
        } else if (!toTag.isEmpty()) {
            dialogs.find(Wire.callId(request), toTag)
                    .ifPresentOrElse(
                            owner -> owner.request(request, transaction), () -> desk.stray(request, transaction, 481));
        } else if (dialogs.findInvite(Wire.mergeKey(request)).isPresent()) {
            desk.stray(request, transaction, 482);
        } else {
            desk.welcome(request, transaction);
        }
    }

    @Override
    public void processResponse(ResponseEvent event) {
        guarded(() -> {
            Response response = event.getResponse();
            ClientTransaction transaction = event.getClientTransaction();
            if (transaction != null && transaction.getApplicationData() instanceof Replies replies) {
                forgetAfter(response, transaction);
                replies.response(response);
            } else {
                dialogs.find(Wire.callId(response), Wire.fromTag(response)).ifPresent(o -> o.lateResponse(response));
            }
        });
    }

    /** The stack keeps transactions for seconds after their last response, and with it the leg and its sound's buffers: 60 kB each. */
    private static void forgetAfter(Response response, ClientTransaction transaction) {
        if (response.getStatusCode() >= 200 && !Wire.cseq(response).getMethod().equals("INVITE")) {
            transaction.setApplicationData(null);
        }
    }

    @Override
    public void processTimeout(TimeoutEvent event) {
        guarded(() -> {
            if (!event.isServerTransaction()
                    && event.getClientTransaction().getApplicationData() instanceof Replies replies) {
                replies.unanswered();
            }
        });
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (Throwable fault) {
            survived(fault);
        }
    }

    /** Out of memory the log may fail too. */
    static void survived(Throwable fault) {
        try {
            Logger.error(fault, "fault while a message was taken in");
        } catch (Throwable evenThat) {
            // the next message is taken in all the same
        }
    }

    /** Only logged: what was to be sent runs into its own timer. */
    @Override
    public void processIOException(IOExceptionEvent event) {
        Logger.debug("no way to {}:{} over {}", event.getHost(), event.getPort(), event.getTransport());
    }

    @Override
    public void processTransactionTerminated(TransactionTerminatedEvent event) {}

    @Override
    public void processDialogTerminated(DialogTerminatedEvent event) {}
}
