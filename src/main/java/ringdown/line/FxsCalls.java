package ringdown.line;

import org.jspecify.annotations.Nullable;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.RingRequest;
import ringdown.call.Telephone;
import ringdown.office.PortUse;

/**
 * What one analog telephone is doing: lying there, ringing, dialling, talking, left off the hook; what the handset, the keys and the office do
 * to its {@link Talks}. Belongs to the board's thread.
 */
final class FxsCalls {
    private static final int RECALL = Frames.of(60_000);

    /** Lifted in the moment in which it was about to ring: whoever calls is there in the place of the dial tone, as on any line. */
    private static final int GLARE = Frames.of(1000);

    private final FxsCard card;
    private final Placing placing;
    private final Earpiece earpiece = new Earpiece();
    private final Treatment treatment;
    private final Talks talks = new Talks();
    private final Bell bell;
    private PhoneSetup setup;
    private Dialling dialling;
    private HandsetMode mode = HandsetMode.ON_HOOK;
    private int inMode;
    private int sinceLifted = GLARE + 1;
    private boolean messages;
    private boolean inTrain;

    FxsCalls(FxsLine line, FxsCard card, LineSite site, PhoneSetup setup, RingPower power) {
        this.card = card;
        this.setup = setup;
        bell = new Bell(card, site, power);
        placing = new Placing(line, site);
        dialling = new Dialling(setup.dialPlan(), false);
        treatment = new Treatment(card, earpiece.tone());
    }

    /** Nothing goes on: a changed office may take hold. */
    boolean idle() {
        return mode == HandsetMode.ON_HOOK && talks.nobody();
    }

    void setup(PhoneSetup now) {
        setup = now;
    }

    /** New messages wait: dial tone says so. */
    void messages(boolean waiting) {
        messages = waiting;
    }

    /** Short breaks are digits now. */
    boolean collecting() {
        return mode == HandsetMode.DIALLING || (mode == HandsetMode.CALL && setup.pulsesInTalk());
    }

    Treatment treatment() {
        return treatment;
    }

    void ring(FxsLeg leg, RingRequest request) {
        boolean atOnce = request.answerNow() || request.help();
        if ((atOnce && awaitsDigits()) || glare()) {
            enter(HandsetMode.CALL); // whoever holds the handset needs no ring
            talks.connect(leg);
        } else if ((request.second() && takesSecondCall()) || (request.help() && leftOff())) {
            talks.second(leg, request, setup); // whose handset only lies beside is rung as soon as it is laid down
            leg.mail().post(new CallEvent.Ringing(leg));
        } else if (mode != HandsetMode.ON_HOOK || !talks.hold().nobody()) {
            leg.gone(HangupCause.BUSY, false);
        } else {
            leg.mail().post(new CallEvent.Ringing(leg));
            rings(leg, request);
        }
    }

    private void rings(FxsLeg leg, RingRequest request) {
        talks.begin(leg);
        bell.ring(request, setup);
        enter(HandsetMode.RINGING);
    }

    /** In a talk with one other, who may be left for a moment; never with those who were called for help, nor over a machine's tones. */
    boolean takesSecondCall() {
        return mode == HandsetMode.CALL
                && setup.device() == PortUse.Device.TELEPHONE
                && talks.takesSecond()
                && !placing.isForHelp(talks.active());
    }

    /** The last call is over, the handset is not laid down, and nobody waits for that yet. */
    private boolean leftOff() {
        return mode == HandsetMode.OVER && talks.nobody();
    }

    /** The handset is off the hook, hears dial tone and has dialled nothing. */
    boolean awaitsDigits() {
        return mode == HandsetMode.DIALLING
                && !dialling.begun()
                && !inTrain
                && talks.hold().nobody();
    }

    /** Also where the ring that was lifted for has just gone. */
    private boolean glare() {
        return sinceLifted <= GLARE && talks.hold().nobody() && (awaitsDigits() || mode == HandsetMode.OVER);
    }

    /** Gives the frame that came in to whom it belongs. */
    void hear(short[] in) {
        talks.hear(in, mode == HandsetMode.CALL);
    }

    Talks talks() {
        return talks;
    }

    void hook(HookWatch.Event event, char pulsed) {
        switch (event) {
            case NOTHING -> {}
            case LIFTED -> lifted();
            case LAID_DOWN -> laidDown();
            case FLASHED -> flashed();
            case PULSED -> { // only while breaks are digits
                talks.pulsed(pulsed);
                key(pulsed);
            }
        }
    }

    private void lifted() {
        sinceLifted = 0;
        FxsLeg caller = talks.active();
        if (mode == HandsetMode.RINGING && caller != null) {
            bell.stop();
            enter(HandsetMode.CALL);
            boolean recalled = caller.answered();
            caller.connected();
            caller.mail().post(recalled ? new CallEvent.Resumed(caller) : new CallEvent.Answered(caller));
        } else if (mode == HandsetMode.ON_HOOK) {
            talks.hold().endAsked();
            beginDialling();
        }
    }

    private void beginDialling() {
        dialling = new Dialling(setup.dialPlan(), setup.device() == PortUse.Device.ALARM);
        enter(HandsetMode.DIALLING);
        callWithoutDigits();
    }

