package ringdown.line;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where line cards stand: they share one frame clock of 10 ms, which is the clock of all sound in the box. One thread, the media
 * clock's, calls {@link #await} for ever; cards, lines and sound all live on it, so that a call between two ports is a wire.
 */
public interface Shelf extends AutoCloseable {
    /** The order of work within one frame; between the two stages sound moves from voice to voice. */
    enum Stage {
        /** Frames and readings have come in: lines look at them. */
        RECEIVED,
        /** Lines give out what goes to the wires. */
        SENDING
    }

    /** Outside lines, in the order of their ports. */
    List<FxoCard> fxo();

    /** Ports for telephones, in the order of their ports. */
    List<FxsCard> fxs();

    /**
     * The output for the lifeline relay that switches a telephone between its port and a line; empty: the board has none. Asked for on the
     * board's thread.
     *
     * @param telephone "fxs:1"
     * @param line "fxo:1"
     */
    default Optional<LifelineRelay> relay(String telephone, String line) {
        return Optional.empty();
    }

    /** From now on the work is done in every frame at that stage; it must not block. Closing the handle ends it. */
    AutoCloseable everyFrame(Stage stage, Runnable work);

    /** Ends the last frame (SENDING), waits for the next, begins it (RECEIVED). True when a frame has begun, false when closed. */
    boolean await();

    /** What is wrong with the sound of all ports; null while nothing is. */
    @Nullable
    Fault fault();

    /** Frames given up because the machine stood still. */
    long lost();

    /** Ends the waiting and leaves every port on hook; closing twice is fine. */
    @Override
    void close();
}
