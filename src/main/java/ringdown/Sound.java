package ringdown;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.audio.Companding;
import ringdown.board.hat.BoardProfile;
import ringdown.board.hat.HatBoard;
import ringdown.board.hat.RaspberryPi;
import ringdown.board.modem.ModemBoard;
import ringdown.board.simulated.SimulatedBoard;
import ringdown.clock.OfficeClock;
import ringdown.line.Shelf;
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

    private final @Nullable Shelf board;
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
        List<String> modems = options.board() instanceof Board.Modems named ? named.devices() : List.of();
        Shelf plain = plain(options.board(), office, clock, modems.size());
        board = modems.isEmpty() ? plain : new ModemBoard(modems, office.info().country(), clock, plain);
        simulator = plain instanceof SimulatedBoard modelled
                ? new Simulator(modelled, office.info().country(), clock)
                : null;
        TickSource ticks = board == null ? new MonotonicTicks(clock) : new ShelfTicks(board);
        matrix = new SwitchingMatrix(new MediaClock(ticks));
    }

    /** What stands beside modems, or alone. */
    private static @Nullable Shelf plain(Board board, Office office, OfficeClock clock, int modems) {
        return switch (board) {
            case Board.Simulated simulated -> simulated(office, clock, modems);
            case Board.Hat hat -> hat(hat.profile(), office, clock);
            case Board.Modems with -> plain(with.beside(), office, clock, modems);
            case Board.None none -> null;
        };
    }

    /** The last of the lines that the office file names are the modems'. */
    private static SimulatedBoard simulated(Office office, OfficeClock clock, int modems) {
        return new SimulatedBoard(
                clock,
                Math.max(LEAST_PORTS, highest(office, Port.Kind.FXO) - modems),
                Math.max(LEAST_PORTS, highest(office, Port.Kind.FXS)),
                Companding.A_LAW,
                office.info().country());
    }

    private static HatBoard hat(BoardProfile profile, Office office, OfficeClock clock) {
        Set<String> named = named(office).map(Port::toString).collect(Collectors.toSet());
        return new HatBoard(
                profile,
                new RaspberryPi(),
                clock,
                Companding.A_LAW,
                office.info().country(),
                named);
    }

    private static int highest(Office office, Port.Kind kind) {
        return named(office)
                .filter(port -> port.kind() == kind)
                .mapToInt(Port::number)
                .max()
                .orElse(0);
    }

    /** Ports that the office file names. */
    private static Stream<Port> named(Office office) {
        return Stream.of(
                        office.lines().stream().map(line -> line.port()),
                        office.people().stream().flatMap(person -> person.analogPorts().stream()),
                        office.ports().stream().map(use -> use.port()))
                .flatMap(ports -> ports);
    }

    @Nullable
    Shelf board() {
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
