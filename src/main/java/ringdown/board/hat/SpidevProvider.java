package ringdown.board.hat;

import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiConfig;
import com.pi4j.io.spi.SpiProviderBase;

/** Pi4J's SPI on Linux's spidev, made for chips that count octets by the edges of the chip select. */
final class SpidevProvider extends SpiProviderBase {
    SpidevProvider() {
        super("ringdown-spidev", "SPI through spidev, chip select raised between octets");
    }

    @Override
    public Spi create(SpiConfig config) {
        Spi spi = new SpidevSpi(this, config);
        context.registry().add(spi);
        return spi;
    }
}
