package ringdown.board.modem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A voice modem on a pseudo-terminal: what USR5637 and CX93010 answer, sound at its own 8 kHz, and an exchange behind it. It knows nothing
 * of the driver; that it is a modem is proven by an independent program ({@link VmTest}).
 */
public final class ModemEmulator implements AutoCloseable {
    private static final int DLE = 0x10;
    private static final int ETX = 0x03;
    /** The modem's own buffer: a quarter of a second. */
    private static final int BUFFER = 2000;

    /** What goes over the wire between commands. */
    enum Mode {
        COMMANDS,
        PLAYS,
        RECORDS,
        BOTH
    }

    final EmulatedExchange exchange = new EmulatedExchange();
    final EmulatedModel model;
    final List<String> commands = new CopyOnWriteArrayList<>();
    private final Path link;
    private final Thread thread;
    private final AtCommands at;
    private final ModemBuffer buffer = new ModemBuffer();
    private volatile Pty pty;
    private volatile boolean closed;
    /** Swallows everything, says nothing. */
    public volatile boolean mute;
    /** Answers with noise. */
    public volatile boolean garbage;
    /** Gives only the first letter of each answer. */
    public volatile boolean halfAnswers;
    /** Understands only this speed, as termios codes it; 0: any. */
    public volatile int onlySpeed;
    /** Its quartz, in parts of a million off ours. */
    public volatile double ppm;
    /** Tells keys and busy tone as events, too. */
    public volatile boolean tells = true;

    private Mode mode = Mode.COMMANDS;
    private boolean shielded;
    private boolean endingPlay;
    private long begun;
    private long samples;
    private long ringAt = -1;
    private int rungs;
    private long underruns;
    private String[] callerId = {};
    private volatile String keysTold = "";
    private String laterLine = "";
    private long laterAt;

    private ModemEmulator(Path link, EmulatedModel model) {
        this.link = link;
        this.model = model;
        at = new AtCommands(this);
        plug();
        thread = Thread.ofPlatform().name("modem-emulator").daemon(true).start(this::run);
    }

    /** A modem plugged in at that path, which becomes a link to its pseudo-terminal. */
    public static ModemEmulator at(Path link, EmulatedModel model) {
        return new ModemEmulator(link, model);
    }

    /** The path of its device. */
    public String device() {
        return link.toString();
    }

    /** "pts/7", as programs of the shell want it. */
    public String terminal() {
        return pty.name().substring("/dev/".length());
    }

