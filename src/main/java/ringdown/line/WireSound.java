package ringdown.line;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;

/** What is heard on a line's wires in this tick: as it came, and without the echo of what we say. Belongs to the board's thread. */
final class WireSound {
    private final FxoCard card;
    private final HybridEcho echo = new HybridEcho();
    private final LineTape tape = new LineTape();
    private final FarLevel level = new FarLevel();
    private final short[] in = Frame.silence();

    WireSound(FxoCard card) {
        this.card = card;
    }

    short[] receive() {
        card.receive(in);
        return in;
    }

    /** No call is on: how late an echo may come in the next one. */
    void tail(int millis) {
        echo.tail(millis);
    }

    /** A call is on: what went out while this frame came in comes back in it, and nobody may take it for the far end. */
    void clean() {
        echo.frame(card, card.offHook(), in);
        if (card.offHook()) {
            tape.add(echo.plain());
        }
    }

    /** For whoever talks over the line; {@code wire}: over another port, sample for sample. */
    short[] forVoice(boolean wire) {
        return wire ? echo.plain() : in;
    }

    /** What came in without the echo of what we say, quiet tones and all. */
    short[] heard() {
        return echo.ungated();
    }

    /** As it came, with what the hybrid sends back. */
    short[] plain() {
        return echo.plain();
    }

    /** Faxes or modems talk. */
    boolean machines() {
        return echo.machines();
    }

    LineTape tape() {
        return tape;
    }

    /** This frame is somebody's voice, as far as can be told. */
    void voice() {
        level.add(echo.ungated());
    }

    @Nullable
    Double farLevel() {
        return level.median();
    }

    /** What is left of our voice on its way back from the hybrid, in dB below it; empty: not known. */
    OptionalDouble echoLossDb() {
        return echo.lossDb();
    }

    /** The call is over. */
    void restart() {
        echo.restore();
        level.restart();
        tape.restart();
    }
}
