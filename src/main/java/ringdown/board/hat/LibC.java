package ringdown.board.hat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** The three calls of the C library that a device file wants, and the one that makes a thread a real-time one. */
final class LibC {
    private static final int READ_WRITE = 2;
    /** SCHED_FIFO, which threads that this one starts do not inherit. */
    private static final int FIFO = 1 | 0x4000_0000;

    private static final MethodHandle OPEN = function("open", 2, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
    private static final MethodHandle IOCTL =
            function("ioctl", 2, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS);
    private static final MethodHandle CLOSE = function("close", 1, ValueLayout.JAVA_INT);
    private static final MethodHandle SCHEDULE =
            function("sched_setscheduler", 3, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS);

    private LibC() {}

    private static MethodHandle function(String name, int named, ValueLayout... arguments) {
        Linker linker = Linker.nativeLinker();
        var descriptor = FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments);
        MemorySegment address = linker.defaultLookup().findOrThrow(name);
        boolean variadic = named < 3; // open, ioctl; for close it makes no difference
        return variadic && named < arguments.length
                ? linker.downcallHandle(address, descriptor, Linker.Option.firstVariadicArg(named))
                : linker.downcallHandle(address, descriptor);
    }

    /** Opens a device file for reading and writing; its descriptor. */
    static int open(String path) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            int descriptor = (int) OPEN.invokeExact(arena.allocateFrom(path), READ_WRITE);
            if (descriptor < 0) {
                throw new IOException(path + " cannot be opened");
            }
            return descriptor;
        } catch (IOException | RuntimeException | Error told) {
            throw told;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The call's result, negative when it failed. */
    static int ioctl(int descriptor, long request, MemorySegment argument) {
        try {
            return (int) IOCTL.invokeExact(descriptor, request, argument);
        } catch (RuntimeException | Error told) {
            throw told;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    static void close(int descriptor) {
        try {
            int ignored = (int) CLOSE.invokeExact(descriptor);
        } catch (RuntimeException | Error told) {
            throw told;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Asks for SCHED_FIFO for the thread that calls; false when the system refuses (LimitRTPRIO of the service). */
    static boolean realTime(int priority) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment parameters = arena.allocateFrom(ValueLayout.JAVA_INT, priority);
            return (int) SCHEDULE.invokeExact(0, FIFO, parameters) == 0;
        } catch (RuntimeException | Error told) {
            throw told;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }
}
