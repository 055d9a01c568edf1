package ringdown.simulator;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import ringdown.audio.Frame;

/** What the far end of one line, or a telephone, hears: kept on a tape, and told whoever listens live. Guarded by its owner's lock, except the live list. */
final class FarEar {
    /** Hears a frame of 80 samples; keeps nothing of it. */
    @FunctionalInterface
    interface HeardBy {
        void write(short[] frame);
    }

    private final List<HeardBy> listeners = new CopyOnWriteArrayList<>();
    private final Tape tape = new Tape();
    private final short[] silence = Frame.silence();

    AutoCloseable listen(HeardBy listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** The box has gone off hook: the tape begins anew. */
    void restart() {
        tape.restart();
    }

    short[] heard() {
        return tape.heard();
    }

    /** The line, while it is dialled on or connected; it is taped. */
    void line(short[] frame, boolean connected) {
        tape.add(frame);
        tell(connected ? frame : silence);
    }

    /** What the exchange lets the caller hear; nobody's tape has it. */
    void tell(short[] frame) {
        for (HeardBy listener : listeners) {
            listener.write(frame);
        }
    }

    void nothing() {
        tell(silence);
    }
}
