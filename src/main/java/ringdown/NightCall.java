package ringdown;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.clock.OfficeClock;
import ringdown.line.AnalogEdge;
import ringdown.web.Nights.Night;

/** One call from a line to another one (LINES rule 18): a ring ends it, or, where it is to be answered, the tone that comes back. One thread. */
final class NightCall {
    private static final Duration SETTLING = Duration.ofSeconds(1);
    private static final Duration DIALLING = Duration.ofSeconds(30);
    private static final Duration RINGING = Duration.ofSeconds(20);
    /** Two rings, the answer, and the tone. */
    private static final Duration HEARING = Duration.ofSeconds(35);

    private final OfficeClock clock;
    private final BooleanSupplier closed;
    private final boolean answered;
    private final Inbox inbox;
    private final AtomicBoolean rang = new AtomicBoolean();
    private final AtomicReference<@Nullable Double> loss = new AtomicReference<>();
    private boolean dialled;
    private long deadline;

    NightCall(OfficeClock clock, BooleanSupplier closed, boolean answered) {
        this.clock = clock;
        this.closed = closed;
        this.answered = answered;
        inbox = new Inbox(clock, "night test");
    }

    /** Empty: one of the lines is not free. */
    Optional<Night> made(AnalogEdge analog, String from, String to, String number) {
        Optional<Leg> leg = analog.trial(from, to, number, inbox, () -> rang.set(true), answered ? loss::set : null);
        return leg.map(call -> {
            Night.Result result = result(call);
            call.hangUp(HangupCause.NORMAL);
            return new Night(clock.now(), from, result, loss.get());
        });
    }

    private Night.Result result(Leg leg) {
        deadline = clock.nanos() + DIALLING.toNanos();
        while (!closed.getAsBoolean()) {
            if (loss.get() != null) {
                return Night.Result.HEARD;
            }
            CallEvent event = inbox.take(Math.min(deadline, clock.nanos() + TimeUnit.MILLISECONDS.toNanos(200)));
            Night.Result known = event == null ? late() : told(event, leg);
            if (known != null) {
                return known;
            }
        }
        return Night.Result.STOPPED;
    }

    private Night.@Nullable Result late() {
        if (clock.nanos() < deadline) {
            return null;
        }
        return !dialled ? Night.Result.NO_DIAL_TONE : rang.get() ? Night.Result.NOT_HEARD : Night.Result.NOT_RUNG;
    }

    private Night.@Nullable Result told(CallEvent event, Leg leg) {
        switch (event) {
            case CallEvent.EarlySound _ -> {
                dialled = true;
                deadline = clock.nanos() + (answered ? HEARING : RINGING).toNanos();
            }
            case CallEvent.Gone gone -> {
                return dialled ? gone(gone) : gone.byFarEnd() ? Night.Result.NO_DIAL_TONE : Night.Result.STOPPED;
            }
            case CallEvent.Answered _ -> {
                if (!answered) {
                    return rang.get() ? Night.Result.RANG : Night.Result.NOT_RUNG; // it rang elsewhere
                }
            }
            default -> Logger.debug("night test on {}: {}", leg.via(), event);
        }
        return null;
    }

    private Night.Result gone(CallEvent.Gone gone) {
        if (answered) {
            boolean ours =
                    gone.byFarEnd() && rang.get() && gone.cause() != HangupCause.BUSY; // busy: somebody else rang
            return loss.get() != null ? Night.Result.HEARD : ours ? Night.Result.NOT_HEARD : ended(gone);
        }
        return rings() ? Night.Result.RANG : ended(gone);
    }

    private static Night.Result ended(CallEvent.Gone gone) {
        return gone.byFarEnd() ? Night.Result.NOT_RUNG : Night.Result.STOPPED;
    }

    /** A ring ends the call with its first half wave, and is one after 100 ms. */
    private boolean rings() {
        long until = clock.nanos() + SETTLING.toNanos();
        while (!rang.get() && clock.nanos() < until) {
            var _ = new Inbox(clock, "night test").take(clock.nanos() + TimeUnit.MILLISECONDS.toNanos(100));
        }
        return rang.get();
    }
}
