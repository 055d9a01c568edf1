package ringdown.board.proslic;

/** Registers of an Si3210 that is alone on its chip select: frames of two octets, as after reset (data sheet; facts 3.1). */
public final class Si3210Alone implements RegisterBus {
    private static final int READ = 0x80;

    private final SpiBytes spi;
    private final byte[] frame = new byte[2];

    /** The chip on that chip select. */
    public Si3210Alone(SpiBytes spi) {
        this.spi = spi;
    }

    @Override
    public int read(int register) {
        frame[0] = (byte) (register | READ);
        frame[1] = (byte) 0xFF;
        spi.exchange(frame);
        return frame[1] & 0xFF;
    }

    @Override
    public void write(int register, int value) {
        frame[0] = (byte) register;
        frame[1] = (byte) value;
        spi.exchange(frame);
    }
}
