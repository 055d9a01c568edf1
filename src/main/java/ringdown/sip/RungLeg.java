package ringdown.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.call.TelephoneCall;
import ringdown.number.CallerId;

/** A leg that we ring: one person's SIP telephones together, or an outside number over a trunk. The first 2xx wins. */
final class RungLeg extends SipLeg {
    /** What is told when several telephones gave different answers: the one that says most comes first. */
    private static final List<HangupCause> TELLING = List.of(
            HangupCause.REJECTED,
            HangupCause.BUSY,
            HangupCause.NO_ANSWER,
            HangupCause.NO_SUCH_NUMBER,
            HangupCause.CONGESTION,
            HangupCause.NOT_ACCEPTABLE);

    private final List<Fork> forks = new ArrayList<>();
    private @Nullable Session session;
    private HangupCause worst = HangupCause.UNREACHABLE;
    private boolean rings;
    private boolean sounds;
    private int failures;
    /** Who calls, by our INVITE. */
    private @Nullable CallerId named;

    private volatile TelephoneCall.@Nullable Dialog dialog;

    RungLeg(Plant plant, String via, Inbox inbox, Runnable whenOver) {
        super(plant, via, inbox, whenOver);
    }

    void start(List<CallTo> targets) {
        queue().run(() -> {
            if (over()) {
                return;
            }
            if (targets.isEmpty() || !sound().usable()) {
                finish(targets.isEmpty() ? HangupCause.UNREACHABLE : HangupCause.CONGESTION, false);
                return;
            }
            targets.forEach(this::fork);
            if (forks.isEmpty()) {
                finish(HangupCause.UNREACHABLE, false);
            }
            List.copyOf(forks).forEach(Fork::start);
        });
    }

    /** A telephone that registered an address to which no request can be written cannot be rung. */
    private void fork(CallTo to) {
        try {
            forks.add(new Fork(this, to));
        } catch (IllegalArgumentException unwritable) {
            org.tinylog.Logger.debug("cannot be rung: {}", unwritable.getMessage());
        }
    }

    @Override
    void hasDisplay(@Nullable CallerId caller) {
        super.hasDisplay(caller);
        named = caller;
    }

    /** An early dialog has begun, or one is no more: colleagues may want to name one of those that ring. */
    void dialogs() {
        Dialog first = session != null
                ? session.dialog()
                : forks.stream().flatMap(Fork::early).findFirst().orElse(null);
        TelephoneCall.Dialog now =
                first == null ? null : new TelephoneCall.Dialog(first.callId(), first.remoteTag(), first.ourTag());
        if (!Objects.equals(now, dialog)) {
            dialog = now;
            changed();
        }
    }

    void rings() {
        if (!rings) {
            rings = true;
            post(new CallEvent.Ringing(this));
        }
    }

    /** Sound before the answer can be heard only if it is clear whose (DESIGN §3.3). */
    void early(Fork fork, Session from) {
        if (!over() && forks.size() == 1) {
            from.media().apply(null);
            if (!sounds) {
                sounds = true;
                post(new CallEvent.EarlySound(this));
            }
        }
    }

    /** False if it came too late: another has answered, or nobody wants it any more. */
    boolean won(Fork fork, Session from) {
        if (over() || session != null) {
            return false;
        }
        session = from;
        forks.stream().filter(f -> f != fork).forEach(f -> f.cancel(HangupCause.ANSWERED_ELSEWHERE));
        dialogs();
        becomeAnswered();
        from.media().apply(null);
        from.established();
        post(new CallEvent.Answered(this));
        return true;
    }

    /** What the winner can do is known by now: whoever took the caller's place while it rang is told. */
    void tellName(Session winner) {
        winner.name().known(named);
        CallerId who = party();
        if (who != null) {
            winner.name().tell(who);
        }
    }

    void failed(Fork fork, HangupCause cause, @Nullable String elsewhere) {
        failures++;
        worst = rank(cause) < rank(worst) ? cause : worst;
        if (over() || session != null) {
            return;
        }
        if (elsewhere != null) {
            post(new CallEvent.Redirected(this, elsewhere));
        }
        // A 603 speaks for the telephone that sent it and does not silence the others of its person. RFC 3261 §16.7
        // lets
        // a proxy stop all for it; the box is none, each of these INVITEs is a call of its own.
        if (failures == forks.size()) {
            finish(worst, true);
        } else {
            dialogs();
        }
    }

    private static int rank(HangupCause cause) {
        int place = TELLING.indexOf(cause);
        return place < 0 ? TELLING.size() : place;
    }

    @Override
    TelephoneCall.@Nullable Dialog dialogName() {
        return dialog;
    }

    @Override
    @Nullable
    Session session() {
        return session;
    }

    @Override
    void tellFarEnd(HangupCause cause) {
        Session now = session;
        if (now != null) {
            now.bye(cause);
        } else {
            forks.forEach(fork -> fork.cancel(cause));
        }
    }

    @Override
    void finish(HangupCause cause, boolean byFarEnd) {
        super.finish(cause, byFarEnd);
        Session now = session;
        if (now != null && byFarEnd && cause == HangupCause.NORMAL) {
            now.forget();
        }
    }
}
