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

    /** Lifted in the moment in which it was about to ring: whoever calls is there in the place of the dial tone, as on any line. */
    private static final int GLARE = Frames.of(1000);

    private final FxsLine line;
    private final FxsCard card;
    private final LineSite site;
    private final Earpiece earpiece = new Earpiece();
    private PhoneSetup setup;
    private Dialling dialling;
    private HandsetMode mode = HandsetMode.ON_HOOK;
    private int inMode;
    private int sinceLifted = GLARE + 1;
    private @Nullable FxsLeg active;
    private final OnHold hold = new OnHold();
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
        return mode == HandsetMode.ON_HOOK && active == null && hold.nobody();
    }

    void setup(PhoneSetup now) {
        setup = now;
    }

    boolean dialling() {
        return mode == HandsetMode.DIALLING;
    }

    /** The port itself holds the loop open: the hook says nothing. */
    boolean loopOpen() {
        return treatment != null && treatment.loopOpen();
    }

    void ring(FxsLeg leg, RingRequest request) {
        if ((request.answerNow() && awaitsDigits()) || glare()) {
            connect(leg);
            return;
        }
        if (mode != HandsetMode.ON_HOOK || !hold.nobody()) {
            leg.gone(HangupCause.BUSY, false);
            return;
        }
        active = leg;
        ringer = new Ringer(
                card,
                setup.tones().ringCadence(),
                CallerDisplay.signal(request.caller(), setup, site.clock().now()));
        enter(HandsetMode.RINGING);
        leg.mail().post(new CallEvent.Ringing(leg));
    }

    /** The handset is off the hook, hears dial tone and has dialled nothing. */
    boolean awaitsDigits() {
        return mode == HandsetMode.DIALLING && !dialling.begun() && hold.nobody();
    }

    /** Also where the ring that was lifted for has just gone. */
    private boolean glare() {
        return sinceLifted <= GLARE && hold.nobody() && (awaitsDigits() || mode == HandsetMode.OVER);
    }

    /** A call that needs no ring is connected at once to whoever holds the handset. */
    private void connect(FxsLeg leg) {
        active = leg;
        enter(HandsetMode.CALL);
        leg.connected();
        leg.mail().post(new CallEvent.Answered(leg));
    }

    /** Gives the frame that came in to whom it belongs. */
    void hear(short[] in) {
        if (active != null && mode == HandsetMode.CALL) {
            active.voice().received(in);
        } else if (active != null) {
            active.voice().receivedNothing();
        }
        hold.frame();
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
        sinceLifted = 0;
        FxsLeg caller = active;
        if (mode == HandsetMode.RINGING && caller != null) {
            stopRinging();
            enter(HandsetMode.CALL);
            boolean recalled = caller.answered();
            caller.connected();
            caller.mail().post(recalled ? new CallEvent.Resumed(caller) : new CallEvent.Answered(caller));
        } else if (mode == HandsetMode.ON_HOOK) {
            hold.endAsked();
            beginDialling();
        }
    }

    private void beginDialling() {
        dialling = new Dialling(setup.dialPlan());
        enter(HandsetMode.DIALLING);
        Extension hotline = setup.use() == null ? null : setup.use().hotline();
        if (hotline != null && hold.nobody()) {
            offer(hotline.digits());
        }
    }

    private void laidDown() {
        FxsLeg ended = active;
        boolean dialled = mode == HandsetMode.DIALLING && dialling.begun();
        active = null;
        enter(HandsetMode.ON_HOOK);
        card.feed(FxsCard.Feed.FORWARD);
        if (ended == null && !dialled) {
            recall(hold.taken());
        } else if (!hold.passedOn(ended, dialling.digits()) && ended != null) { // who was asked is meant
            ended.gone(ended.answered() ? HangupCause.NORMAL : HangupCause.CANCELLED, true);
        }
    }

    /** Who lays the handset down has forgotten somebody on hold: the telephone rings for them. */
    private void recall(@Nullable FxsLeg waiting) {
        if (waiting == null) {
            return;
        }
        active = waiting;
        ringer = new Ringer(card, setup.tones().ringCadence(), null);
        enter(HandsetMode.RINGING);
    }

    /** A flash holds the call and gives a second dial tone; another one comes back to it. */
    private void flashed() {
        FxsLeg waiting = hold.taken();
        FxsLeg talking = active;
        if (waiting != null) {
            active = waiting;
            if (talking != null) {
                talking.gone(talking.answered() ? HangupCause.NORMAL : HangupCause.CANCELLED, true);
            }
            enter(HandsetMode.CALL);
            waiting.mail().post(new CallEvent.Resumed(waiting));
        } else if (mode == HandsetMode.CALL && talking != null && talking.answered()) {
            hold.put(talking);
            active = null;
            talking.mail().post(new CallEvent.Held(talking));
            beginDialling();
        } else if (treatment != null && treatment.tone()) {
            beginDialling();
        }
    }

    void key(char key) {
        if (mode == HandsetMode.DIALLING) {
            proceed(dialling.digit(key));
        } else if (mode == HandsetMode.CALL && active != null) {
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
        enter(HandsetMode.CALL);
        site.doorway().offer(leg, new Arrival.FromPhone(setup.extension(), line.id(), digits), inbox);
    }

    private void failed(HangupCause cause) {
        enter(HandsetMode.OVER);
        treatment = new Treatment(card, earpiece.tone(), setup.tones(), cause);
    }

    void sendDigit(FxsLeg leg, char digit) {
        if (leg == active && mode == HandsetMode.CALL) {
            earpiece.press(digit);
        }
    }

    /** The office ends a call on this telephone. */
    void hangUp(FxsLeg leg, HangupCause cause) {
        if (!hold.ended(leg) && leg == active) {
            active = null;
            if (mode == HandsetMode.RINGING) {
                stopRinging();
                enter(HandsetMode.ON_HOOK);
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
        sinceLifted = Math.min(sinceLifted + 1, GLARE + 1);
        if (mode == HandsetMode.ON_HOOK) {
            recall(hold.left(inMode));
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

    private void enter(HandsetMode next) {
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
            case DIALLING -> earpiece.dialTone(out, dialling, hold.held() != null, setup.tones());
            case CALL -> leg != null && earpiece.call(out, leg, setup.tones());
            case OVER -> treatment != null && treatment.sending(out);
        };
    }

    Telephone.State state(boolean offHook) {
        return mode.state(offHook || !hold.nobody());
    }

    /** The box stops. */
    void close() {
        FxsLeg talking = active;
        active = null;
        stopRinging();
        if (talking != null) {
            talking.gone(HangupCause.SHUTDOWN, false);
        }
        hold.close();
    }
}
