package ringdown.board.hat;

import org.jspecify.annotations.Nullable;

/**
 * Where a module sits.
 *
 * @param number in the port's name: "fxo:3" is the FXO module in socket 3, whatever sits in the others
 * @param fixed the only kind of module that fits; null when any does
 * @param select chip select of its chain
 * @param position in the chain, 0 is the first
 * @param slot on the PCM highway
 */
public record Socket(int number, @Nullable Module fixed, int select, int position, int slot) {
    public Socket {
        if (number < 1 || select < 0 || select > 10 || position < 0 || position > 7 || slot < 0 || slot > 7) {
            throw new IllegalArgumentException(
                    "no such socket: " + number + " " + select + " " + position + " " + slot);
        }
    }

    /** The name of the port that a module of the kind makes of it. */
    public String port(Module module) {
        return module.prefix() + ":" + number;
    }

    /** Whether that kind of module fits. */
    boolean takes(Module module) {
        return fixed == null || fixed == module;
    }
}
