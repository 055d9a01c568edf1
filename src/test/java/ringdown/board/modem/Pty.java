package ringdown.board.modem;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** A pseudo-terminal, raw from the beginning: the far side of a serial device. Nothing blocks but {@link #read} for its time. */
final class Pty implements AutoCloseable {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    /** O_RDWR, O_NOCTTY, O_NONBLOCK. */
    private static final int MASTER_FLAGS = 02 | 0400 | 04000;

    private static final int SLAVE_FLAGS = 02 | 0400;
    private static final int TERMIOS_SIZE = 128;

    private static final MethodHandle OPENPT = function("posix_openpt", INT, INT);
    private static final MethodHandle GRANT = function("grantpt", INT, INT);
    private static final MethodHandle UNLOCK = function("unlockpt", INT, INT);
    private static final MethodHandle NAME = function("ptsname_r", INT, INT, ValueLayout.ADDRESS, LONG);
    private static final MethodHandle OPEN = function("open", INT, ValueLayout.ADDRESS, INT);
    private static final MethodHandle CLOSE = function("close", INT, INT);
    private static final MethodHandle READ = function("read", LONG, INT, ValueLayout.ADDRESS, LONG);
    private static final MethodHandle WRITE = function("write", LONG, INT, ValueLayout.ADDRESS, LONG);
    private static final MethodHandle POLL = function("poll", INT, ValueLayout.ADDRESS, LONG, INT);
    private static final MethodHandle GET = function("tcgetattr", INT, INT, ValueLayout.ADDRESS);
    private static final MethodHandle SET = function("tcsetattr", INT, INT, INT, ValueLayout.ADDRESS);
    private static final MethodHandle SPEED = function("cfgetospeed", INT, ValueLayout.ADDRESS);

    private final Arena arena = Arena.ofShared();
    private final MemorySegment buffer = arena.allocate(8192);
    private final MemorySegment poll = arena.allocate(8);
    private final int master;
    private final int slave;
    private final String name;
    private boolean closed;

    Pty() throws IOException {
        try {
            master = (int) OPENPT.invokeExact(MASTER_FLAGS);
            boolean open = master >= 0
                    && (int) GRANT.invokeExact(master) == 0
                    && (int) UNLOCK.invokeExact(master) == 0
                    && (int) NAME.invokeExact(master, buffer, 100L) == 0;
            if (!open) {
                throw new IOException("no pseudo-terminal to be had");
            }
            name = buffer.getString(0);
            // Kept open: settings live as long as somebody has it open.
            slave = (int) OPEN.invokeExact(arena.allocateFrom(name), SLAVE_FLAGS);
            raw();
        } catch (IOException none) {
            throw none;
        } catch (Throwable bug) {
            throw new IllegalStateException(bug);
        }
    }

    private static MethodHandle function(String name, ValueLayout returns, ValueLayout... arguments) {
        Linker linker = Linker.nativeLinker();
        MemorySegment address = linker.defaultLookup().findOrThrow(name);
        return linker.downcallHandle(address, FunctionDescriptor.of(returns, arguments));
    }

    /** Four words of flags (input, output, control, local) begin a termios: eight bits, and nothing is done to what passes. */
    private void raw() throws Throwable {
        MemorySegment termios = arena.allocate(TERMIOS_SIZE);
        if ((int) GET.invokeExact(slave, termios) != 0) {
            throw new IOException("no settings of " + name);
        }
        termios.set(INT, 0, 0);
        termios.set(INT, 4, 0);
        termios.set(INT, 8, termios.get(INT, 8) | 0x30 | 0x80);
        termios.set(INT, 12, 0);
        if ((int) SET.invokeExact(slave, 0, termios) != 0) {
            throw new IOException("no settings for " + name);
        }
    }

    /** "/dev/pts/7". */
    String name() {
        return name;
    }

    /** The speed code of termios that whoever opened it has set: 13 is 9600 bits a second, 0x1002 is 115,200. */
    synchronized int speed() {
        try {
            MemorySegment termios = arena.allocate(TERMIOS_SIZE);
            return closed || (int) GET.invokeExact(master, termios) != 0 ? 0 : (int) SPEED.invokeExact(termios);
        } catch (Throwable bug) {
            throw new IllegalStateException(bug);
        }
    }

    /** Octets that came within that time, {@code most} at most. */
    synchronized int read(byte[] into, int most, int millis) {
        if (closed || most <= 0) {
            return 0;
        }
        try {
            poll.set(INT, 0, master);
            poll.set(ValueLayout.JAVA_SHORT, 4, (short) 1);
            if ((int) POLL.invokeExact(poll, 1L, millis) <= 0) {
                return 0;
            }
            long count = (long) READ.invokeExact(master, buffer, (long) Math.min(most, 8192));
            for (int i = 0; i < count; i++) {
                into[i] = buffer.get(ValueLayout.JAVA_BYTE, i);
            }
            return (int) Math.max(0, count);
        } catch (Throwable bug) {
            throw new IllegalStateException(bug);
        }
    }

    /** What does not fit is lost, as on a serial line. */
    synchronized void write(byte[] octets, int length) {
        if (closed) {
            return;
        }
        try {
            for (int i = 0; i < length; i++) {
                buffer.set(ValueLayout.JAVA_BYTE, i, octets[i]);
            }
            long written = (long) WRITE.invokeExact(master, buffer, (long) length);
            if (written < length) {
                lost += length - Math.max(0, written);
            }
        } catch (Throwable bug) {
            throw new IllegalStateException(bug);
        }
    }

    private long lost;

    /** Octets that nobody had room for. */
    synchronized long lost() {
        return lost;
    }

    /** Whoever has the other side open finds it gone. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            int ignored = (int) CLOSE.invokeExact(master) + (int) CLOSE.invokeExact(slave);
            arena.close();
        } catch (Throwable bug) {
            throw new IllegalStateException(bug);
        }
    }
}
