package ringdown.board.proslic;

/**
 * Registers of one of up to eight Si3210 on a chip select: once daisy-chained, frames of three octets, the first of which selects
 * chips by bits (data sheet "Serial peripheral interface"; facts 3.1).
 */
public final class Si3210Chain implements RegisterBus {
    private static final int READ = 0x80;
    private static final int DAISY_CHAIN = 0x80;

    private final SpiBytes spi;
    private final byte select;
    private final byte[] frame = new byte[3];

    /** The chip at that position, 0 to 7. */
    public Si3210Chain(SpiBytes spi, int position) {
        if (position < 0 || position > 7) {
            throw new IllegalArgumentException("a chain has positions 0 to 7, not " + position);
        }
        this.spi = spi;
        select = (byte) (1 << position);
    }

    /** Makes a chain of the chips on the select: after reset they understand two octets, and this is one such frame. */
    public static void enter(SpiBytes spi) {
        spi.exchange(new byte[] {Si3210Registers.MODE_SELECT, (byte) DAISY_CHAIN});
    }

    @Override
    public int read(int register) {
        fill(register | READ, 0xFF);
        return frame[2] & 0xFF;
    }

    @Override
    public void write(int register, int value) {
        fill(register, value);
    }

    private void fill(int address, int value) {
        frame[0] = select;
        frame[1] = (byte) address;
        frame[2] = (byte) value;
        spi.exchange(frame);
    }
}
