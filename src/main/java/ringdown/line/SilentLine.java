package ringdown.line;

import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.progress.CallProgressEvent;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.call.OutsideLine;

/**
 * We have seized a line, and there is neither dial tone nor a voice: either the network behind it is dead, or a caller was about to
 * ring and listens (LINES rule 7). Whoever is there hears ring back, and becomes an incoming call by the first sign of life. Belongs
 * to the board's thread.
 */
final class SilentLine extends FxoCall {
    private static final int PATIENCE = Frames.of(10_000);
    /** Half a second of it has passed since we last sent anything. */
    private static final int STEADY_MILLIS = 600;

    private final Inbox inbox;
    private final LineEar ear;
    private final KeyEar keys = new KeyEar(key -> signs = true);
    private final EarTone ringBack = new EarTone();
    private boolean signs;
    private int noCurrentFor;
    private int listensFor;

    SilentLine(FxoLine line, FxoLeg leg, Inbox inbox) {
        super(line, leg);
        this.inbox = inbox;
        ear = line.ear();
        ringBack.sound(line.setup().tones().ringback());
    }

    @Override
    void received(short[] frame) {
        ear.received(frame);
        keys.received(frame);
        noCurrentFor = line.card.milliamps() < NO_CURRENT_MA ? noCurrentFor + 1 : 0;
        CallProgressEvent event = ear.event();
        boolean left = left(event);
        if (dialTone(event)) {
            line.standing.dialTone();
            line.finish(this, true);
        } else if (left || signs || ear.voice()) {
            IncomingCall caller = line.arrivals.offerGlare(leg, inbox);
            if (left) {
                caller.farEndGone(HangupCause.CANCELLED);
            }
        } else if (++listensFor >= PATIENCE) {
            line.standing.nobodyThere();
            line.finish(this, true);
        }
    }

    /** Our own ring back comes back over the hybrid, in dial tone's frequencies: only what lasts when we are silent is the exchange's. */
    private boolean dialTone(@Nullable CallProgressEvent event) {
        return ear.silentHere()
                && (event instanceof CallProgressEvent.StutterDialTone || ear.steadyMillis() >= STEADY_MILLIS);
    }

    /** Whoever was there has hung up. */
    private boolean left(@Nullable CallProgressEvent event) {
        return (event != null && event.released()) || noCurrentFor > Frames.of(300) || line.battery.reversed();
    }

    @Override
    boolean sending(short[] frame) {
        boolean sound = ringBack.sending(frame);
        ear.sent(frame, sound);
        if (sound) {
            keys.sent(frame);
        }
        return sound && frame.length == Frame.SAMPLES;
    }

    @Override
    OutsideLine.Use use() {
        return OutsideLine.Use.OUT;
    }

    @Override
    OutsideLine.State state() {
        return OutsideLine.State.DIALLING;
    }
}