    /** A hotline calls by itself, at once or where nothing is dialled for its time. */
    private void callWithoutDigits() {
        String target = setup.hotline(inMode);
        if (target != null && awaitsDigits()) {
            offer(target);
        }
    }

    private void laidDown() {
        talks.part();
        SecondCall calling = talks.secondTaken();
        FxsLeg ended = talks.taken();
        boolean dialled = mode == HandsetMode.DIALLING && dialling.begun();
        enter(HandsetMode.ON_HOOK);
        card.feed(FxsCard.Feed.FORWARD);
        if (ended == null && !dialled) {
            recall(talks.hold().taken());
        } else if (!talks.hold().passedOn(ended, dialling.digits()) && ended != null) { // who was asked is meant
            ended.gone(ended.answered() ? HangupCause.NORMAL : HangupCause.CANCELLED, true);
        }
        if (calling != null) {
            rings(calling.leg(), calling.request());
        }
    }

    /** Who lays the handset down has forgotten somebody on hold: the telephone rings for them. */
    private void recall(@Nullable FxsLeg waiting) {
        if (waiting != null) {
            talks.begin(waiting);
            bell.recall(setup);
            enter(HandsetMode.RINGING);
        }
    }

    /** A flash holds the call and gives a second dial tone, or comes back; between two calls it changes from one to the other. */
    private void flashed() {
        boolean again = treatment.tone();
        switch (talks.flashed()) {
            case TALK -> enter(HandsetMode.CALL);
            case DIAL -> beginDialling();
            case NOTHING -> {
                if (again) {
                    beginDialling();
                }
            }
        }
    }

    void key(char key) {
        FxsLeg talking = talks.active();
        if (mode == HandsetMode.DIALLING) {
            proceed(dialling.digit(key));
        } else if (mode == HandsetMode.CALL && talking != null && people() && !talks.telling() && !talks.code(key)) {
            talking.mail().post(new CallEvent.DigitPressed(talking, key));
        }
    }

    /** Digits of machines are theirs: they pass as they are, and mean nothing to the box (LINES rule 14). */
    private boolean people() {
        return setup.device().voice();
    }

    private void proceed(Dialling.Stand stand) {
        switch (stand) {
            case GOING_ON -> callWithoutDigits();
            case DONE -> {
                if (placing.may(dialling.digits(), setup)) {
                    offer(dialling.digits());
                } else {
                    failed(HangupCause.CONGESTION, true);
                }
            }
            case FAILED -> failed(dialling.begun() ? HangupCause.NO_SUCH_NUMBER : HangupCause.NORMAL, true);
        }
    }

    private void offer(String digits) {
        FxsLeg leg = placing.leg(digits, setup);
        talks.begin(leg);
        enter(HandsetMode.CALL);
        placing.offer(leg, digits, setup);
    }

    private void failed(HangupCause cause, boolean sounds) {
        enter(HandsetMode.OVER);
        card.feed(FxsCard.Feed.FORWARD);
        treatment.begin(setup.tones(), cause, sounds);
    }

    void sendDigit(FxsLeg leg, char digit) {
        if (leg == talks.active() && mode == HandsetMode.CALL) {
            earpiece.press(digit);
        }
    }

    /** The office ends a call on this telephone. */
    void hangUp(FxsLeg leg, HangupCause cause) {
        boolean answered = leg.answered();
        if (talks.ended(leg) == Talks.Ended.TALK) {
            if (mode == HandsetMode.RINGING) {
                bell.stop();
                enter(HandsetMode.ON_HOOK);
            } else {
                failed(cause, !answered || setup.endTone());
            }
        }
        leg.gone(cause, false);
    }

    /** One frame on; {@code train}: the dial runs, and whoever turns it is not waited for. */
    void time(boolean train) {
        inTrain = train;
        inMode++;
        sinceLifted = Math.min(sinceLifted + 1, GLARE + 1);
        switch (mode) {
            case ON_HOOK -> recall(talks.hold().left(inMode));
            case CALL -> placing.showAnswer(card, talks.active(), setup);
            case RINGING -> {
                FxsLeg recalled = talks.active();
                if (recalled != null && recalled.answered() && inMode > RECALL) {
                    hangUp(recalled, HangupCause.NO_ANSWER);
                }
            }
            case DIALLING -> {
                if (!train) {
                    proceed(dialling.quiet());
                }
            }
            case OVER -> treatment.frame();
        }
    }

    private void enter(HandsetMode next) {
        mode = next;
        inMode = 0;
        treatment.none();
    }

    /** Fills the frame that goes to the telephone; false for silence. */
    boolean fill(short[] out) {
        return switch (mode) {
            case ON_HOOK -> false;
            case RINGING -> bell.sending(out);
            case DIALLING ->
                earpiece.dialTone(out, dialling, messages || talks.hold().held() != null, setup.tones());
            case CALL -> talks.fill(out, earpiece, setup.tones());
            case OVER -> treatment.sending(out);
        };
    }

    Telephone.State state(boolean offHook) {
        return mode.state(offHook || !talks.hold().nobody());
    }

    /** The box stops. */
    void close() {
        bell.stop();
        talks.close();
    }
}
