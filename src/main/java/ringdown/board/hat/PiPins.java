package ringdown.board.hat;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalOutputProvider;

/** Pi4J with what a board needs and nothing else: its own search for plugins and boards takes seconds. */
final class PiPins {
    private PiPins() {}

    /** A RuntimeException or LinkageError says that this is no Raspberry Pi, or that it may not be used. */
    static Context open() {
        return Pi4J.newContextBuilder()
                .noAutoDetect()
                .add(new SpidevProvider(), GpioDDigitalOutputProvider.newInstance())
                .build();
    }
}
