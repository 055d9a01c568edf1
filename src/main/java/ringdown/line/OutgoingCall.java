package ringdown.line;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import ringdown.audio.progress.CallProgressEvent;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.OutsideLine;

/**
 * A call that we make on the line: seize, wait for dial tone, dial, and find out how it ends up. No digit without dial tone, no
 * answer without evidence or long patience (LINES rules 6 to 8).
 */
final class OutgoingCall extends FxoCall {
    private static final int DIAL_TONE_WAIT = Frames.of(5000);
    private static final int BEFORE_DIGITS = Frames.of(150);
    /** A line that gives no dial tone, by the installer's word, is ready then. */
    private static final int BLIND = Frames.of(3000);

    private static final int NO_CURRENT = Frames.of(600);

    private enum Phase {
        /** An emergency call has cleared the line: the exchange needs its time on hook. */
        CLEARING,
        SEIZED,
        DIALLING,
        /** The way out of the city, or of a PBX: it gives dial tone again (LINES rule 16). */
        SECOND_TONE,
        PROGRESS,
        TALKING
    }

    private final LineSetup setup;
    private final Deque<String> parts = new ArrayDeque<>();
    private final KeySender keys = new KeySender();
    private final KeyEar farKeys = new KeyEar(key -> pressed = key);
    private LineEar ear;
    private final boolean emergency;
    private int clearing;
    private Phase phase = Phase.CLEARING;
    private int inPhase;
    private int withDialTone;
    private int noCurrentFor;
    private @Nullable Pulses pulses;
    private @Nullable Progress progress;
    private @Nullable TalkWatch talk;
    private @Nullable Character pressed;

    /** Seizes the line at once, or after so many frames on hook. */
    OutgoingCall(FxoLine line, FxoLeg leg, LineSetup setup, String digits, boolean emergency, int clearing) {
        super(line, leg);
        this.setup = setup;
        parts.addAll(setup.parts(digits));
        this.emergency = emergency;
        this.clearing = clearing;
        ear = line.ear();
        seize();
    }

    private void seize() {
        if (clearing-- <= 0) {
            line.card.hook(true);
            enter(Phase.SEIZED);
        }
    }

    @Override
    void received(short[] frame) {
        inPhase++;
        ear.received(frame, line.raw());
        switch (phase) {
            case CLEARING -> seize();
            case SEIZED -> seized();
            case SECOND_TONE -> secondTone();
            case DIALLING -> dialling();
            case PROGRESS -> progress(frame);
            case TALKING -> talking(frame);
        }
        if (phase.ordinal() < Phase.PROGRESS.ordinal()) {
            leg.voice().receivedNothing();
        }
    }

    private void seized() {
        noCurrentFor = line.card.milliamps() < NO_CURRENT_MA ? noCurrentFor + 1 : 0;
        CallProgressEvent event = ear.event();
        followDialTone(event);
        if (withDialTone > BEFORE_DIGITS) {
            line.standing.dialTone();
            enter(Phase.DIALLING);
            dial();
        } else if (noCurrentFor > NO_CURRENT) {
            giveUp(HangupCause.UNREACHABLE);
        } else if (withDialTone == 0 && ear.voice()) {
            glare();
        } else if (blind(event)) {
            note("no dial tone on " + line.via() + ": dialled blind, as the office file says");
            enter(Phase.DIALLING);
            dial();
        } else if ((event != null && event.released()) || inPhase > DIAL_TONE_WAIT) {
            note("no dial tone on " + line.via() + ": nothing is dialled");
            withoutDialTone(event != null);
        }
    }

    /** Never into another tone, nor onto a line that its last caller may still hold (LINES rule 6). */
    private boolean blind(@Nullable CallProgressEvent event) {
        boolean tone = event != null || withDialTone > 0 || ear.tonal();
        return setup.dial().blind() && inPhase >= BLIND && !tone && !line.standing.clearing();
    }

    private void followDialTone(@Nullable CallProgressEvent event) {
        boolean dialTone =
                event instanceof CallProgressEvent.DialTone || event instanceof CallProgressEvent.StutterDialTone;
        withDialTone = dialTone || withDialTone > 0 ? withDialTone + 1 : 0;
    }

