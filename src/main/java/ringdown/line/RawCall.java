package ringdown.line;

import org.jspecify.annotations.Nullable;
import ringdown.audio.progress.CallProgressEvent;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.OutsideLine;

/**
 * The line itself for somebody of the office, with its dial tone, so that services of the provider can be set (LINES rule 16). What the exchange
 * says is theirs to hear; the line goes back on hook when they lay down, or when a tone that ends calls has stood for long. Belongs to
 * the board's thread.
 */
final class RawCall extends FxoCall {
    private static final int DIAL_TONE_WAIT = Frames.of(5000);
    private static final int NO_CURRENT = Frames.of(600);
    private static final int TONE_STANDS = Frames.of(30_000);

    private final LineEar ear;
    private final KeySender keys = new KeySender();
    private int guard;
    private int since;
    private int noCurrentFor;
    private int toneFor;
    private boolean given;
    private boolean forHelp;

    /** Seizes the line after so many frames on hook. */
    RawCall(FxoLine line, FxoLeg leg, int guard) {
        super(line, leg);
        this.guard = guard;
        ear = line.ear();
    }

    @Override
    void received(short[] frame) {
        if (guard-- > 0) {
            return;
        }
        if (!line.card.offHook()) {
            line.card.hook(true);
        }
        since++;
        ear.received(frame, line.raw());
        noCurrentFor = line.card.milliamps() < NO_CURRENT_MA ? noCurrentFor + 1 : 0;
        if (noCurrentFor > NO_CURRENT) {
            farEndGone(HangupCause.UNREACHABLE);
        } else if (given) {
            watchTone(ear.event());
        } else {
            awaitDialTone(ear.event());
        }
    }

    private void awaitDialTone(@Nullable CallProgressEvent event) {
        leg.voice().receivedNothing();
        if (event instanceof CallProgressEvent.DialTone || event instanceof CallProgressEvent.StutterDialTone) {
            given = true;
            line.standing.dialTone();
            leg.answered(true);
            leg.post(new CallEvent.Answered(leg));
        } else if (ear.voice()) {
            note("a caller was on " + line.via() + " when it was seized");
            gone(HangupCause.CONGESTION, false);
            line.arrivals.offerGlare();
        } else if (since > DIAL_TONE_WAIT) {
            note("no dial tone on " + line.via());
            farEndGone(HangupCause.CONGESTION);
        }
    }

    private void watchTone(@Nullable CallProgressEvent event) {
        boolean ends = event != null && event.released();
        toneFor = ear.voice() ? 0 : ends || toneFor > 0 ? toneFor + 1 : 0;
        if (toneFor > TONE_STANDS) {
            farEndGone(HangupCause.NORMAL);
        }
    }

    @Override
    void sendDigit(char digit) {
        toneFor = 0;
        keys.press(digit);
    }

    @Override
    void forHelp() {
        forHelp = true;
    }

    @Override
    boolean sending(short[] frame) {
        boolean sound = keys.sending(frame, leg.voice());
        ear.sent(frame, sound);
        return sound;
    }

    @Override
    OutsideLine.State state() {
        return given ? OutsideLine.State.TALKING : OutsideLine.State.DIALLING;
    }

    @Override
    OutsideLine.Use use() {
        return forHelp ? OutsideLine.Use.EMERGENCY : OutsideLine.Use.OUT;
    }
}
