package ringdown.board.simulated.silicon;

import java.util.Arrays;
import ringdown.audio.Companding;
import ringdown.audio.Frame;
import ringdown.board.tdm.TdmLink;

/**
 * The PCM highway in memory. The halves of its frame can change places and its stream can break off, as on a Pi. Belongs to the
 * board's thread.
 */
public final class Highway implements TdmLink {
    private final byte[][] toBox;
    private final byte[][] toChips;
    private final byte silence;
    private boolean crossed;
    private boolean exchanged;
    private boolean broken;
    private long restarts;

    Highway(int ports, Companding law) {
        int slots = Math.max(8, Integer.highestOneBit(Math.max(1, ports * 2 - 1)));
        silence = law.silence();
        toBox = new byte[slots][Frame.SAMPLES];
        toChips = new byte[slots][Frame.SAMPLES];
        endBlock(toBox);
        endBlock(toChips);
    }

    private void endBlock(byte[][] slots) {
        for (byte[] slot : slots) {
            Arrays.fill(slot, silence);
        }
    }

    /** The stream breaks off for a block and begins anew, with the halves of each frame crossed or not. */
    public void xrun(boolean crossedThen) {
        crossed = crossedThen;
        broken = true;
        restarts++;
    }

    @Override
    public void receive(int slot, byte[] octets) {
        System.arraycopy(toBox[boxSide(slot)], 0, octets, 0, Frame.SAMPLES);
    }

    @Override
    public void send(int slot, byte[] octets) {
        System.arraycopy(octets, 0, toChips[boxSide(slot)], 0, Frame.SAMPLES);
    }

    private int boxSide(int slot) {
        return crossed == exchanged ? slot : slot ^ half();
    }

    @Override
    public long restarts() {
        return restarts;
    }

    @Override
    public void swapHalves() {
        exchanged = !exchanged;
    }

    @Override
    public int half() {
        return toBox.length / 2;
    }

    void beginBlock() {
        endBlock(toBox);
        if (broken) {
            endBlock(toChips);
        }
    }

    /** What a chip whose slot begins at that bit gets. */
    byte[] arriving(int start) {
        return toChips[slot(start)];
    }

    void place(int start, byte[] octets) {
        if (!broken) {
            System.arraycopy(octets, 0, toBox[slot(start)], 0, Frame.SAMPLES);
        }
    }

    private int slot(int start) {
        return start / 8 % toBox.length;
    }

    void endBlock() {
        endBlock(toChips);
        broken = false;
    }
}