    private void secondTone() {
        CallProgressEvent event = ear.event();
        followDialTone(event);
        if (withDialTone > BEFORE_DIGITS) {
            enter(Phase.DIALLING);
            dial();
        } else if ((event != null && event.released()) || inPhase > DIAL_TONE_WAIT) {
            note("no second dial tone on " + line.via() + ": dialled in vain");
            giveUp(HangupCause.CONGESTION);
        }
    }

    /** The call goes on over another line; who is silent on this one may be a caller, unless the last one still holds it. */
    private void withoutDialTone(boolean tone) {
        if (tone || emergency || line.standing.clearing()) {
            giveUp(HangupCause.CONGESTION);
        } else {
            gone(HangupCause.CONGESTION, true);
            line.arrivals.mayHaveCaller();
        }
    }

    private void glare() {
        note("a caller was on " + line.via() + " when it was seized");
        gone(HangupCause.CONGESTION, false);
        line.arrivals.offerGlare();
    }

    private void giveUp(HangupCause cause) {
        line.finish(this, true);
        gone(cause, true);
    }

    private void dial() {
        String digits = parts.removeFirst();
        FxoSigns signs = line.card.signs();
        if (signs != null) {
            signs.dial(digits, setup.dial().pulse());
        } else if (setup.dial().pulse()) {
            pulses = new Pulses(line.card, digits);
        } else {
            keys.press(digits);
        }
    }

    private void dialling() {
        Pulses dial = pulses;
        if (dial != null) {
            dial.frame();
        }
        FxoSigns signs = line.card.signs();
        if (keys.busy() || (dial != null && !dial.finished()) || (signs != null && signs.dialling())) {
            return;
        }
        if (!parts.isEmpty()) {
            ear = line.ear(); // what it knows of the first dial tone must not pass for the second
            ear.dialled(); // nor a ring back
            withDialTone = 0;
            enter(Phase.SECOND_TONE);
        } else {
            enter(Phase.PROGRESS);
            ear.dialled();
            progress = new Progress(this, setup.tones());
            leg.post(new CallEvent.EarlySound(leg));
        }
    }

    private void progress(short[] frame) {
        Progress watch = progress;
        if (watch == null) {
            return;
        }
        farKeys.received(frame);
        if (pressed != null) {
            keyed(pressed);
            return;
        }
        switch (watch.received(frame, ear)) {
            case WAITING -> {}
            case ANSWERED -> answered();
            case BUSY -> giveUp(HangupCause.BUSY);
            case CONGESTION -> giveUp(HangupCause.CONGESTION);
            case NO_SUCH_NUMBER -> giveUp(HangupCause.NO_SUCH_NUMBER);
            case LINE_LOST -> giveUp(HangupCause.UNREACHABLE);
        }
    }

    /** Only a person presses keys, and may do so before the line shows by anything else that it is answered. */
    private void keyed(char key) {
        note("the line is answered: a key");
        answered();
        leg.post(new CallEvent.DigitPressed(leg, key));
    }

    private void answered() {
        enter(Phase.TALKING);
        talk = new TalkWatch(this);
        leg.answered(true);
        leg.post(new CallEvent.Answered(leg));
    }

    private void talking(short[] frame) {
        TalkWatch watch = talk;
        if (watch != null) {
            watch.received(frame);
        }
    }

    private void enter(Phase next) {
        phase = next;
        inPhase = 0;
    }

    @Override
    boolean key() {
        return talk == null ? farKeys.sounding() : talk.key();
    }

    @Override
    void sendDigit(char digit) {
        if (!sendsItself(digit)) {
            keys.press(digit);
        }
    }

    @Override
    boolean sending(short[] frame) {
        TalkWatch watch = talk;
        boolean sound = (watch != null && watch.speaks(frame)) || keys.sending(frame, leg.voice());
        if (watch != null) {
            watch.sent(frame, sound);
        }
        ear.sent(frame, sound);
        if (sound && phase != Phase.TALKING) {
            farKeys.sent(frame);
        }
        return sound;
    }

    @Override
    OutsideLine.Use use() {
        return emergency ? OutsideLine.Use.EMERGENCY : OutsideLine.Use.OUT;
    }

    @Override
    OutsideLine.State state() {
        return phase == Phase.TALKING ? OutsideLine.State.TALKING : OutsideLine.State.DIALLING;
    }
}
