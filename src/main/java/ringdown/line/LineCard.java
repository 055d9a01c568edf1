package ringdown.line;

import org.jspecify.annotations.Nullable;

/**
 * The electrical seam of one port: what a line interface chip and its slot on the PCM highway can know and do, nothing more. Used
 * only on the board's thread, once per frame of 10 ms; nothing here blocks or allocates.
 */
public sealed interface LineCard permits FxoCard, FxsCard {
    /** "fxo:1" or "fxs:2", as the office file names it. */
    String port();

    /** Fills the frame (80 samples, linear 16 bit, 8 kHz) with what came from the line in this tick, on hook too. */
    void receive(short[] frame);

    /**
     * Fills the frame (80 samples) with what stood in the slot outward while the frame received last came in, octet by octet as it was
     * put there, silence where nothing was: an echo canceller's reference (LINES rule 4).
     */
    void sent(short[] frame);

    /** Puts the frame (80 samples) into the slot; without it the slot carries silence. */
    void send(short[] frame);

    /** What is wrong with the port's electronics; null while nothing is. Readings stay as they were while it lasts. */
    @Nullable
    Fault fault();
}
