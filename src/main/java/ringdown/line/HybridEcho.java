package ringdown.line;

import java.util.OptionalDouble;
import ringdown.audio.Frame;
import ringdown.audio.echo.EchoCanceller;
import ringdown.audio.progress.MachineWatch;

/**
 * Takes what went out of a port from what comes in, and leaves machines alone (LINES rule 14, ITU-T G.168 §7). Belongs to the port and not to
 * a call: what it has learnt of the hybrid holds for the next one. On the board's thread.
 */
final class HybridEcho {
    private int tailMillis = EchoCanceller.DEFAULT_TAIL_MILLIS;
    private EchoCanceller canceller = new EchoCanceller(tailMillis);
    private final MachineWatch watch = new MachineWatch();
    private boolean machine;
    private boolean machines;
    private final short[] sent = Frame.silence();
    private final short[] plain = Frame.silence();
    private final short[] ungated = Frame.silence();

    /** Between two calls: how late an echo may come. Another tail is learnt anew. */
    void tail(int millis) {
        if (millis != tailMillis) {
            tailMillis = millis;
            canceller = new EchoCanceller(millis);
        }
    }

    /** Nobody speaks into it: nothing is ever gated (LINES rule 14). */
    void machine(boolean always) {
        machine = always;
    }

    /** One frame that came in, in place; only a closed loop has an echo. */
    void frame(LineCard card, boolean closed, short[] in) {
        System.arraycopy(in, 0, plain, 0, Frame.SAMPLES);
        if (!closed) {
            System.arraycopy(in, 0, ungated, 0, Frame.SAMPLES);
            return;
        }
        card.sent(sent);
        watch.sent(sent);
        MachineWatch.Talk talk = watch.received(in);
        machines = talk != MachineWatch.Talk.PEOPLE;
        canceller.suppressResidual(!machines && !machine);
        canceller.bypass(talk == MachineWatch.Talk.OWN_CANCELLERS);
        canceller.process(sent, in, ungated, Frame.SAMPLES);
    }

    /** Faxes or modems talk, as their tones have told. */
    boolean machines() {
        return machines;
    }

    /** The last frame as it came in. */
    short[] plain() {
        return plain;
    }

    /** The last frame before the residual was gated, for ears that look for quiet tones. */
    short[] ungated() {
        return ungated;
    }

    /** How far below our voice its echo comes back, as learnt; empty: nothing is. */
    OptionalDouble lossDb() {
        return canceller.echoLossDb();
    }

    /** The call is over. */
    void restore() {
        machines = false;
        watch.restart();
    }
}
