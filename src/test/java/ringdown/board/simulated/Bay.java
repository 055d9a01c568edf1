package ringdown.board.simulated;

import java.util.function.BooleanSupplier;
import ringdown.audio.Companding;
import ringdown.board.proslic.RegisterBus;
import ringdown.clock.BoxClock;
import ringdown.line.FxoCard;
import ringdown.line.FxsCard;

/** A board without lines above it: its cards, its wires, its chips' registers. Counted in frames, no clock. */
final class Bay {
    final SimulatedBoard board;

    Bay(String country, int fxo, int fxs) {
        board = new SimulatedBoard(new BoxClock(() -> true), fxo, fxs, Companding.A_LAW, country);
    }

    FxoCard line() {
        return board.fxo().getFirst();
    }

    FxsCard port() {
        return board.fxs().getFirst();
    }

    ExchangePair exchange() {
        return board.exchangePairs().getFirst();
    }

    TelephonePair telephone() {
        return board.telephonePairs().getFirst();
    }

    RegisterBus si3050() {
        return board.silicon().exchangeBuses().getFirst();
    }

    RegisterBus si3210() {
        return board.silicon().telephoneBuses().getFirst();
    }

    void run(int millis) {
        for (int i = 0; i < millis; i += 10) {
            board.frame();
        }
    }

    /** Milliseconds until it is so; -1 when it never is. */
    int until(int millis, BooleanSupplier so) {
        for (int i = 0; i <= millis; i += 10) {
            if (so.getAsBoolean()) {
                return i;
            }
            board.frame();
        }
        return -1;
    }
}
