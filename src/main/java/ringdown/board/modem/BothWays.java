package ringdown.board.modem;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import ringdown.audio.Frame;
import ringdown.clock.OfficeClock;
import ringdown.line.Fault;

/**
 * {@code AT+VTR}: sound in both directions. The modem's clock is not the box's: what comes in passes through {@link Drift}, and as many
 * samples go out as have come in, so that the modem neither starves nor overflows however long the call is. Belongs to the modem's thread.
 */
final class BothWays {
    /** Samples that stand in the modem before it plays the first one: its own and the system's unevenness. */
    private static final int AHEAD = Frame.samples(40);

    private static final int WAITING = Frame.samples(30);
    private static final int CHUNK = Frame.SAMPLES;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    /** A modem from which no sound comes for so long is none any more. */
    private static final long STALLED_NANOS = TimeUnit.MILLISECONDS.toNanos(4000);

    private final Wire wire;
    private final ModemPort port;
    private final Stream stream;
    private final OfficeClock clock;
    private final Drift out;
    private final short[] chunk = new short[CHUNK];

    BothWays(Wire wire, ModemPort port, Stream stream, OfficeClock clock) {
        this.wire = wire;
        this.port = port;
        this.stream = stream;
        this.clock = clock;
        out = new Drift(port.spoken, WAITING);
    }

    /**
     * Until the line is wanted on hook, or something is to be dialled.
     *
     * @return false if the modem refuses
     */
    boolean carry(BooleanSupplier closed) throws ModemTrouble {
        if (!stream.begins("AT+VTR", true)) {
            return false;
        }
        long begun = wire.samples();
        out.restart();
        port.sound(true, true);
        boolean open = flow(begun, closed);
        port.sound(false, false);
        if (open) {
            stream.endHearing(List.of('^', (char) ReplyReader.ETX, (char) 0x1B));
        }
        return true;
    }

    private boolean flow(long begun, BooleanSupplier closed) throws ModemTrouble {
        long sent = 0;
        long last = begun;
        long lastAt = clock.nanos();
        while (port.offHook() && !port.wantsToDial() && !closed.getAsBoolean()) {
            if (!stream.goesOn(wire.take(clock.nanos() + LOOK_NANOS, true))) {
                return false;
            }
            long come = wire.samples();
            if (come != last) {
                last = come;
                lastAt = clock.nanos();
            } else if (clock.nanos() - lastAt > STALLED_NANOS) {
                throw new ModemTrouble(Fault.MODEM_SILENT, "no sound comes any more");
            }
            while (come - begun + AHEAD - sent >= CHUNK) {
                out.read(chunk, CHUNK);
                wire.sound(chunk, CHUNK);
                sent += CHUNK;
            }
        }
        return true;
    }
}
