package ringdown;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.audio.Companding;
import ringdown.board.simulated.SimulatedBoard;
import ringdown.clock.OfficeClock;
import ringdown.line.ShelfTicks;
import ringdown.media.CrossConnect;
import ringdown.media.MediaClock;
import ringdown.media.MonotonicTicks;
import ringdown.media.SwitchingMatrix;
import ringdown.media.TickSource;
import ringdown.office.Office;
import ringdown.office.Port;
import ringdown.rtp.RtpPorts;
import ringdown.simulator.Simulator;

/** Everything that carries sound: the board, whose frames are the media clock, the matrix, the RTP ports. */
final class Sound implements AutoCloseable {
    /** A simulated board has at least these, more if the office file names more (CONTRACT §4). */
    private static final int LEAST_PORTS = 2;

    private final @Nullable SimulatedBoard board;
    private final @Nullable Simulator simulator;
    private final SwitchingMatrix matrix;
    private final RtpPorts ports;

    Sound(Options options, Office office, OfficeClock clock) throws StartFault {
        try {
            ports = new RtpPorts(options.bind(), options.rtpFrom(), options.rtpTo(), clock);
        } catch (IOException taken) {
            throw new StartFault(
                    3, List.of("--rtp " + options.rtpFrom() + "-" + options.rtpTo() + ": " + taken.getMessage()));
        }
        board = switch (options.board()) {
            case Board.Simulated simulated -> simulated(office, clock);
            case Board.None none -> null;
        };
        simulator = board == null ? null : new Simulator(board, office.info().country(), clock);
        TickSource ticks = board == null ? new MonotonicTicks(clock) : new ShelfTicks(board);
        matrix = new SwitchingMatrix(new MediaClock(ticks));
    }

    private static SimulatedBoard simulated(Office office, OfficeClock clock) {
        int fxo = office.lines().stream()
                .mapToInt(line -> line.port().number())
                .max()
                .orElse(0);
        int fxs = office.people().stream()
                .flatMap(person -> person.analogPorts().stream())
                .mapToInt(Port::number)
                .max()
                .orElse(0);
        int used = office.ports().stream()
                .filter(use -> use.port().kind() == Port.Kind.FXS)
                .mapToInt(use -> use.port().number())
                .max()
                .orElse(0);
        return new SimulatedBoard(
                clock,
                Math.max(LEAST_PORTS, fxo),
                Math.max(LEAST_PORTS, Math.max(fxs, used)),
                Companding.A_LAW,
                office.info().country());
    }

    @Nullable
    SimulatedBoard board() {
        return board;
    }

    @Nullable
    Simulator simulator() {
        return simulator;
    }

    CrossConnect matrix() {
        return matrix;
    }

    RtpPorts ports() {
        return ports;
    }

    @Override
    public void close() {
        matrix.close();
        ports.close();
        Logger.debug("sound is off");
    }
}
