package ringdown.line;

import org.jspecify.annotations.Nullable;
import ringdown.audio.progress.CallProgressEvent;
import ringdown.call.OutsideLine;

/**
 * Takes a line for two seconds, dials nothing, and listens whether the exchange gives dial tone: the sign of life of a line on which
 * nobody has called for long (LINES rule 9). Belongs to the board's thread.
 */
final class SilentSeizure extends FxoCall {
    private static final int LISTENS = Frames.of(2000);
    /** A tone that has begun is heard to its end: interrupted dial tone takes longer to be known. */
    private static final int LONGEST = Frames.of(5000);

    private final LineEar ear;
    private int frames;
    private int tonal;

    SilentSeizure(FxoLine line, FxoLeg leg) {
        super(line, leg);
        ear = line.ear();
        line.card.hook(true);
    }

    @Override
    void received(short[] frame) {
        ear.received(frame);
        frames++;
        tonal = ear.tonal() ? Frames.of(1000) : Math.max(0, tonal - 1);
        CallProgressEvent event = ear.event();
        if (tone(event)) {
            line.standing.diverted(event instanceof CallProgressEvent.StutterDialTone);
            line.standing.dialTone();
            line.finish(this, true);
        } else if (ear.voice()) {
            line.arrivals.offerGlare();
        } else if (event != null && event.released()) {
            line.standing.nobodyThere();
            line.finish(this, true);
        } else if (frames >= LONGEST || (frames >= LISTENS && tonal == 0)) {
            line.arrivals.mayHaveCaller();
        }
    }

    private static boolean tone(@Nullable CallProgressEvent event) {
        return event instanceof CallProgressEvent.DialTone || event instanceof CallProgressEvent.StutterDialTone;
    }

    @Override
    boolean sending(short[] frame) {
        return false;
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
