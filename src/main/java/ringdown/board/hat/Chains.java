package ringdown.board.hat;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ringdown.board.proslic.ChipProbe;
import ringdown.board.proslic.RegisterBus;
import ringdown.board.proslic.Si3050Chain;
import ringdown.board.proslic.Si3210Alone;
import ringdown.board.proslic.Si3210Chain;
import ringdown.board.proslic.SpiBytes;

/**
 * Resets a board's chips, finds which module sits in which socket, and makes chains of them. Both kinds share chip selects in any mix:
 * the first octet of a frame tells whom it is for. Belongs to the thread that polls the chips.
 */
final class Chains {
    /** Waits on the polling thread. */
    interface Pause {
        void millis(int count);
    }

    /** After reset, before the chips are spoken to in earnest (facts 1.2). */
    private static final int SETTLE = 250;

    private final BoardProfile profile;
    private final Wiring wiring;
    private final Pause pause;

    Chains(BoardProfile profile, Wiring wiring, Pause pause) {
        this.profile = profile;
        this.wiring = wiring;
        this.pause = pause;
    }

    private boolean alone(Socket socket) {
        return profile.sockets().stream()
                        .filter(s -> s.select() == socket.select())
                        .count()
                == 1;
    }

    /** The chip of that kind in that socket. */
    RegisterBus bus(Socket socket, Module module) {
        SpiBytes select = wiring.select(socket.select());
        return switch (module) {
            case FXO -> new Si3050Chain(select, socket.position());
            case FXS -> alone(socket) ? new Si3210Alone(select) : new Si3210Chain(select, socket.position());
        };
    }

    /** Looks into every socket, each chip freshly reset; ends with all chips reset and chained. */
    Map<Socket, Module> find() {
        BoardProfile.Sync sync = profile.sync();
        if (sync != null) {
            wiring.select(sync.select()).exchange(new byte[] {(byte) sync.octet()});
        }
        Map<Socket, Module> found = new HashMap<>();
        for (Socket socket : profile.sockets()) {
            for (Module module : Module.values()) {
                if (!found.containsKey(socket) && socket.takes(module) && answers(socket, module)) {
                    found.put(socket, module);
                }
            }
        }
        renew(found);
        return found;
    }

    private boolean answers(Socket socket, Module module) {
        reset();
        RegisterBus bus = bus(socket, module);
        return switch (module) {
            case FXO -> ChipProbe.si3050(bus);
            case FXS -> {
                if (!alone(socket)) {
                    Si3210Chain.enter(wiring.select(socket.select()));
                }
                yield ChipProbe.si3210(bus);
            }
        };
    }

    /** Resets all chips and makes the chains anew. */
    void renew(Map<Socket, Module> modules) {
        reset();
        pause.millis(SETTLE);
        List<Socket> chained = modules.entrySet().stream()
                .filter(entry -> entry.getValue() == Module.FXS && !alone(entry.getKey()))
                .map(Map.Entry::getKey)
                .toList();
        chained.stream()
                .map(Socket::select)
                .distinct()
                .sorted()
                .forEach(select -> Si3210Chain.enter(wiring.select(select)));
    }

    private void reset() {
        wiring.reset(true);
        pause.millis(1);
        wiring.reset(false);
        pause.millis(2);
    }

    /** How many modules of each kind. */
    static Map<Module, Long> count(Collection<Module> modules) {
        Map<Module, Long> counted = new EnumMap<>(Module.class);
        modules.forEach(module -> counted.merge(module, 1L, Long::sum));
        return counted;
    }
}
