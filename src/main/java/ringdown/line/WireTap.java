package ringdown.line;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.Level;
import ringdown.call.LineMeter;
import ringdown.call.RawTake;

/**
 * Hears a line's wires for whoever installs it: how loud they are, and its next call as it comes and goes (LINES rule 18). Belongs to the
 * board's thread, but for what others ask and read.
 */
final class WireTap {
    /** The meter's window. */
    private static final int EACH = Frames.of(300);

    private final FxoCard card;
    private final short[] out = Frame.silence();
    private double heard;
    private double sent;
    private int frames;
    private volatile @Nullable LineMeter meter;
    private volatile @Nullable RawTape tape;

    WireTap(FxoCard card) {
        this.card = card;
    }

    /** One frame as it came, before anybody has changed it. */
    void frame(short[] in, boolean ringing, @Nullable FxoCall call) {
        RawTape running = tape;
        boolean offHook = card.offHook();
        if (!offHook) {
            meter = null;
            restart();
        }
        if (offHook || running != null) {
            card.sent(out);
        }
        if (offHook) {
            measure(in);
        }
        if (running != null) {
            running.frame(in, out, ringing, call);
        }
    }

    private void measure(short[] in) {
        for (int i = 0; i < Frame.SAMPLES; i++) {
            heard += (double) in[i] * in[i];
            sent += (double) out[i] * out[i];
        }
        if (++frames == EACH) {
            double samples = (double) EACH * Frame.SAMPLES;
            meter = new LineMeter(Level.dbm0OfPower(heard / samples), Level.dbm0OfPower(sent / samples));
            restart();
        }
    }

    private void restart() {
        heard = 0;
        sent = 0;
        frames = 0;
    }

    /** Empty on hook. */
    Optional<LineMeter> meter() {
        return Optional.ofNullable(meter);
    }

    /** The next call is wanted; what was recorded before is gone. */
    void recordNext(Instant now) {
        tape = new RawTape(now);
    }

    void forget() {
        tape = null;
    }

    Optional<RawTake> take() {
        return Optional.ofNullable(tape).map(RawTape::take);
    }

    Optional<RawTake.Sound> sound() {
        return Optional.ofNullable(tape).flatMap(RawTape::sound);
    }
}
