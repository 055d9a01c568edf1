package ringdown.board.hat;

import com.pi4j.io.spi.Spi;

/** An SPI device that raises its chip select between any two octets of a transfer. */
interface OctetSpi extends Spi {}