    /** Pulled out, in the middle of whatever goes on. */
    public void unplug() {
        try {
            Files.deleteIfExists(link);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        pty.close();
        exchange.hook(false);
    }

    /** Plugged in again: a new device under the old name. */
    public void plug() {
        try {
            Pty now = new Pty();
            Files.createSymbolicLink(link, Path.of(now.name()));
            pty = now;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A caller rings; these lines tell who, after the first ring. */
    public void rings(String... linesOfCallerId) {
        callerId = linesOfCallerId;
        exchange.rings();
    }

    public void hangsUp() {
        exchange.hangsUp();
    }

    public void says(short[] sound) {
        exchange.says(sound);
    }

    public void presses(String keys) {
        exchange.presses(keys);
        keysTold = keys;
    }

    /** What the far end has heard since the modem went off hook. */
    public short[] heard() {
        return exchange.heard();
    }

    /** Whoever was called has lifted, or the caller is there. */
    public boolean answered() {
        return exchange.answered();
    }

    public boolean offHook() {
        return exchange.offHook();
    }

    public boolean hasSpoken() {
        return exchange.hasSpoken();
    }

    public String dialled() {
        return exchange.dialled();
    }

    public void answersAfter(@Nullable Integer millis) {
        exchange.answersAfter(millis);
    }

    public void echo(double lossDb) {
        exchange.echo(lossDb);
    }

    /** Times that it had nothing to play in a stream. */
    public long underruns() {
        return underruns;
    }

    public List<String> commands() {
        return List.copyOf(commands);
    }

    private void run() {
        byte[] in = new byte[4096];
        begun = System.nanoTime();
        while (!closed) {
            int room = mode == Mode.PLAYS || mode == Mode.BOTH ? BUFFER - buffer.size() : in.length;
            int count = pty.read(in, Math.min(in.length, room), 4);
            for (int i = 0; i < count; i++) {
                octet(in[i] & 0xFF);
            }
            if (count == 0) {
                LockSupport.parkNanos(2_000_000);
            }
            sound();
            ring();
            if (!laterLine.isEmpty() && System.nanoTime() - laterAt >= 0) {
                says(laterLine);
                laterLine = "";
            }
        }
    }

    private void octet(int octet) {
        boolean deaf = mute || (onlySpeed != 0 && pty.speed() != onlySpeed);
        if (deaf || garbage) {
            if (garbage || !mute) {
                raw(new byte[] {(byte) (octet ^ 0xA5), (byte) 0xF8, 0x3C});
            }
            return;
        }
        if (mode == Mode.COMMANDS) {
            at.octet(octet);
        } else if (shielded) {
            shielded = false;
            code(octet);
        } else if (octet == DLE) {
            shielded = true;
        } else if (mode == Mode.PLAYS || mode == Mode.BOTH) {
            buffer.add(model.sample((byte) octet));
        }
    }

    private void code(int code) {
        switch (code) {
            case DLE -> buffer.add(model.sample((byte) DLE));
            case ETX -> endingPlay = mode == Mode.PLAYS;
            case 0x18 -> buffer.clear();
            case '!' -> endRecord(mode == Mode.RECORDS);
            case '^' -> endRecord(mode == Mode.BOTH);
            default -> {}
        }
    }

    private void endRecord(boolean so) {
        if (so) {
            mode = Mode.COMMANDS;
            raw(new byte[] {DLE, ETX});
            if (model.saysOkAfterSound()) {
                says("OK");
            }
        }
    }

    void begins(Mode stream) {
        says("CONNECT");
        buffer.clear();
        endingPlay = false;
        shielded = false;
        mode = stream;
    }

    private void sound() {
        long due = (long) ((System.nanoTime() - begun) * 8e-6 * (1 + ppm * 1e-6));
        byte[] out = new byte[8192];
        int length = 0;
        for (; samples < due && length < 8000; samples++) {
            boolean plays = mode == Mode.PLAYS || mode == Mode.BOTH;
            short spoken = plays ? buffer.next() : 0;
            underruns += plays && !endingPlay && buffer.ranDry() ? 1 : 0;
            short heard = exchange.passes(spoken);
            if (mode == Mode.RECORDS || mode == Mode.BOTH) {
                byte octet = model.octet(heard);
                if (octet == DLE) {
                    out[length++] = DLE;
                }
                out[length++] = octet;
            }
            if (endingPlay && buffer.size() == 0) {
                endingPlay = false;
                mode = Mode.COMMANDS;
                says("OK");
            }
        }
        if (length > 0 && !mute) {
            pty.write(out, length);
        }
        tellKeys();
    }

    /** Keys are told once they have sounded; nobody who listens to commands is told. */
    private void tellKeys() {
        if (!keysTold.isEmpty() && exchange.hasSpoken() && exchange.offHook()) {
            for (char key : (tells ? keysTold : "").toCharArray()) {
                raw(new byte[] {DLE, '/', DLE, (byte) key, DLE, (byte) key, DLE, '~'});
            }
            keysTold = "";
        }
    }

    private void ring() {
        long now = System.nanoTime() / 1_000_000;
        if (!exchange.ringing()) {
            ringAt = -1;
            rungs = 0;
            return;
        }
        if (ringAt < 0 || now >= ringAt + 5000) {
            ringAt = now;
            rungs++;
            says("RING");
        } else if (rungs == 1 && now >= ringAt + 1300 && callerId.length > 0) {
            for (String line : callerId) {
                says(line);
            }
            callerId = new String[] {};
        }
    }

    /** An answer that takes its time. */
    void later(String line, int millis) {
        laterLine = line;
        laterAt = System.nanoTime() + millis * 1_000_000L;
    }

    /** A line of an answer. */
    void says(String line) {
        String all = "\r\n" + line + "\r\n";
        raw((halfAnswers ? all.substring(0, 3) : all).getBytes(StandardCharsets.US_ASCII));
    }

    void raw(byte[] octets) {
        if (!mute) {
            pty.write(octets, octets.length);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        unplug();
    }
}
