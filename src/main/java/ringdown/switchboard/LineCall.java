package ringdown.switchboard;

import java.time.Duration;
import org.tinylog.Logger;
import org.tinylog.ThreadContext;
import ringdown.audio.Frame;
import ringdown.audio.Level;
import ringdown.audio.Oscillator;
import ringdown.call.CallEvent;
import ringdown.call.CallerLeft;
import ringdown.call.Handset;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.ledger.Ending;
import ringdown.ledger.Outcome;

/**
 * Calls a number over one line for whoever installs it (LINES rule 18, "call my mobile from this line"): whoever answers hears four seconds
 * of tone and four of silence in turn, for a minute, by which levels are set and noise is heard. A call out of the ledger, since it
 * costs like any other. Runs on the call's own thread.
 */
@SuppressWarnings("ReferenceEquality") // a leg is itself
final class LineCall implements Runnable {
    private static final Duration UNANSWERED = Duration.ofSeconds(60);
    private static final int TIMES = 8;
    /** Of the tone, and of the silence after it: 4 s. */
    private static final int EACH = 4 * Frame.SAMPLE_RATE;
    /** ITU-T O.6, at the level of the box's own tones (LINES rule 15). */
    private static final int HZ = 1020;

    private static final double LEVEL_DBM0 = -12;

    private final Desk desk;
    private final Inbox inbox;
    private final WaysOut.Taken.Way way;
    private final String number;

    /** {@code number}: E.164; {@code way} is given back at the end. */
    LineCall(Desk desk, Inbox inbox, WaysOut.Taken.Way way, String number) {
        this.desk = desk;
        this.inbox = inbox;
        this.way = way;
        this.number = number;
    }

    /** Written down before anything rings; after that {@link #run} may start. */
    void open() {
        CallOut.open(desk, desk.office().get(), inbox.callId(), way.line().via(), number);
        desk.ledger().event(inbox.callId(), desk.clock().now(), "called over this line by whoever installs it");
    }

    @Override
    public void run() {
        ThreadContext.put("call", inbox.callId());
        Ending ending = failed();
        try {
            ending = called();
        } catch (RuntimeException bug) {
            Logger.error(bug, "call {} failed", inbox.callId());
        } finally {
            desk.ways().back(way); // whatever has happened: the line is needed
            desk.ledger().close(inbox.callId(), ending);
        }
    }

    /** Not even dialled. */
    private Ending failed() {
        return new Ending(Outcome.FAILED, desk.clock().now(), null, 0, 0, 0, 0, true, false, null, null, null);
    }

    private Ending called() {
        Leg leg = way.line().dial(number, null, inbox);
        CallRun run = new CallRun(desk, inbox, leg);
        Outcome outcome = Outcome.FAILED;
        try {
            outcome = dialled(run);
            if (outcome == Outcome.TALKED) {
                speak(run.handset(leg));
            }
        } catch (CallerLeft left) {
            Logger.debug("whoever was called has laid down");
        } finally {
            run.hangUp(leg, HangupCause.NORMAL);
        }
        return new Tally(run).ending(outcome, true, null);
    }

    /** {@link Outcome#TALKED} once somebody answers. */
    private static Outcome dialled(CallRun run) {
        long until = run.deadline(UNANSWERED);
        for (CallEvent event = run.inbox.take(until); event != null; event = run.inbox.take(until)) {
            switch (event) {
                case CallEvent.Gone gone
                when gone.leg() == run.caller -> {
                    return DialEnd.outcome(gone.cause());
                }
                case CallEvent.Answered answered
                when answered.leg() == run.caller -> {
                    return Outcome.TALKED;
                }
                default -> run.otherwise(event);
            }
        }
        return Outcome.NOT_ANSWERED;
    }

    private static void speak(Handset handset) {
        short[] sound = new short[2 * EACH];
        Oscillator oscillator = new Oscillator(HZ);
        double peak = Level.amplitude(LEVEL_DBM0);
        for (int i = 0; i < EACH; i++) {
            sound[i] = (short) Math.round(peak * oscillator.next());
        }
        for (int i = 0; i < TIMES; i++) {
            handset.play(sound);
        }
    }
}
