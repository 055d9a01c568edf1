package ringdown.board.hat;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiBus;
import com.pi4j.io.spi.SpiChipSelect;
import com.pi4j.io.spi.SpiMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tinylog.Logger;
import ringdown.board.proslic.SpiBytes;

/** A board's pins through Pi4J. Chip selects are those of the kernel's SPI driver, which the board's overlay puts on their pins. */
final class PiWiring implements Wiring {
    private final Context pi;
    private final Map<Integer, Spi> selects = new HashMap<>();
    private final Map<Integer, DigitalOutput> relays = new HashMap<>();
    private final Set<Integer> refused = new HashSet<>();
    private final DigitalOutput reset;

    /** Opens everything that the profile names, or nothing: then a RuntimeException of Pi4J says why. Closes the context in the end. */
    PiWiring(Context pi, BoardProfile profile) {
        this.pi = pi;
        try {
            reset = pi.create(DigitalOutput.newConfigBuilder(pi)
                    .id("reset")
                    .address(profile.resetPin())
                    .initial(DigitalState.LOW)
                    .shutdown(DigitalState.LOW)
                    .build());
            profile.sockets().forEach(socket -> open(profile, socket.select()));
            if (profile.sync() != null) {
                open(profile, profile.sync().select());
            }
        } catch (RuntimeException absent) {
            pi.shutdown();
            throw absent;
        }
    }

    private void open(BoardProfile profile, int select) {
        selects.computeIfAbsent(
                select,
                number -> pi.create(Spi.newConfigBuilder(pi)
                        .id("select" + number)
                        .bus(SpiBus.getByNumber(profile.spiBus()))
                        .chipSelect(SpiChipSelect.getByNumber(number))
                        .baud(profile.spiHertz())
                        .mode(SpiMode.MODE_3)
                        .build()));
    }

    @Override
    public SpiBytes select(int number) {
        Spi spi = selects.get(number);
        if (spi == null) {
            throw new IllegalArgumentException("the board has no chip select " + number);
        }
        return new Select(spi);
    }

    @Override
    public void reset(boolean held) {
        reset.state(held ? DigitalState.LOW : DigitalState.HIGH);
    }

    @Override
    public boolean relay(int pin, boolean high) {
        try {
            relays.computeIfAbsent(pin, this::low).state(high ? DigitalState.HIGH : DigitalState.LOW);
            refused.remove(pin);
            return true;
        } catch (RuntimeException absent) {
            if (refused.add(pin)) {
                Logger.error(absent, "the lifeline relay at GPIO{} cannot be driven", pin);
            }
            return false;
        }
    }

    private DigitalOutput low(int pin) {
        return pi.create(DigitalOutput.newConfigBuilder(pi)
                .id("relay" + pin)
                .address(pin)
                .initial(DigitalState.LOW)
                .shutdown(DigitalState.LOW)
                .build());
    }

    @Override
    public void close() {
        pi.shutdown();
    }

    /** The chip select rises between octets: by itself with {@link OctetSpi}, else since each octet is a transfer of its own. */
    private static final class Select implements SpiBytes {
        private final Spi spi;
        private boolean failed;

        Select(Spi spi) {
            this.spi = spi;
        }

        @Override
        public void exchange(byte[] octets) {
            try {
                int step = spi instanceof OctetSpi ? octets.length : 1;
                for (int at = 0; at < octets.length; at += step) {
                    spi.transfer(octets, at, octets, at, step);
                }
                failed = false;
            } catch (RuntimeException gone) {
                Arrays.fill(octets, (byte) 0xFF);
                if (!failed) {
                    failed = true;
                    Logger.error(gone, "SPI transfer failed on {}; further ones in a row are not logged", spi.id());
                }
            }
        }
    }
}
