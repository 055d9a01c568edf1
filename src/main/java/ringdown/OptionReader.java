package ringdown;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.board.hat.BoardProfile;

/** Reads options from the command line, else from the environment, else their defaults; collects every fault. */
final class OptionReader {
    private static final Map<String, String> DEFAULTS = new LinkedHashMap<>();

    static {
        DEFAULTS.put("data", "./data");
        DEFAULTS.put("office", "");
        DEFAULTS.put("board", "simulated");
        DEFAULTS.put("bind", "127.0.0.1");
        DEFAULTS.put("http", "8080");
        DEFAULTS.put("sip", "5060");
        DEFAULTS.put("rtp", "10000-10999");
        DEFAULTS.put("clock", "");
    }

    private final Map<String, String> given = new HashMap<>();
    private final List<String> boards = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    /** {@code environment} holds {@code RINGDOWN_DATA} and so on. */
    OptionReader(List<String> arguments, Map<String, String> environment) {
        DEFAULTS.keySet().forEach(name -> {
            String value = environment.get("RINGDOWN_" + name.toUpperCase(Locale.ROOT));
            if (value != null) {
                given.put(name, value);
            }
        });
        readArguments(arguments);
    }

    private void readArguments(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String[] parts = arguments.get(i).split("=", 2);
            String name = parts[0].startsWith("--") ? parts[0].substring(2) : "";
            if (!DEFAULTS.containsKey(name)) {
                faults.add(parts[0] + ": there is no such option");
                boolean itsValue = arguments.get(i).matches("--[^=]*")
                        && i + 1 < arguments.size()
                        && !arguments.get(i + 1).startsWith("--");
                i += itsValue ? 1 : 0; // one line for one fault
            } else if (parts.length == 2) {
                give(name, parts[1]);
            } else if (i + 1 < arguments.size() && !arguments.get(i + 1).startsWith("--")) {
                give(name, arguments.get(++i));
            } else {
                faults.add(parts[0] + ": a value is missing");
            }
        }
    }

    /** The board may be named again and again: a modem each time. */
    private void give(String name, String value) {
        if (name.equals("board")) {
            boards.add(value);
            given.put(name, String.join(",", boards));
        } else {
            given.put(name, value);
        }
    }

    /** One line per fault, naming the option; empty when all is well. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** The options; empty if there are faults. */
    Optional<Options> read() {
        Path data = path("data");
        Path office = text("office").isEmpty() ? null : path("office");
        Board board = board();
        InetAddress bind = address();
        int http = port("http", text("http"));
        int sip = port("sip", text("sip"));
        int[] rtp = range();
        Instant clock = clock();
        if (!faults.isEmpty() || data == null || board == null || bind == null) {
            return Optional.empty();
        }
        return Optional.of(new Options(data, office, board, bind, http, sip, rtp[0], rtp[1], clock));
    }

    private String text(String name) {
        String value = given.get(name);
        return value == null ? DEFAULTS.getOrDefault(name, "") : value.strip();
    }

    private void fault(String name, String what) {
        faults.add("--" + name + " " + text(name) + ": " + what);
    }

    private @Nullable Path path(String name) {
        if (text(name).isEmpty()) {
            fault(name, "a path is missing");
            return null;
        }
        try {
            return Path.of(text(name)).toAbsolutePath().normalize();
        } catch (InvalidPathException bad) {
            fault(name, "this is no path");
            return null;
        }
    }

    private @Nullable Board board() {
        Board plain = null;
        List<String> devices = new ArrayList<>();
        for (String name : text("board").split(",", -1)) {
            String device = name.startsWith(Board.Modems.PREFIX) ? name.substring(Board.Modems.PREFIX.length()) : null;
            Board other = device == null ? plain(name.strip()) : null;
            boolean twice = device == null ? plain != null : devices.contains(device);
            if (twice || (device == null ? other == null : !device.startsWith("/"))) {
                fault(
                        "board",
                        "simulated, oak, oak8x, modem:DEVICE (once or more, beside another too) or none is wanted");
                return null;
            }
            plain = other == null ? plain : other;
            if (device != null) {
                devices.add(device);
            }
        }
        Board beside = plain == null ? new Board.None() : plain;
        return devices.isEmpty() ? beside : new Board.Modems(beside, devices);
    }

    private static @Nullable Board plain(String name) {
        return switch (name) {
            case "simulated" -> new Board.Simulated();
            case "none" -> new Board.None();
            default -> Board.Hat.NAMES.contains(name) ? new Board.Hat(BoardProfile.of(name)) : null;
        };
    }

    private @Nullable InetAddress address() {
        try {
            InetAddress address = InetAddress.getByName(text("bind"));
            // the whole of 127/8 is this machine, yet no interface lists it: binding is the only test that is true
            new DatagramSocket(new InetSocketAddress(address, 0)).close();
            return address;
        } catch (UnknownHostException | SocketException notHere) {
            // said below
        }
        fault("bind", "this is no address of this machine");
        return null;
    }

    private int port(String name, String value) {
        int port = value.matches("[0-9]{1,5}") ? Integer.parseInt(value) : -1;
        boolean chosenBySystem = port == 0 && name.equals("http");
        if (port < 1 && !chosenBySystem || port > 65535) {
            fault(name, "a port is a number from 1 to 65535");
        }
        return port;
    }

    private int[] range() {
        String[] ends = text("rtp").split("-", -1);
        if (ends.length != 2) {
            fault("rtp", "a range of ports is wanted, FROM-TO");
            return new int[] {0, 0};
        }
        int from = port("rtp", ends[0]);
        int to = port("rtp", ends[1]);
        if (from > 0 && to > 0 && from <= 65535 && to <= 65535 && to - from < 3) {
            fault("rtp", "the range must hold at least four ports, the smaller one first");
        }
        return new int[] {from, to};
    }

    private @Nullable Instant clock() {
        if (text("clock").isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text("clock")).toInstant();
        } catch (DateTimeParseException bad) {
            fault("clock", "a moment with offset is wanted, 2026-11-21T15:30:00+02:00");
            return null;
        }
    }
}
