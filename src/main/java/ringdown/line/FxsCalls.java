package ringdown.line;

import org.jspecify.annotations.Nullable;
import ringdown.call.Arrival;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.call.RingRequest;
import ringdown.call.Telephone;
import ringdown.number.Dialled;
import ringdown.number.Extension;

/**
 * The calls of one analog telephone: the one it rings for or talks in, the one on hold, the one being dialled; what the handset, the
 * keys and the office do to them. Belongs to the board's thread.
 */
final class FxsCalls {
    private static final int RECALL = Frames.of(60_000);
    /** So long the office may take to put through whoever was on hold, before the telephone rings for them. */
    private static final int PASSING_ON = Frames.of(1_000);

    private enum Mode {
        ON_HOOK,
        RINGING,
        DIALLING,
        CALL,
        /** The call is over and the handset not laid down. */
        OVER
    }

    private final FxsLine line;
    private final FxsCard card;
    private final LineSite site;
    private final Earpiece earpiece = new Earpiece();
    private PhoneSetup setup;
    private Dialling dialling;
    private Mode mode = Mode.ON_HOOK;
    private int inMode;
    private @Nullable FxsLeg active;
    private @Nullable FxsLeg held;
    private @Nullable Ringer ringer;
    private @Nullable Treatment treatment;

    FxsCalls(FxsLine line, FxsCard card, LineSite site, PhoneSetup setup) {
        this.line = line;
        this.card = card;
        this.site = site;
        this.setup = setup;
        dialling = new Dialling(setup.dialPlan());
    }

    /** Nothing goes on: a changed office may take hold. */
    boolean idle() {
        return mode == Mode.ON_HOOK && active == null && held == null;
    }

    void setup(PhoneSetup now) {
        setup = now;
    }

    boolean dialling() {
        return mode == Mode.DIALLING;
    }

    /** The port itself holds the loop open: the hook says nothing. */
    boolean loopOpen() {
        return treatment != null && treatment.loopOpen();
    }

    void ring(FxsLeg leg, RingRequest request) {
        if (mode != Mode.ON_HOOK || held != null || card.loopClosed()) {
            leg.gone(HangupCause.BUSY, false);
            return;
        }
        active = leg;
        ringer = new Ringer(
                card,
                setup.tones().ringCadence(),
                CallerDisplay.signal(request.caller(), setup, site.clock().now()));
        enter(Mode.RINGING);
        leg.mail().post(new CallEvent.Ringing(leg));
    }

    /** Gives the frame that came in to whom it belongs. */
    void hear(short[] in) {
        if (active != null && mode == Mode.CALL) {
            active.voice().received(in);
        } else if (active != null) {
            active.voice().receivedNothing();
        }
        if (held != null) {
            held.voice().receivedNothing();
        }
    }

    void hook(HookWatch.Event event, char pulsed) {
        switch (event) {
            case NOTHING -> {}
            case LIFTED -> lifted();
            case LAID_DOWN -> laidDown();
            case FLASHED -> flashed();
            case PULSED -> key(pulsed); // only while dialling
        }
    }

    private void lifted() {
        FxsLeg caller = active;
        if (mode == Mode.RINGING && caller != null) {
            stopRinging();
            enter(Mode.CALL);
            boolean recalled = caller.answered();
            caller.connected();
            caller.mail().post(recalled ? new CallEvent.Resumed(caller) : new CallEvent.Answered(caller));
        } else if (mode == Mode.ON_HOOK) {
            beginDialling();
        }
    }

    private void beginDialling() {
        dialling = new Dialling(setup.dialPlan());
        enter(Mode.DIALLING);
        Extension hotline = setup.use() == null ? null : setup.use().hotline();
        if (hotline != null && held == null) {
            offer(hotline.digits());
        }
    }

    private void laidDown() {
        FxsLeg ended = active;
        active = null;
        enter(Mode.ON_HOOK);
        card.feed(FxsCard.Feed.FORWARD);
        FxsLeg waiting = held;
        if (waiting != null && ended != null) {
            waiting.mail()
                    .post(new CallEvent.TransferAsked(waiting, dialling.digits(), ended)); // who was asked is meant
        } else if (waiting != null) {
            recall(waiting);
        }
        if (ended != null) {
            ended.gone(ended.answered() ? HangupCause.NORMAL : HangupCause.CANCELLED, true);
        }
    }

    /** Who lays the handset down has forgotten somebody on hold: the telephone rings for them. */
    private void recall(FxsLeg waiting) {
        held = null;
        active = waiting;
        ringer = new Ringer(card, setup.tones().ringCadence(), null);
        enter(Mode.RINGING);
    }

