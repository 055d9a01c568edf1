package ringdown.board.hat;

import com.pi4j.context.Context;
import java.io.IOException;
import java.util.function.Supplier;
import ringdown.board.tdm.AlsaCard;
import ringdown.board.tdm.SoundCard;

/** The pins of a Raspberry Pi through Pi4J, its PCM interface through ALSA. */
public final class RaspberryPi implements Hardware {
    private final Supplier<Context> pi4j;

    /** The machine this runs on. */
    public RaspberryPi() {
        this(PiPins::open);
    }

    /** A machine whose pins are these. */
    RaspberryPi(Supplier<Context> pi4j) {
        this.pi4j = pi4j;
    }

    @Override
    public Wiring pins(BoardProfile profile) throws IOException {
        try {
            return new PiWiring(pi4j.get(), profile);
        } catch (RuntimeException
                | LinkageError absent) { // without a Pi the libraries of its pins cannot even be loaded
            throw new IOException("the board's pins cannot be opened: " + cause(absent), absent);
        }
    }

    private static String cause(Throwable fault) {
        Throwable deepest = fault;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        return deepest.getMessage() == null ? deepest.toString() : deepest.getMessage();
    }

    @Override
    public SoundCard sound(BoardProfile profile) throws IOException {
        return AlsaCard.of(profile.card());
    }
}
