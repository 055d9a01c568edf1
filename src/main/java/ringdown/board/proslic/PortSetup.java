package ringdown.board.proslic;

import ringdown.audio.Companding;

/**
 * What a port is set up with.
 *
 * @param port "fxo:1" or "fxs:2", as the office file names it
 * @param slot its place on the highway, 0 to 127: the chips count 1,024 bits of PCLK
 * @param law of the octets in the slot
 * @param row its country's
 */
public record PortSetup(String port, int slot, Companding law, CountryRow row) {
    public PortSetup {
        if (slot < 0 || slot > 127) {
            throw new IllegalArgumentException("a highway has slots 0 to 127, not " + slot);
        }
    }

    /** Where the slot begins, in bits after FSYNC. */
    int start() {
        return slot * 8;
    }
}
