package ringdown.board.proslic;

/**
 * Registers of one of up to 16 Si3050 on a chip select: frames of three octets, the first of which names the chip with its bits
 * reversed (data sheet "SPI control interface"; facts 2.1).
 */
public final class Si3050Chain implements RegisterBus {
    private static final int WRITE = 0x20;
    private static final int READ = 0x60;

    private final SpiBytes spi;
    private final int name;
    private final byte[] frame = new byte[3];

    /** The chip at that position, 0 to 15, counted from the one whose SDI the processor drives. */
    public Si3050Chain(SpiBytes spi, int position) {
        if (position < 0 || position > 15) {
            throw new IllegalArgumentException("a chain has positions 0 to 15, not " + position);
        }
        this.spi = spi;
        name = Integer.reverse(position) >>> 28;
    }

    @Override
    public int read(int register) {
        fill(READ, register, 0xFF);
        return frame[2] & 0xFF;
    }

    @Override
    public void write(int register, int value) {
        fill(WRITE, register, value);
    }

    private void fill(int command, int register, int value) {
        frame[0] = (byte) (command | name);
        frame[1] = (byte) (register & 0x7F);
        frame[2] = (byte) value;
        spi.exchange(frame);
    }
}
