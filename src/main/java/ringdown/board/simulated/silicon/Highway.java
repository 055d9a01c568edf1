package ringdown.board.simulated.silicon;

import ringdown.audio.Companding;
import ringdown.audio.Frame;
import ringdown.board.tdm.SlotTape;
import ringdown.board.tdm.TdmLink;

/**
 * The PCM highway in memory, with the buffers that ALSA keeps before it: what the box sends reaches the chips three periods of 5 ms
 * after what it was made of had come in. The halves of a frame can change places in each direction, what comes in can be later than
 * it is numbered, and the stream can break off, as on a Pi. Belongs to the board's thread.
 */
public final class Highway implements TdmLink {
    private final SlotTape toBox;
    private final SlotTape toChips;
    private final byte[] octets = new byte[Frame.SAMPLES];
    private boolean crossedOut;
    private boolean crossedIn;
    private boolean exchangedOut;
    private boolean exchangedIn;
    private boolean broken;
    private int lateness;
    private int skew;
    private long restarts;

    Highway(int ports, Companding law) {
        int slots = Math.max(8, Integer.highestOneBit(Math.max(1, ports * 2 - 1)));
        toBox = new SlotTape(slots, law.silence());
        toChips = new SlotTape(slots, law.silence());
    }

    /** The stream breaks off for a block and begins anew, with the halves of each frame crossed or not. */
    public void xrun(boolean crossedThen) {
        xrun(crossedThen, crossedThen);
    }

    /** The stream breaks off for a block and begins anew, with the halves of each frame crossed in a direction or not. */
    public void xrun(boolean outward, boolean inward) {
        crossedOut = outward;
        crossedIn = inward;
        broken = true;
        restarts++;
    }

    /** What comes in is numbered so many frames (0 to 39) too early from the next xrun on: the depth of the hardware's queues. */
    public void lateness(int frames) {
        lateness = frames;
    }

    @Override
    public void receive(int slot, byte[] into) {
        toBox.read(inward(slot), -lateness, into);
    }

    /** After a block its frames are the ones before those now due. */
    @Override
    public void sent(int slot, byte[] into) {
        toChips.read(outward(slot), -Frame.SAMPLES - skew, into);
    }

    @Override
    public void send(int slot, byte[] from) {
        toChips.write(outward(slot), LEAD, from);
    }

    private int outward(int slot) {
        return crossedOut == exchangedOut ? slot : slot ^ half();
    }

    private int inward(int slot) {
        return crossedIn == exchangedIn ? slot : slot ^ half();
    }

    @Override
    public long restarts() {
        return restarts;
    }

    @Override
    public void swapHalves(boolean outward, boolean inward) {
        exchangedOut ^= outward;
        exchangedIn ^= inward;
    }

    @Override
    public int half() {
        return toBox.count() / 2;
    }

    @Override
    public void skew(int frames) {
        skew = frames;
    }

    void beginBlock() {
        toBox.advance();
        if (broken) {
            toChips.clear();
        }
    }

    /** What a chip whose slot begins at that bit gets. */
    byte[] arriving(int start) {
        toChips.read(slot(start), 0, octets);
        return octets;
    }

    void place(int start, byte[] from) {
        if (!broken) {
            toBox.write(slot(start), 0, from);
        }
    }

    private int slot(int start) {
        return start / 8 % toBox.count();
    }

    void endBlock() {
        toChips.advance();
        broken = false;
    }
}
