package ringdown.board.tdm;

/**
 * A PCM highway in blocks of 10 ms: 80 octets for every slot and direction, in the law that the chips were told. Used on the
 * board's thread only; nothing here blocks or allocates.
 */
public interface TdmLink {
    /** Fills the array (80 octets) with what came in the slot in the last block. */
    void receive(int slot, byte[] octets);

    /** Puts the array (80 octets) into the slot of the next block; without it the slot repeats silence. */
    void send(int slot, byte[] octets);

    /** How often the stream has begun anew: by an xrun, after which the two halves of a frame may have changed places. */
    long restarts();

    /** Exchanges the two halves of each frame from now on, because the hardware does (facts: slave mode of the Pi's I2S). */
    void swapHalves();

    /** How far apart slots lie that change places with {@link #swapHalves}. */
    int half();
}
