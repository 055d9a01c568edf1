package ringdown.line;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.Mixing;

/**
 * Two calls on one telephone whose people hear each other and whoever holds it. Each of them hears the other a frame later than the
 * telephone does, since sound moves once a frame. Belongs to the board's thread.
 */
final class ThreeWay {
    private final FxsLeg one;
    private final FxsLeg other;
    private final short[] fromOne = Frame.silence();
    private final short[] fromOther = Frame.silence();
    private final short[] sum = Frame.silence();

    ThreeWay(FxsLeg one, FxsLeg other) {
        this.one = one;
        this.other = other;
    }

    /** Who stays if that one leaves; null: they are none of these. */
    @Nullable
    FxsLeg without(FxsLeg gone) {
        return gone == one ? other : gone == other ? one : null;
    }

    FxsLeg one() {
        return one;
    }

    FxsLeg other() {
        return other;
    }

    /** What is said into the telephone. */
    void hear(short[] in) {
        give(in, fromOther, one);
        give(in, fromOne, other);
    }

    private void give(short[] in, short[] more, FxsLeg to) {
        System.arraycopy(in, 0, sum, 0, Frame.SAMPLES);
        Mixing.add(more, sum);
        to.voice().received(sum);
    }

    /** What the telephone hears of both. */
    void fill(short[] out) {
        take(one, fromOne);
        take(other, fromOther);
        System.arraycopy(fromOne, 0, out, 0, Frame.SAMPLES);
        Mixing.add(fromOther, out);
    }

    private static void take(FxsLeg from, short[] frame) {
        if (!from.voice().takeOut(frame)) {
            Arrays.fill(frame, (short) 0);
        }
    }
}
