package ringdown.line;

import ringdown.audio.progress.CallProgressEvent;
import ringdown.call.OutsideLine;

/**
 * Our own test call is answered, once a week (LINES rule 18): the line sends a tone that the calling one listens to. Where that does not hear
 * it, somebody else may have rung in the same moment: whoever speaks is a caller. Belongs to the board's thread.
 */
final class TrialAnswer extends FxoCall {
    /** The exchange takes its time to join the two. */
    private static final int UNHEARD = Frames.of(2500);

    private static final int LONGEST = Frames.of(12_000);

    private final TestTone tone;
    private final LineEar ear;
    private int frames;
    private int noCurrentFor;

    TrialAnswer(FxoLine line, FxoLeg leg, TestTone tone) {
        super(line, leg);
        this.tone = tone;
        ear = line.ear();
        line.card.hook(true);
    }

    @Override
    void received(short[] frame) {
        frames++;
        noCurrentFor = line.card.milliamps() < NO_CURRENT_MA ? noCurrentFor + 1 : 0;
        if (tone.heard() || frames > LONGEST) {
            line.finish(this, true);
        } else if (!sounds()) {
            listening(frame);
        }
    }

    /** The calling line lays down meanwhile: what ends now was ours. */
    private void listening(short[] frame) {
        ear.received(frame);
        CallProgressEvent event = ear.event();
        if (event != null || noCurrentFor > Frames.of(300) || line.battery.reversed()) {
            line.finish(this, true);
        } else if (ear.voice()) {
            line.arrivals.offerGlare();
        }
    }

    private boolean sounds() {
        return frames <= UNHEARD;
    }

    @Override
    boolean sending(short[] frame) {
        if (sounds()) {
            tone.send(frame);
        }
        return sounds();
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
