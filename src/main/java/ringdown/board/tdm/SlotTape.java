package ringdown.board.tdm;

import java.util.Arrays;

/** The last octets of every slot in one direction, by frame: what stands in the block now, in the two before it and in the one after it. One thread. */
public final class SlotTape {
    private static final int BLOCK = 80;
    private static final int NOW = 2 * BLOCK;

    private final byte[][] slots;
    private final byte silence;

    /** So many slots, silent. */
    public SlotTape(int count, byte silence) {
        slots = new byte[count][4 * BLOCK];
        this.silence = silence;
        clear();
    }

    /** Silence before, now and after. */
    public void clear() {
        for (byte[] slot : slots) {
            Arrays.fill(slot, silence);
        }
    }

    /** How many slots. */
    public int count() {
        return slots.length;
    }

    /** Writes 80 octets, the first of which stands so many frames (-80 to 80) after the beginning of the block. */
    public void write(int slot, int at, byte[] octets) {
        System.arraycopy(octets, 0, slots[slot], NOW + at, BLOCK);
    }

    /** Reads 80 octets, the first of which stands so many frames (-160 to 80) after the beginning of the block. */
    public void read(int slot, int at, byte[] octets) {
        System.arraycopy(slots[slot], NOW + at, octets, 0, BLOCK);
    }

    /** The next block: what is not written in it is silence. */
    public void advance() {
        for (byte[] slot : slots) {
            System.arraycopy(slot, BLOCK, slot, 0, 3 * BLOCK);
            Arrays.fill(slot, 3 * BLOCK, 4 * BLOCK, silence);
        }
    }
}
