package ringdown.board.tdm;

/**
 * A PCM highway in blocks of 10 ms: 80 octets for every slot and direction, in the law that the chips were told. Both directions
 * count the same frames of 125 us, and what is sent stands on the highway {@link #LEAD} frames later: three periods of 5 ms less the
 * block itself. That is all the time a late thread has. Used on the board's thread only; nothing here blocks or allocates.
 */
public interface TdmLink {
    /** Frames of a period: 5 ms. */
    int PERIOD = 40;

    /** Periods between what has come in and what goes out: a block is sent so far ahead of the block that came in. */
    int PERIODS = 3;

    /** Frames between the end of the block that has come in and the first octet sent for it. */
    int LEAD = PERIODS * PERIOD - 80;

    /** Fills the array (80 octets) with what came in the slot in the last block. */
    void receive(int slot, byte[] octets);

    /** Fills the array (80 octets) with what stood in the slot outward in the frames of the last block. */
    void sent(int slot, byte[] octets);

    /** Puts the array (80 octets) into the slot of the next block; without it the slot repeats silence. */
    void send(int slot, byte[] octets);

    /** How often the stream has begun anew: by an xrun, after which the two halves of a frame may have changed places. */
    long restarts();

    /**
     * Exchanges the two halves of each frame from now on, because the hardware does, in one direction or in both (facts: slave mode
     * of the Pi's I2S).
     */
    void swapHalves(boolean outward, boolean inward);

    /** How far apart slots lie that change places with {@link #swapHalves}. */
    int half();

    /** What comes in has been found to be so many frames (-40 to 39) later than it is numbered; {@link #sent} heeds it. */
    void skew(int frames);
}