    /** A flash holds the call and gives a second dial tone; another one comes back to it. */
    private void flashed() {
        FxsLeg waiting = held;
        FxsLeg talking = active;
        if (waiting != null) {
            held = null;
            active = waiting;
            if (talking != null) {
                talking.gone(talking.answered() ? HangupCause.NORMAL : HangupCause.CANCELLED, true);
            }
            enter(Mode.CALL);
            waiting.mail().post(new CallEvent.Resumed(waiting));
        } else if (mode == Mode.CALL && talking != null && talking.answered()) {
            held = talking;
            active = null;
            talking.mail().post(new CallEvent.Held(talking));
            beginDialling();
        } else if (treatment != null && treatment.tone()) {
            beginDialling();
        }
    }

    void key(char key) {
        if (mode == Mode.DIALLING) {
            proceed(dialling.digit(key));
        } else if (mode == Mode.CALL && active != null) {
            active.mail().post(new CallEvent.DigitPressed(active, key));
        }
    }

    private void proceed(Dialling.Stand stand) {
        switch (stand) {
            case GOING_ON -> {}
            case DONE -> place(dialling.digits());
            case FAILED -> failed(dialling.begun() ? HangupCause.NO_SUCH_NUMBER : HangupCause.NORMAL);
        }
    }

    private void place(String digits) {
        boolean emergency = setup.dialPlan().dialled(digits) instanceof Dialled.Emergency;
        if (setup.owner() == null && !emergency) {
            failed(HangupCause.CONGESTION);
        } else {
            offer(digits);
        }
    }

    private void offer(String digits) {
        Inbox inbox = site.doorway().inbox();
        FxsLeg leg = line.newLeg(inbox);
        active = leg;
        enter(Mode.CALL);
        site.doorway().offer(leg, new Arrival.FromPhone(setup.extension(), line.id(), digits), inbox);
    }

    private void failed(HangupCause cause) {
        enter(Mode.OVER);
        treatment = new Treatment(card, earpiece.tone(), setup.tones(), cause);
    }

    void sendDigit(FxsLeg leg, char digit) {
        if (leg == active && mode == Mode.CALL) {
            earpiece.press(digit);
        }
    }

    /** The office ends a call on this telephone. */
    void hangUp(FxsLeg leg, HangupCause cause) {
        if (leg == held) {
            held = null;
        } else if (leg == active) {
            active = null;
            if (mode == Mode.RINGING) {
                stopRinging();
                enter(Mode.ON_HOOK);
            } else {
                failed(cause);
            }
        }
        leg.gone(cause, false);
    }

    private void stopRinging() {
        if (ringer != null) {
            ringer.stop();
            ringer = null;
        }
    }

    /** One frame on. */
    void time() {
        inMode++;
        FxsLeg waiting = held;
        if (mode == Mode.ON_HOOK && waiting != null && inMode > PASSING_ON) {
            recall(waiting);
        }
        switch (mode) {
            case ON_HOOK, CALL -> {}
            case RINGING -> {
                if (active != null && active.answered() && inMode > RECALL) {
                    hangUp(active, HangupCause.NO_ANSWER);
                }
            }
            case DIALLING -> proceed(dialling.quiet());
            case OVER -> {
                if (treatment != null) {
                    treatment.frame();
                }
            }
        }
    }

    private void enter(Mode next) {
        mode = next;
        inMode = 0;
        treatment = null;
        earpiece.tone().sound(null);
    }

    /** Fills the frame that goes to the telephone; false for silence. */
    boolean fill(short[] out) {
        FxsLeg leg = active;
        return switch (mode) {
            case ON_HOOK -> false;
            case RINGING -> ringer != null && ringer.sending(out);
            case DIALLING -> earpiece.dialTone(out, dialling, held != null, setup.tones());
            case CALL -> leg != null && earpiece.call(out, leg, setup.tones());
            case OVER -> treatment != null && treatment.sending(out);
        };
    }

    Telephone.State state(boolean offHook) {
        return switch (mode) {
            case ON_HOOK -> offHook || held != null ? Telephone.State.BUSY : Telephone.State.FREE;
            case RINGING -> Telephone.State.RINGING;
            case DIALLING, CALL, OVER -> Telephone.State.BUSY; // parked too: it is there, and off hook
        };
    }

    /** The box stops. */
    void close() {
        FxsLeg talking = active;
        FxsLeg waiting = held;
        active = null;
        held = null;
        stopRinging();
        for (FxsLeg leg : new @Nullable FxsLeg[] {talking, waiting}) {
            if (leg != null) {
                leg.gone(HangupCause.SHUTDOWN, false);
            }
        }
    }
}
