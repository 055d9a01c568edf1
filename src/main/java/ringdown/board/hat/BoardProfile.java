package ringdown.board.hat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A board as data. The files *.board beside this class say where each figure comes from.
 *
 * @param name as on the command line
 * @param card ALSA's name of its sound card, as its device-tree overlay gives it
 * @param spiBus number of the SPI bus
 * @param spiHertz clock of the bus
 * @param resetPin BCM number of the pin that holds all chips in reset while low
 * @param sync what its CPLD must be told before the chips are looked for; null without a CPLD
 * @param sockets all of them
 * @param relays BCM number of the pin for the lifeline relay of the telephone in a socket, by the socket's number
 */
public record BoardProfile(
        String name,
        String card,
        int spiBus,
        int spiHertz,
        int resetPin,
        @Nullable Sync sync,
        List<Socket> sockets,
        Map<Integer, Integer> relays) {
    /** One octet on a chip select. */
    public record Sync(int select, int octet) {}

    public BoardProfile {
        sockets = List.copyOf(sockets);
        relays = Map.copyOf(relays);
        if (Set.copyOf(relays.values()).size() < relays.size() || relays.containsValue(resetPin)) {
            throw new IllegalArgumentException(name + ": every relay has a pin of its own");
        }
        long places = sockets.stream()
                .map(s -> s.select() * 8 + s.position())
                .distinct()
                .count();
        long slots = sockets.stream().map(Socket::slot).distinct().count();
        if (sockets.isEmpty() || places < sockets.size() || slots < sockets.size()) {
            throw new IllegalArgumentException(name + ": every socket has a place in a chain and a slot of its own");
        }
        if (spiHertz < 100_000 || spiHertz > 8_000_000) {
            throw new IllegalArgumentException(name + ": the chips' SPI runs at 8 MHz at the most");
        }
    }

    /** The profile of that name: "oak", "oak8x". */
    public static BoardProfile of(String name) {
        try (InputStream in = BoardProfile.class.getResourceAsStream(name + ".board")) {
            if (in == null) {
                throw new IllegalArgumentException("there is no board " + name);
            }
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The profile that a text says. */
    static BoardProfile parse(String name, String text) {
        Builder builder = new Builder();
        text.lines()
                .map(line -> line.replaceAll("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .forEach(line -> builder.line(line.split("\\s+", -1)));
        return new BoardProfile(
                name,
                builder.card,
                builder.bus,
                builder.hertz,
                builder.reset,
                builder.sync,
                builder.sockets,
                builder.relays);
    }

    /** The pin for the lifeline relay of a telephone at "fxs:1". */
    Optional<Integer> relayPin(String telephone) {
        return sockets.stream()
                .filter(socket -> socket.takes(Module.FXS))
                .filter(socket -> socket.port(Module.FXS).equals(telephone))
                .findFirst()
                .map(socket -> relays.get(socket.number()));
    }

    private static final class Builder {
        private String card = "";
        private int bus;
        private int hertz;
        private int reset;
        private @Nullable Sync sync;
        private final List<Socket> sockets = new ArrayList<>();
        private final Map<Integer, Integer> relays = new HashMap<>();

        void line(String[] word) {
            switch (word[0]) {
                case "card" -> card = word[1];
                case "spi" -> {
                    bus = Integer.parseInt(word[1]);
                    hertz = Integer.parseInt(word[2]);
                }
                case "reset" -> reset = Integer.parseInt(word[1]);
                case "sync" -> sync = new Sync(Integer.parseInt(word[1]), Integer.parseInt(word[2]));
                case "relay" -> relays.put(Integer.parseInt(word[1]), Integer.parseInt(word[2]));
                default -> sockets.add(socket(word));
            }
        }

        private static Socket socket(String[] word) {
            String[] port = word[0].split(":", 2);
            Module fixed = switch (port[0]) {
                case "fxo" -> Module.FXO;
                case "fxs" -> Module.FXS;
                case "any" -> null;
                default -> throw new IllegalArgumentException("no word of a profile: " + word[0]);
            };
            return new Socket(
                    Integer.parseInt(port[1]),
                    fixed,
                    Integer.parseInt(word[1]),
                    Integer.parseInt(word[2]),
                    Integer.parseInt(word[3]));
        }
    }
}
