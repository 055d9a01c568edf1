package ringdown.line;

import ringdown.call.OutsideLine;

/**
 * Our own test call is answered, once a week (LINES rule 18): the line sends a tone that the calling one listens to. Where that does not hear
 * it, somebody else may have rung in the same moment. Whatever does not behave as our own call is a caller: whoever speaks, whoever is
 * there or leaves while our call still rings or was refused, whoever is there long after it. Belongs to the board's thread.
 */
final class TrialAnswer extends FxoCall {
    /** The exchange takes its time to join the two. */
    private static final int UNHEARD = Frames.of(2500);
    /** The calling line lays down 35 s after it has dialled, at the latest, and this one was answered after that. */
    private static final int LONGEST = Frames.of(40_000);
    /** An exchange that tells of the end of a call has done so by then. */
    private static final int RELEASED_WITHIN = Frames.of(10_000);

    private final TestTone tone;
    private final LineEar ear;
    private int frames;
    private int noCurrentFor;
    private int laidDownFor;

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
        laidDownFor = tone.laidDown() ? laidDownFor + 1 : 0;
        if (tone.heard()) {
            line.finish(this, true);
        } else if (tone.refused()) {
            line.arrivals.offerGlare();
        } else if (!sounds()) {
            listening(frame);
        }
    }

    /** What ends once the calling line has laid down was ours; a caller who has left before that is written down as one. */
    private void listening(short[] frame) {
        ear.received(frame);
        if (ear.event() != null || noCurrentFor > Frames.of(300) || line.battery.reversed()) {
            if (tone.laidDown()) {
                line.finish(this, true);
            } else {
                line.arrivals.offerGlare();
            }
        } else if (ear.voice() || laidDownFor > RELEASED_WITHIN || frames > LONGEST) {
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
