package ringdown.board.simulated;

import ringdown.audio.Frame;
import ringdown.line.LifelineRelay;

/** A lifeline relay on the wires: a charge pump that empties, a coil, and contacts that take a telephone to its port. Belongs to the board's thread. */
final class SimulatedRelay implements LifelineRelay {
    private static final int FULL = EMPTY_MILLIS / Frame.MILLIS;

    private final TelephonePair telephone;
    private final ExchangePair line;
    private int charge;
    private boolean removed;

    SimulatedRelay(TelephonePair telephone, ExchangePair line) {
        this.telephone = telephone;
        this.line = line;
        telephone.hangOn(line);
    }

    @Override
    public boolean hold() {
        charge = FULL;
        return true;
    }

    /** One frame passes on the wires, whether or not the box looks. */
    void frame() {
        if (!removed) {
            telephone.hangOn(charge > 0 ? null : line);
            charge = Math.max(0, charge - 1);
        }
    }

    @Override
    public void close() {
        removed = true;
        telephone.hangDirectly();
    }
}
