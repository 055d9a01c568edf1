package ringdown.board.tdm;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.HashMap;
import java.util.Map;

/**
 * ALSA's library, by name. It is looked for only when a board wants it. Every function called here gives a number, negative when it
 * failed; arguments are addresses and numbers of 32 or 64 bits. Handles are made once a function and kept.
 */
final class LibAsound {
    private static final String NAME = "libasound.so.2";

    private final SymbolLookup symbols;
    private final Linker linker = Linker.nativeLinker();
    private final Map<String, MethodHandle> functions = new HashMap<>();

    private LibAsound(SymbolLookup symbols) {
        this.symbols = symbols;
    }

    /** The library, until the arena is closed; it says in plain words that it is missing. */
    static LibAsound load(Arena arena) throws IOException {
        try {
            return new LibAsound(SymbolLookup.libraryLookup(NAME, arena));
        } catch (IllegalArgumentException absent) {
            throw new IOException(NAME + " is missing: install the package libasound2", absent);
        }
    }

    /** A function that gives an int. */
    MethodHandle number(String name, MemoryLayout... arguments) {
        return function(name, FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments));
    }

    /** A function that gives a count of frames. */
    MethodHandle frames(String name, MemoryLayout... arguments) {
        return function(name, FunctionDescriptor.of(ValueLayout.JAVA_LONG, arguments));
    }

    private synchronized MethodHandle function(String name, FunctionDescriptor descriptor) {
        return functions.computeIfAbsent(name, n -> linker.downcallHandle(symbols.findOrThrow(n), descriptor));
    }

    /** Calls a function that gives an int. */
    int call(String name, Object... arguments) throws IOException {
        try {
            MemoryLayout[] layouts = new MemoryLayout[arguments.length];
            for (int i = 0; i < layouts.length; i++) {
                layouts[i] = layout(arguments[i]);
            }
            return checked(name, (int) number(name, layouts).invokeWithArguments(arguments));
        } catch (IOException | RuntimeException | Error told) {
            throw told;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static MemoryLayout layout(Object argument) {
        return switch (argument) {
            case MemorySegment _ -> ValueLayout.ADDRESS;
            case Integer _ -> ValueLayout.JAVA_INT;
            case Long _ -> ValueLayout.JAVA_LONG;
            default -> throw new IllegalArgumentException("no argument of ALSA: " + argument);
        };
    }

    /** The result itself unless it says that the call failed. */
    static <N extends Number> N checked(String name, N result) throws IOException {
        if (result.longValue() < 0) {
            throw new IOException(name + ": " + meaning((int) result.longValue()));
        }
        return result;
    }

    private static String meaning(int error) {
        return switch (error) {
            case -2 -> "there is no such card";
            case -5 -> "the card does not answer";
            case -13 -> "this user may not use it (group audio)";
            case -16 -> "another program uses it";
            case -19 -> "the card is gone";
            case -22 -> "the card cannot do it";
            case -32 -> "overrun or underrun";
            default -> "error " + -error;
        };
    }
}
