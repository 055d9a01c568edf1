package ringdown.proof;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands to a baresip and its events: ctrl_tcp, JSON in netstrings. */
final class BaresipWire implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Socket socket;
    private final List<JsonNode> events = new ArrayList<>();
    private final List<JsonNode> all = new ArrayList<>();
    private int answers;

    BaresipWire(int port) {
        socket = Until.holds("baresip listens", () -> connect(port), s -> s != null);
        Thread.ofPlatform().daemon(true).start(this::listen);
    }

    private static Socket connect(int port) {
        try {
            return new Socket(InetAddress.getLoopbackAddress(), port);
        } catch (IOException notYet) {
            return null;
        }
    }

    private void listen() {
        try {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            while (true) {
                int length = 0;
                for (int c = in.readUnsignedByte(); c != ':'; c = in.readUnsignedByte()) {
                    length = length * 10 + c - '0';
                }
                take(JSON.readTree(in.readNBytes(length)));
                in.readByte();
            }
        } catch (IOException closed) {
            // the telephone is gone
        }
    }

    private synchronized void take(JsonNode message) {
        if (message.path("event").asBoolean(false)) {
            events.add(message);
            all.add(message);
        } else {
            answers++;
        }
        notifyAll();
    }

    /** Sends it and waits until baresip has answered. */
    synchronized void command(String word, String parameters) {
        byte[] body = JSON.writeValueAsBytes(Map.of("command", word, "params", parameters, "token", "t"));
        int before = answers;
        try {
            ByteArrayOutputStream netstring = new ByteArrayOutputStream();
            netstring.write((body.length + ":").getBytes(StandardCharsets.US_ASCII));
            netstring.write(body);
            netstring.write(',');
            socket.getOutputStream().write(netstring.toByteArray());
            socket.getOutputStream().flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        patiently("an answer to " + word, () -> answers > before);
    }

    /** Waits for an event of that type and takes it off. */
    synchronized void awaits(String type) {
        patiently(
                type,
                () -> events.stream().anyMatch(e -> type.equals(e.path("type").asString(""))));
        while (!events.removeFirst().path("type").asString("").equals(type)) {
            // what came before it is past
        }
    }

    synchronized void forget() {
        events.clear();
    }

    synchronized String last(String type) {
        return all.stream()
                .filter(e -> type.equals(e.path("type").asString("")))
                .reduce((a, b) -> b)
                .map(e -> e.path("param").asString(""))
                .orElse("");
    }

    private void patiently(String what, java.util.function.BooleanSupplier done) {
        long deadline = System.nanoTime() + Until.PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("no " + what + " from baresip, but " + all);
            }
            try {
                wait(left);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
