package ringdown.board.proslic;

/**
 * One chip select of an SPI bus in mode 3. Both chips count octets by the edges of the chip select: it is raised between any two
 * octets, also inside one call, which therefore may be one message of one-octet transfers.
 */
@FunctionalInterface
public interface SpiBytes {
    /** Sends the octets in turn and replaces each by what came in while it went out. */
    void exchange(byte[] octets);
}
