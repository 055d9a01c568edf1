package ringdown.board.hat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A message of Linux's spidev (include/uapi/linux/spi/spidev.h): one transfer an octet, between which the chip select rises
 * ({@code cs_change}), all in one system call. After the last octet it rises by itself; {@code cs_change} there would keep it low.
 */
final class SpiMessage {
    /** Octets that one message can carry. */
    static final int MOST = 8;

    private static final int SIZE = 32;
    private static final int TX = 0;
    private static final int RX = 8;
    private static final int LENGTH = 16;
    private static final int SPEED = 20;
    private static final int BITS = 26;
    private static final int CS_CHANGE = 27;

    private final MemorySegment transfers;
    private final MemorySegment out;
    private final MemorySegment in;

    SpiMessage(Arena arena, int hertz) {
        transfers = arena.allocate((long) SIZE * MOST, 8);
        out = arena.allocate(MOST);
        in = arena.allocate(MOST);
        for (int i = 0; i < MOST; i++) {
            MemorySegment one = transfers.asSlice((long) i * SIZE, SIZE);
            one.set(ValueLayout.JAVA_LONG, TX, out.address() + i);
            one.set(ValueLayout.JAVA_LONG, RX, in.address() + i);
            one.set(ValueLayout.JAVA_INT, LENGTH, 1);
            one.set(ValueLayout.JAVA_INT, SPEED, hertz);
            one.set(ValueLayout.JAVA_BYTE, BITS, (byte) 8);
        }
    }

    /** The request number of SPI_IOC_MESSAGE(octets): _IOW('k', 0, char[32 * octets]). */
    static long request(int octets) {
        return 0x4000_6B00L | ((long) SIZE * octets) << 16;
    }

    /** The transfers that send these octets. */
    MemorySegment fill(byte[] octets, int from, int count) {
        for (int i = 0; i < count; i++) {
            out.set(ValueLayout.JAVA_BYTE, i, octets[from + i]);
            transfers.set(ValueLayout.JAVA_BYTE, (long) i * SIZE + CS_CHANGE, (byte) (i < count - 1 ? 1 : 0));
        }
        return transfers;
    }

    /** What came in with the octet of that number. */
    byte answer(int octet) {
        return in.get(ValueLayout.JAVA_BYTE, octet);
    }
}
