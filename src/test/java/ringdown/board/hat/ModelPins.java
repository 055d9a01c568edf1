package ringdown.board.hat;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputBase;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalOutputProviderBase;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiBase;
import com.pi4j.io.spi.SpiConfig;
import com.pi4j.io.spi.SpiProvider;
import com.pi4j.io.spi.SpiProviderBase;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.NullUnmarked;
import ringdown.board.simulated.silicon.ModelHat;

/** Pi4J with providers of our own: every transfer is written down and goes to chips modelled register by register. */
@NullUnmarked
final class ModelPins {
    private static final int RESET = 17;

    final List<String> transfers = new CopyOnWriteArrayList<>();
    final List<String> pins = new CopyOnWriteArrayList<>();
    volatile boolean absent;
    private final ModelHat hat;
    private final boolean raisesBetweenOctets;

    ModelPins(ModelHat hat, boolean raisesBetweenOctets) {
        this.hat = hat;
        this.raisesBetweenOctets = raisesBetweenOctets;
    }

    Context open() {
        return Pi4J.newContextBuilder()
                .noAutoDetect()
                .add(new SelectProvider(), new PinProvider())
                .build();
    }

    private final class SelectProvider extends SpiProviderBase {
        SelectProvider() {
            super("model-spi", "model-spi");
        }

        @Override
        public Spi create(SpiConfig config) {
            if (absent) {
                throw new IOException("/dev/spidev0.0 cannot be opened");
            }
            Spi spi = raisesBetweenOctets ? new RaisingSelect(this, config) : new Select(this, config);
            context.registry().add(spi);
            return spi;
        }
    }

    private class Select extends SpiBase {
        Select(SpiProvider provider, SpiConfig config) {
            super(provider, config);
            pins.add("spi" + config.chipSelect().getChipSelect() + " mode "
                    + config.mode().getMode() + " " + config.baud());
        }

        @Override
        public int transfer(byte[] out, int from, byte[] in, int to, int count) {
            byte[] octets = Arrays.copyOfRange(out, from, from + count);
            String sent = HexFormat.of().formatHex(octets);
            int select = config().chipSelect().getChipSelect();
            hat.exchange(select, octets, raisesBetweenOctets);
            transfers.add(select + ":" + sent + ">" + HexFormat.of().formatHex(octets));
            System.arraycopy(octets, 0, in, to, count);
            return count;
        }

        @Override
        public int write(byte octet) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int write(byte[] octets, int from, int count) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] into, int to, int count) {
            throw new UnsupportedOperationException();
        }
    }

    private final class RaisingSelect extends Select implements OctetSpi {
        RaisingSelect(SpiProvider provider, SpiConfig config) {
            super(provider, config);
        }
    }

    private final class PinProvider extends DigitalOutputProviderBase {
        PinProvider() {
            super("model-pins", "model-pins");
        }

        @Override
        public DigitalOutput create(DigitalOutputConfig config) {
            DigitalOutput pin = new Pin(this, config);
            context.registry().add(pin);
            return pin;
        }
    }

    private final class Pin extends DigitalOutputBase {
        Pin(DigitalOutputProvider provider, DigitalOutputConfig config) {
            super(provider, config);
        }

        @Override
        public DigitalOutput state(DigitalState next) {
            super.state(next);
            pins.add("gpio" + config().address() + (next.isLow() ? " low" : " high"));
            if (config().address() == RESET) {
                hat.reset(next.isLow());
            }
            return this;
        }
    }
}
