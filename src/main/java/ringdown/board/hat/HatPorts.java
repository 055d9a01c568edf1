package ringdown.board.hat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ringdown.audio.Companding;
import ringdown.board.proslic.CountryRow;
import ringdown.board.proslic.FxoDriver;
import ringdown.board.proslic.FxsDriver;
import ringdown.board.proslic.PortDriver;
import ringdown.board.proslic.PortSetup;
import ringdown.board.tdm.TdmLink;
import ringdown.line.FxoCard;
import ringdown.line.FxsCard;

/**
 * The ports of a board: every module found, every port that the office file names though no such module answers, and where nothing
 * answers at all, what is soldered to the board. They stay as long as the board is open.
 */
final class HatPorts {
    private final List<HatPort> all = new ArrayList<>();

    HatPorts(
            BoardProfile profile,
            Map<Socket, Module> found,
            Set<String> named,
            TdmLink link,
            Companding law,
            CountryRow row) {
        for (Module module : Module.values()) {
            profile.sockets().stream()
                    .sorted(Comparator.comparingInt(Socket::number))
                    .filter(socket -> socket.takes(module))
                    .filter(socket -> found.get(socket) == module
                            || named.contains(socket.port(module))
                            || (found.isEmpty() && socket.fixed() == module))
                    .forEach(socket ->
                            add(new PortSetup(socket.port(module), socket.slot(), law, row), socket, module, link));
        }
    }

    private void add(PortSetup setup, Socket socket, Module module, TdmLink link) {
        PortBus bus = new PortBus();
        PortDriver driver = switch (module) {
            case FXO -> new FxoDriver(setup, bus, link);
            case FXS -> new FxsDriver(setup, bus, link);
        };
        all.add(new HatPort(socket, module, bus, driver));
    }

    List<HatPort> all() {
        return all;
    }

    List<PortDriver> drivers() {
        return all.stream().map(HatPort::driver).toList();
    }

    List<FxoCard> fxo() {
        return all.stream()
                .map(HatPort::driver)
                .filter(FxoDriver.class::isInstance)
                .map(FxoCard.class::cast)
                .toList();
    }

    List<FxsCard> fxs() {
        return all.stream()
                .map(HatPort::driver)
                .filter(FxsDriver.class::isInstance)
                .map(FxsCard.class::cast)
                .toList();
    }

    /** Gives each port its chip's registers; a socket in which another kind of module sits answers nothing. */
    void connect(Map<Socket, Module> found, Chains chains) {
        for (HatPort port : all) {
            Module there = found.get(port.socket());
            boolean other = there != null && there != port.module();
            port.bus().connect(other ? null : chains.bus(port.socket(), port.module()));
        }
    }
}
